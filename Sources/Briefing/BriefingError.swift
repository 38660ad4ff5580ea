/// What of the letter could not be done: on what, why, and what to do. Never tells a reader's address.
public struct BriefingError: Error, Sendable, CustomStringConvertible {
    /// The file, setting or command.
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
