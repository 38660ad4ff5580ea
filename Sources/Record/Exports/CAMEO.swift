internal import Reading
internal import World

/// The nearest CAMEO code of each act, and its mode in PLOVER: `Resources/cameo.txt`.
struct CAMEO: Sendable {
    struct Code: Hashable, Sendable {
        let code: String
        let mode: String?
    }

    let codes: [String: Code]

    static func standard() throws -> CAMEO {
        try CAMEO(EntryFile(ResourceFolder.text("cameo.txt", of: "Record"), name: "cameo.txt"))
    }

    init(_ file: EntryFile) throws(WorldError) {
        var codes: [String: Code] = [:]
        for entry in file.entries {
            guard (2...3).contains(entry.head.count), (3...4).contains(entry.head[1].count),
                entry.head[1].utf8.allSatisfy({ (48...57).contains($0) })
            else {
                throw WorldError(
                    file.name, line: entry.line, "“\(entry.head.joined(separator: " "))” is no act with a code",
                    expected: "“ACT CODE [MODE]”")
            }
            codes[entry.head[0]] = Code(code: entry.head[1], mode: entry.head.dropFirst(2).first)
        }
        self.codes = codes
    }
}
