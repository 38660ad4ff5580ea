/// A file of entries in the World's format (`Resources/README.md`), parsed but not yet understood.
package struct EntryFile: Sendable {
    package struct Field: Sendable {
        package let name: String
        package var values: [String]
        package let line: Int
    }

    package struct Entry: Sendable {
        /// The words of the entry's first line.
        package let head: [String]
        package internal(set) var fields: [Field]
        package let line: Int

        /// All values of a field, from every line that has it.
        package func values(_ name: String) -> [String] { fields.filter { $0.name == name }.flatMap(\.values) }
        package func value(_ name: String) -> String? { fields.first { $0.name == name }?.values.first }
    }

    package let name: String
    package internal(set) var entries: [Entry] = []
    /// Facts about the whole file: `@vouched 2025-06-30`.
    package private(set) var facts: [String: String] = [:]

    /// - Throws: `WorldError` where a line is neither comment, fact, entry nor field.
    package init(_ text: String, name: String) throws(WorldError) {
        self.name = name
        let bytes = Array(text.utf8)
        var number = 0
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            number += 1
            try read(bytes[start..<end], number)
            start = end + 1
        }
    }

    private mutating func read(_ line: ArraySlice<UInt8>, _ number: Int) throws(WorldError) {
        guard let first = line.firstIndex(where: { !Self.isSpace($0) }), line[first] != UInt8(ascii: "#") else { return }
        if line[first] == UInt8(ascii: "@") {
            let parts = line[first...].dropFirst().split(separator: UInt8(ascii: " "), maxSplits: 1)
            guard parts.count == 2 else {
                throw WorldError(name, line: number, "a fact without a value", expected: "“@fact value”")
            }
            facts[Self.trimmed(parts[0])] = Self.trimmed(parts[1])
        } else if first == line.startIndex {
            let head = line.split(separator: UInt8(ascii: " ")).map { Self.trimmed($0) }
            entries.append(Entry(head: head.filter { !$0.isEmpty }, fields: [], line: number))
        } else {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
                throw WorldError(name, line: number, "an indented line without a colon", expected: "“field: value | value”")
            }
            guard !entries.isEmpty else {
                throw WorldError(name, line: number, "a field before the first entry", expected: "an entry at the first column")
            }
            let values = line[(colon + 1)...].split(separator: UInt8(ascii: "|")).map { Self.trimmed($0) }
            entries[entries.count - 1].fields.append(
                Field(name: Self.trimmed(line[first..<colon]), values: values.filter { !$0.isEmpty }, line: number))
        }
    }

    /// The parts of a text between some mark, without the spaces around them.
    package static func parts(of text: some StringProtocol, at mark: UInt8) -> [String] {
        Array(text.utf8).split(separator: mark, omittingEmptySubsequences: false).map { trimmed($0) }
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> String {
        guard let start = text.firstIndex(where: { !isSpace($0) }), let end = text.lastIndex(where: { !isSpace($0) }) else {
            return ""
        }
        return String(decoding: text[start...end], as: UTF8.self)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }
}
