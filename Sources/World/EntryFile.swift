/// A file of entries in the World's format (`Resources/README.md`), parsed but not yet understood.
package struct EntryFile {
    package struct Entry {
        /// The words of the entry's first line.
        package let head: [String]
        package var fields: [(name: String, values: [String])]
        package let line: Int

        /// All values of a field, from every line that has it.
        package func values(_ name: String) -> [String] { fields.filter { $0.name == name }.flatMap(\.values) }
        package func value(_ name: String) -> String? { values(name).first }
    }

    package let name: String
    package private(set) var entries: [Entry] = []
    /// Facts about the whole file: `@vouched 2025-06-30`.
    package private(set) var facts: [String: String] = [:]

    /// - Throws: `WorldError` where a line is neither comment, fact, entry nor field.
    package init(_ text: String, name: String) throws(WorldError) {
        self.name = name
        var number = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            guard
                let first = line.utf8.first(where: {
                    $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") && $0 != UInt8(ascii: "\r")
                })
            else { continue }
            if first == UInt8(ascii: "#") { continue }
            if first == UInt8(ascii: "@") {
                let parts = line.dropFirst().split(separator: " ", maxSplits: 1)
                guard parts.count == 2 else {
                    throw WorldError(name, line: number, "a fact without a value", expected: "“@fact value”")
                }
                facts[String(parts[0])] = Self.trimmed(parts[1])
            } else if line.utf8.first == first {
                entries.append(Entry(head: line.split(separator: " ").map { Self.trimmed($0) }, fields: [], line: number))
            } else {
                guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else {
                    throw WorldError(name, line: number, "an indented line without a colon", expected: "“field: value | value”")
                }
                guard !entries.isEmpty else {
                    throw WorldError(
                        name, line: number, "a field before the first entry", expected: "an entry at the first column")
                }
                let field = Self.trimmed(line[..<colon])
                let values = Self.parts(of: line[line.utf8.index(after: colon)...], at: UInt8(ascii: "|"))
                entries[entries.count - 1].fields.append((field, values.filter { !$0.isEmpty }))
            }
        }
    }

    /// The parts of a text between some mark, without the spaces around them. Bytes are looked at, not characters:
    /// there are hundreds of thousands.
    package static func parts(of text: Substring, at mark: UInt8) -> [String] {
        text.utf8.split(separator: mark).map { trimmed(Substring($0)) }
    }

    package static func trimmed(_ text: Substring) -> String {
        let utf8 = text.utf8
        let isSpace: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }
        guard let start = utf8.firstIndex(where: { !isSpace($0) }), let end = utf8.lastIndex(where: { !isSpace($0) }) else {
            return ""
        }
        return String(text[start...end])
    }
}
