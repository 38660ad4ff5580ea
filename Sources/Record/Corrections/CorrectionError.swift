/// A correction that cannot be made: of what, why, and what to do.
public struct CorrectionError: Error, Sendable, CustomStringConvertible {
    public let subject: String
    public let cause: String
    public let remedy: String

    init(_ subject: String, _ cause: String, remedy: String) {
        self.subject = subject
        self.cause = cause
        self.remedy = remedy
    }

    public var description: String { "\(subject): \(cause); \(remedy)" }
}
