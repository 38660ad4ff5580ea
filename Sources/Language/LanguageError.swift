/// A model that cannot be used: which file, why, and what to do.
public struct LanguageError: Error, Sendable, CustomStringConvertible {
    public let file: String
    public let cause: String
    public let remedy: String

    init(_ file: String, _ cause: String, remedy: String = "install again, or make it anew with `make train`") {
        self.file = file
        self.cause = cause
        self.remedy = remedy
    }

    public var description: String { "\(file): \(cause); \(remedy)" }
}
