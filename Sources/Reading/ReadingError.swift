/// What could not be read, why, and what to do about it.
public struct ReadingError: Error, Sendable, CustomStringConvertible {
    /// The file, address or line, as the user named it.
    public let source: String
    public let cause: String
    public let remedy: String

    package init(_ source: String, _ cause: String, remedy: String) {
        self.source = source
        self.cause = cause
        self.remedy = remedy
    }

    /// The same of a source that whoever found the error did not know.
    package func of(_ source: String) -> ReadingError { ReadingError(source, cause, remedy: remedy) }

    public var description: String { "\(source): \(cause); \(remedy)" }
}
