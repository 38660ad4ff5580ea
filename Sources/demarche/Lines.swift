import Foundation

/// Standard output and standard error, a line at a time.
enum Lines {
    static func write(_ line: String) { put(line + "\n", to: .standardOutput) }

    static func complain(_ line: String) { put("demarche: " + line + "\n", to: .standardError) }

    /// One JSON value a line, keys in alphabetical order, so that the same value is always the same line.
    static func json(_ value: some Encodable) throws {
        try FileHandle.standardOutput.write(contentsOf: encoded(value))
    }

    /// The same line for another place.
    static func encoded(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var line = try encoder.encode(value)
        line.append(UInt8(ascii: "\n"))
        return line
    }

    private static func put(_ text: String, to file: FileHandle) {
        // A reader that went away (`| head`) is not an error of ours.
        try? file.write(contentsOf: Data(text.utf8))
    }
}
