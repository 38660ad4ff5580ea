package import Foundation
internal import Reading

extension World {
    /// What is wrong with the World's data, file by file: unknown keys and codes, bad dates, two holders of one office at a
    /// time, names that stand twice.
    ///
    /// - Throws: `WorldError` where a file cannot be read as entries at all.
    package static func findings(overlay: URL? = nil) throws -> [WorldError] {
        let files = try WorldFiles(folder: ResourceFolder.url(of: "World"), overlay: overlay)
        let format = WorldFormat(files)
        var findings: [WorldError] = []
        for kind in WorldFiles.Kind.allCases {
            guard let file = files.files[kind] else { continue }
            findings += format.findings(in: file, kind)
            findings += repeatedNames(in: file, kind)
        }
        return findings + overlappingTerms(files[.holders])
    }

    /// Offices that one person holds at a time.
    private static let single: Set<String> = [
        "president", "prime-minister", "monarch", "supreme-leader", "foreign-minister", "defence-minister", "crown-prince",
    ]

    /// Weeks in which one still holds an office and the next already does are no mistake: acting holders stand beside others.
    private static let handover = 120

    private static func overlappingTerms(_ entries: [EntryFile.Entry]) -> [WorldError] {
        var findings: [WorldError] = []
        for entry in entries {
            let shared = entry.values("shared")
            let lines = entry.fields.filter { single.contains($0.name) && !shared.contains($0.name) }
            for office in Set(lines.map(\.name)).sorted() {
                let held = lines.filter { $0.name == office }.compactMap { field in
                    field.values.first.flatMap { Holding($0) }.map { (line: field.line, holding: $0) }
                }
                for (index, later) in held.enumerated() {
                    for earlier in held[..<index] where earlier.holding.names[0] != later.holding.names[0] {
                        let from = max(
                            earlier.holding.term.from ?? Day(number: -700_000), later.holding.term.from ?? Day(number: -700_000))
                        let until = min(
                            earlier.holding.term.until ?? Day(number: 700_000), later.holding.term.until ?? Day(number: 700_000))
                        // Of "2011" and "..2011" nobody knows which came first.
                        let isOneYear = from.year == until.year && from.description.hasSuffix("-01-01")
                        guard until - from > handover, !isOneYear else { continue }
                        findings.append(
                            WorldError(
                                "holders.txt", line: later.line,
                                "\(later.holding.names[0]) and \(earlier.holding.names[0]) both are \(office) of \(entry.head[0]) from \(from)",
                                expected: "one at a time"))
                    }
                }
            }
        }
        return findings
    }

    private static func repeatedNames(in file: EntryFile, _ kind: WorldFiles.Kind) -> [WorldError] {
        let field: String
        switch kind {
        case .organs, .roles, .bodies, .outlets, .regions, .idioms: field = "names"
        case .offices: field = "titles"
        case .states, .national, .holders: return []
        }
        var first: [UInt64: (entry: String, name: String)] = [:]
        var findings: [WorldError] = []
        for entry in file.entries {
            // The same title in two states, the same newspaper's name in two, is no mistake.
            let home = kind == .offices ? entry.value("of") : kind == .outlets ? entry.value("state") : nil
            let key = home ?? entry.head.joined(separator: " ")
            for line in entry.fields where line.name == field {
                for name in line.values {
                    let path = NamePath(of: name).hash
                    if let known = first[path], known.name == name, known.entry == key || kind != .offices && kind != .outlets {
                        findings.append(
                            WorldError(
                                file.name, line: line.line, "“\(name)” stands under \(known.entry) too",
                                expected: "each name once"))
                    } else if first[path] == nil {
                        first[path] = (key, name)
                    }
                }
            }
        }
        return findings
    }
}
