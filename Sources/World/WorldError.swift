/// What is wrong with a file of the World's data, and where.
public struct WorldError: Error, Sendable, CustomStringConvertible {
    public let file: String
    /// Counted from 1.
    public let line: Int
    public let cause: String
    public let expected: String

    package init(_ file: String, line: Int, _ cause: String, expected: String) {
        self.file = file
        self.line = line
        self.cause = cause
        self.expected = expected
    }

    public var description: String { "\(file), line \(line): \(cause); expected \(expected)" }
}
