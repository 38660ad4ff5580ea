internal import Reading

/// What the World's files may hold: their fields, and the codes, keys and dates in them.
struct WorldFormat {
    static let sectors: Set<String> = [
        "GOV", "MIL", "COP", "SPY", "JUD", "LEG", "PTY", "OPP", "REB", "INS", "CRM", "MED", "EDU", "BUS", "LAB", "REL", "HLH",
        "REF", "CVL", "IGO", "NGO", "UNK",
    ]
    private static let owners: Set<String> = ["state", "public", "party", "private", "exile"]
    private static let stateFields: Set<String> = [
        "status", "iso2", "cow", "formal", "names", "short", "adjectives", "nationals", "capital", "seats", "at", "since",
        "until",
        "note",
    ]

    private let states: Set<String>
    private let organs: Set<String>
    private let offices: Set<String>
    private let bodies: Set<String>

    init(_ files: WorldFiles) {
        states = Set(files[.states].compactMap(\.head.first))
        organs = Set(files[.organs].compactMap(\.head.first))
        offices = Set(files[.offices].compactMap { $0.head.first.map { String($0.prefix { $0 != "." }) } })
        bodies = Set(files[.bodies].compactMap(\.head.first))
    }

    /// What is wrong in a file.
    ///
    /// - Parameter known: the file it is laid over, whose entries it need not complete.
    func findings(in file: EntryFile, _ kind: WorldFiles.Kind, beside known: EntryFile? = nil) -> [WorldError] {
        let heads = Set(known?.entries.map { $0.head.first } ?? [])
        var findings: [WorldError] = []
        for entry in file.entries {
            findings += head(of: entry, in: file.name, kind, isKnown: heads.contains(entry.head.first))
            for field in entry.fields { findings += self.field(field, in: file.name, kind) }
        }
        return findings
    }

    private func head(of entry: EntryFile.Entry, in file: String, _ kind: WorldFiles.Kind, isKnown: Bool) -> [WorldError] {
        func wrong(_ expected: String) -> [WorldError] {
            [WorldError(file, line: entry.line, "“\(entry.head.joined(separator: " "))” begins no entry", expected: expected)]
        }
        switch kind {
        case .states:
            if isKnown, entry.head.count == 1 { return [] }
            do {
                _ = try State(entry, in: file)
                return []
            } catch { return [error] }
        case .organs, .offices, .roles:
            let isRight = entry.head.count == 2 && Self.sectors.contains(entry.head[1])
            return isRight ? [] : wrong("a kind and its sector, “foreign-ministry GOV”")
        case .bodies:
            let isRight = entry.head.count >= 2 && Self.sectors.contains(entry.head[entry.head.count - 1])
            return isRight ? [] : wrong("a key and its sector, “NATO IGO”")
        case .national: return states.contains(entry.head[0]) ? [] : wrong("the code of a state in states.txt, “AZE Azerbaijan”")
        case .holders:
            let isRight = states.contains(entry.head[0]) || bodies.contains(entry.head[0])
            return isRight ? [] : wrong("the code of a state in states.txt or a key of bodies.txt, “AZE Azerbaijan”")
        case .outlets, .regions, .idioms: return []
        }
    }

    private func field(_ field: EntryFile.Field, in file: String, _ kind: WorldFiles.Kind) -> [WorldError] {
        func wrong(_ cause: String, _ expected: String) -> WorldError {
            WorldError(file, line: field.line, cause, expected: expected)
        }
        func unknown(_ values: [String], among known: Set<String>, _ expected: String) -> [WorldError] {
            values.filter { !known.contains($0) }.map { wrong("“\($0)” under \(field.name) is unknown", expected) }
        }
        let allowed: Set<String> =
            switch kind {
            case .states: Self.stateFields
            case .organs, .roles, .idioms: ["names", "note"]
            case .offices: ["organ", "titles", "of", "note"]
            case .national: organs.union(["note"])
            case .holders: offices.union(["note", "shared"])
            case .bodies: ["names", "members", "states", "organs", "nouns", "note"]
            case .outlets: ["state", "owner", "names", "domains", "note"]
            case .regions: ["state", "at", "names", "note"]
            }
        guard allowed.contains(field.name) else {
            let expected =
                switch kind {
                case .national: "a key of organs.txt"
                case .holders: "a key of offices.txt"
                default: allowed.sorted().joined(separator: ", ")
                }
            return [wrong("the field “\(field.name)” is unknown", expected)]
        }
        switch (kind, field.name) {
        case (.holders, "shared"): return unknown(field.values, among: offices, "a key of offices.txt")
        case (.holders, let name) where name != "note":
            return field.values.flatMap { value -> [WorldError] in
                guard let holding = Holding(value) else {
                    return [wrong("“\(value)” has no name or no term of office", Holding.expected)]
                }
                return holding.term.from == nil && holding.term.until == nil
                    ? [wrong("\(holding.names[0]) holds office without any date", Holding.expected)] : []
            }
        case (.offices, "organ"): return unknown(field.values, among: organs, "a key of organs.txt")
        case (.offices, "of"), (.bodies, "members"), (.bodies, "states"), (.outlets, "state"), (.regions, "state"):
            return unknown(field.values, among: states, "codes of states.txt, “AZE”")
        case (.outlets, "owner"): return unknown(field.values, among: Self.owners, Self.owners.sorted().joined(separator: ", "))
        case (.states, "since"), (.states, "until"):
            return field.values.filter { Term("\($0)..") == nil }.map { wrong("“\($0)” is no date", "a date such as 1991-12-26") }
        case (.states, "seats"):
            let named = field.values.compactMap { value in
                let parts = EntryFile.parts(of: value, at: UInt8(ascii: "="))
                return parts.count > 1 ? parts[1] : nil
            }
            return unknown(named, among: organs, "“Kremlin = presidency” with a key of organs.txt")
        case (.regions, "at"), (.states, "at"):
            return Place(named: "", in: nil, at: field.values.first) == nil
                ? [wrong("“\(field.values.first ?? "")” is no place", "degrees north and east, “40.4 47.9”")] : []
        default: return []
        }
    }
}

/// A line of `holders.txt`: a name with its variants, and a term of office.
struct Holding {
    static let expected = "“Name / variant, 2012-05-07..”"

    let names: [String]
    let term: Term

    init?(_ value: String) {
        guard let comma = value.utf8.lastIndex(of: UInt8(ascii: ",")),
            let term = Term(EntryFile.parts(of: value[value.utf8.index(after: comma)...], at: 0)[0])
        else { return nil }
        names = EntryFile.parts(of: value[..<comma], at: UInt8(ascii: "/")).filter { !$0.isEmpty }
        guard !names.isEmpty else { return nil }
        self.term = term
    }
}
