package import Foundation
package import Reading

/// Who is who, and where: states, their organs, offices and people, bodies, outlets and places, from files a person
/// can edit.
public struct World: Sendable {
    /// Somebody who held an office.
    package struct Holder: Sendable {
        package let name: String
        package let state: String
        package let office: String
        let term: Term

        package func holds(on day: Day) -> Bool { term.contains(day) }
    }

    /// A populated place of the gazetteer.
    package struct Settlement: Sendable {
        package let place: Place
        package let population: Int
    }

    /// A body of no state, an armed group or a company.
    package struct Body: Sendable {
        package let name: String
        package let sector: String
        package let members: Set<String>
        package let states: [String]
    }

    /// By code.
    public private(set) var states: [String: State] = [:]
    package private(set) var holders: [Holder] = []
    package private(set) var settlements: [Settlement] = []
    package private(set) var bodies: [String: Body] = [:]
    package private(set) var names = NameIndex()
    /// An office's organ and sector.
    package private(set) var offices: [String: (organ: String?, sector: String)] = [:]
    package private(set) var sectors: [String: String] = [:]
    private var stateNames: [String: String] = [:]
    /// Surnames of holders, to indices into `holders`.
    package private(set) var surnames: [String: [Int]] = [:]

    /// The World that comes with the program.
    ///
    /// - Throws: `WorldError` where a file is not as it should be, `ReadingError` where one is missing.
    public static func standard() throws -> World { try World(folder: ResourceFolder.url(of: "World")) }

    package init(folder: URL) throws {
        func file(_ name: String) throws -> EntryFile {
            let url = folder.appendingPathComponent(name)
            return try EntryFile(String(contentsOf: url, encoding: .utf8), name: name)
        }
        try addStates(file("states.txt"))
        try addOrgans(file("organs.txt"))
        try addOffices(file("offices.txt"))
        try addRoles(file("roles.txt"))
        try addNationalOrgans(file("national.txt"))
        try addBodies(file("bodies.txt"))
        try addHolders(file("holders.txt"))
        try addOutlets(file("outlets.txt"))
        addPlaces(try String(contentsOf: folder.appendingPathComponent("places.tsv"), encoding: .utf8))
    }

    /// A populated place by its name and state.
    func settlement(named name: String, in state: String) -> Place? {
        let words = NameIndex.words(of: name)
        let match = names.matches(in: words, lowercased: words.map { $0.lowercased() }).first
        for case .place(let index) in match?.references ?? [] where settlements[index].place.state == state {
            return settlements[index].place
        }
        return nil
    }

    // MARK: States by name

    /// The state a user means by a code or a name in any form: "AZE", "az", "Azerbaijan", "russia", "Russian".
    public func state(_ text: String) -> State? { stateNames[Self.key(text)].flatMap { states[$0] } }

    /// The states whose names are nearest to a mistyped one, nearest first.
    public func suggestions(for text: String) -> [State] {
        let wanted = Array(Self.key(text).unicodeScalars)
        let near = stateNames.compactMap { name, code -> (code: String, distance: Int)? in
            let distance = Self.distance(wanted, Array(name.unicodeScalars))
            return distance * 3 <= max(wanted.count, 3) + 2 ? (code, distance) : nil
        }
        var seen: Set<String> = []
        return near.sorted { ($0.distance, $0.code) < ($1.distance, $1.code) }
            .filter { seen.insert($0.code).inserted }.prefix(3).compactMap { states[$0.code] }
    }

    private static func key(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }

    /// Levenshtein's distance.
    private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
        var row = Array(0...other.count)
        for (i, scalar) in one.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for j in other.indices {
                let cost = min(row[j + 1] + 1, row[j] + 1, diagonal + (scalar == other[j] ? 0 : 1))
                diagonal = row[j + 1]
                row[j + 1] = cost
            }
        }
        return row[other.count]
    }

    // MARK: Files

    private mutating func addStates(_ file: EntryFile) throws(WorldError) {
        for entry in file.entries {
            let state = try State(entry, in: file)
            guard states.updateValue(state, forKey: state.code) == nil else {
                throw WorldError(file.name, line: entry.line, "\(state.code) stands twice", expected: "each state once")
            }
        }
        // Present states first, so that a name they share with a historic one is theirs.
        let ordered = states.values.sorted {
            ($0.status == .historic ? 1 : 0, $0.code) < ($1.status == .historic ? 1 : 0, $1.code)
        }
        for state in ordered {
            for name in [state.code, state.iso2, state.name].compactMap(\.self) + state.names + state.adjectives {
                if stateNames[Self.key(name)] == nil { stateNames[Self.key(name)] = state.code }
            }
            for name in [state.name] + state.names { names.add(name, .state(state.code, .name, organ: nil), isProper: true) }
            for name in state.adjectives { names.add(name, .state(state.code, .adjective, organ: nil), isProper: true) }
            for name in state.nationals where !state.adjectives.contains(name) {
                names.add(name, .state(state.code, name.hasSuffix("s") ? .nationals : .national, organ: nil), isProper: true)
            }
            for name in state.capitals where name != state.name {
                names.add(name, .state(state.code, .capital, organ: nil), isProper: true)
            }
            for (name, organ) in state.seats { names.add(name, .state(state.code, .seat, organ: organ), isProper: true) }
        }
    }

    private mutating func addOrgans(_ file: EntryFile) throws(WorldError) {
        for entry in file.entries {
            let (key, sector) = try Self.keyAndSector(entry, file)
            sectors[key] = sector
            for name in entry.values("names") { names.add(name, .organ(key, sector: sector), isProper: false) }
        }
    }

    private mutating func addOffices(_ file: EntryFile) throws(WorldError) {
        for entry in file.entries {
            let (key, sector) = try Self.keyAndSector(entry, file)
            let kind = String(key.prefix { $0 != "." })
            if offices[kind] == nil { offices[kind] = (entry.value("organ"), sector) }
            let reference = Reference.office(kind, organ: entry.value("organ"), sector: sector, states: entry.values("of"))
            for name in entry.values("titles") { names.add(name, reference, isProper: false) }
        }
    }

    private mutating func addRoles(_ file: EntryFile) throws(WorldError) {
        for entry in file.entries {
            let (key, sector) = try Self.keyAndSector(entry, file)
            for name in entry.values("names") { names.add(name, .role(key, sector: sector), isProper: false) }
        }
    }

    private mutating func addNationalOrgans(_ file: EntryFile) throws(WorldError) {
        for entry in file.entries {
            guard let code = entry.head.first, states[code] != nil else {
                throw WorldError(
                    file.name, line: entry.line, "“\(entry.head.first ?? "")” is no state", expected: "a code of states.txt")
            }
            for (organ, values) in entry.fields where organ != "note" {
                for name in values {
                    names.add(
                        name, .nationalOrgan(state: code, organ: organ, sector: sectors[organ] ?? "GOV"), isProper: true)
                }
            }
        }
    }

    private mutating func addBodies(_ file: EntryFile) throws(WorldError) {
        for entry in file.entries {
            guard entry.head.count >= 2, let sector = entry.head.last, let key = entry.head.first else {
                throw WorldError(file.name, line: entry.line, "a body without a sector", expected: "“nato IGO”")
            }
            let acronym = key == key.uppercased() ? [key] : []
            let all = entry.values("names") + acronym + entry.values("organs")
            bodies[key] = Body(
                name: entry.values("names").first ?? key, sector: sector, members: Set(entry.values("members")),
                states: entry.values("states"))
            for name in all { names.add(name, .body(key, sector: sector), isProper: true) }
        }
    }

    private mutating func addHolders(_ file: EntryFile) throws(WorldError) {
        for entry in file.entries {
            guard let code = entry.head.first else { continue }
            for (office, values) in entry.fields where office != "note" {
                for value in values {
                    guard let comma = value.utf8.lastIndex(of: UInt8(ascii: ",")),
                        let term = Term(EntryFile.trimmed(value[value.utf8.index(after: comma)...]))
                    else {
                        throw WorldError(
                            file.name, line: entry.line, "“\(value)” under \(code) has no term of office",
                            expected: "“Name / variant, 2012-05-07..”")
                    }
                    let variants = EntryFile.parts(of: value[..<comma], at: UInt8(ascii: "/"))
                    guard let name = variants.first else { continue }
                    holders.append(Holder(name: name, state: code, office: office, term: term))
                    for variant in variants {
                        names.add(variant, .holder(holders.count - 1), isProper: true)
                        if let space = variant.utf8.lastIndex(of: UInt8(ascii: " ")) {
                            surnames[String(variant[variant.utf8.index(after: space)...]), default: []].append(holders.count - 1)
                        }
                    }
                }
            }
        }
    }

    private mutating func addOutlets(_ file: EntryFile) throws(WorldError) {
        for entry in file.entries {
            let name = entry.head.joined(separator: " ")
            for name in [name] + entry.values("names") {
                names.add(name, .outlet(name, state: entry.value("state")), isProper: true)
            }
        }
    }

    /// Lines of name, state, latitude, longitude and population, parted by tabs.
    private mutating func addPlaces(_ text: String) {
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
            let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            guard fields.count >= 5 else { continue }
            let name = String(decoding: fields[0], as: UTF8.self)
            let place = Place(
                name: name, state: String(decoding: fields[1], as: UTF8.self),
                latitude: Self.decimal(fields[2]), longitude: Self.decimal(fields[3]))
            settlements.append(Settlement(place: place, population: Int(Self.decimal(fields[4]) ?? 0)))
            names.add(name, .place(settlements.count - 1), isProper: true)
        }
    }

    /// A decimal number such as `-12.345`; `nil` where it is none.
    private static func decimal(_ digits: Substring.UTF8View) -> Double? {
        var whole = 0
        var divisor = 1.0
        var isFraction = false
        for byte in digits where byte != UInt8(ascii: "-") {
            if byte == UInt8(ascii: ".") {
                isFraction = true
                continue
            }
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), whole < 1 << 50 else { return nil }
            whole = whole * 10 + Int(byte - UInt8(ascii: "0"))
            if isFraction { divisor *= 10 }
        }
        return (digits.first == UInt8(ascii: "-") ? -1 : 1) * Double(whole) / divisor
    }

    private static func keyAndSector(_ entry: EntryFile.Entry, _ file: EntryFile) throws(WorldError) -> (String, String) {
        guard entry.head.count == 2, entry.head[1].count == 3 else {
            throw WorldError(
                file.name, line: entry.line, "“\(entry.head.joined(separator: " "))” is not a kind and its sector",
                expected: "“foreign-ministry GOV”")
        }
        return (entry.head[0], entry.head[1])
    }
}
