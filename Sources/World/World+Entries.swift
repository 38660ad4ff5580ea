extension World {
    /// Understands the entries of every file.
    mutating func add(_ files: WorldFiles) throws(WorldError) {
        try addStates(files[.states])
        try addOrgans(files[.organs])
        try addOffices(files[.offices])
        for entry in files[.roles] {
            let (key, sector) = try Self.keyAndSector(entry, "roles.txt")
            for name in entry.values("names") { names.add(name, .role(key, sector: sector), isProper: false) }
        }
        addNationalOrgans(files[.national])
        try addBodies(files[.bodies])
        try addHolders(files[.holders])
        for entry in files[.outlets] {
            let outlet = entry.head.joined(separator: " ")
            let reference = Reference.outlet(outlet, state: entry.value("state"))
            for name in [outlet] + entry.values("names") { names.add(name, reference, isProper: true) }
        }
        try addRegions(files[.regions])
        for name in files[.idioms].flatMap({ $0.values("names") }) { names.add(name, .idiom, isProper: false) }
    }

    private mutating func addStates(_ entries: [EntryFile.Entry]) throws(WorldError) {
        for entry in entries {
            let state = try State(entry, in: "states.txt")
            guard states.updateValue(state, forKey: state.code) == nil else {
                throw WorldError("states.txt", line: entry.line, "\(state.code) stands twice", expected: "each state once")
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
            func add(_ name: String, _ form: Reference.Form, _ organ: String? = nil) {
                names.add(name, .state(state.code, form, organ: organ), isProper: true)
            }
            for name in [state.name] + state.names { add(name, .name) }
            for name in state.short { add(name, .short) }
            for name in state.adjectives { add(name, .adjective) }
            for name in state.nationals where !state.adjectives.contains(name) {
                add(name, name.hasSuffix("s") ? .nationals : .national)
            }
            for name in state.capitals where name != state.name { add(name, .capital) }
            for (name, organ) in state.seats { add(name, .seat, organ) }
        }
    }

    private mutating func addOrgans(_ entries: [EntryFile.Entry]) throws(WorldError) {
        for entry in entries {
            let (key, sector) = try Self.keyAndSector(entry, "organs.txt")
            sectors[key] = sector
            for name in entry.values("names") { names.add(name, .organ(key, sector: sector), isProper: false) }
        }
    }

    private mutating func addOffices(_ entries: [EntryFile.Entry]) throws(WorldError) {
        for entry in entries {
            let (key, sector) = try Self.keyAndSector(entry, "offices.txt")
            let kind = String(key.prefix { $0 != "." })
            if offices[kind] == nil { offices[kind] = (entry.value("organ"), sector) }
            let reference = Reference.office(kind, organ: entry.value("organ"), sector: sector, states: entry.values("of"))
            for name in entry.values("titles") { names.add(name, reference, isProper: false) }
        }
    }

    private mutating func addNationalOrgans(_ entries: [EntryFile.Entry]) {
        for entry in entries {
            guard let code = entry.head.first else { continue }
            for field in entry.fields where field.name != "note" {
                for value in field.values {
                    let needsState = value.hasSuffix(" ?")
                    let reference = Reference.nationalOrgan(
                        state: code, organ: field.name, sector: sectors[field.name] ?? "GOV", needsState: needsState)
                    names.add(needsState ? String(value.dropLast(2)) : value, reference, isProper: true)
                }
            }
        }
    }

    private mutating func addBodies(_ entries: [EntryFile.Entry]) throws(WorldError) {
        for entry in entries {
            guard entry.head.count >= 2, let sector = entry.head.last, let key = entry.head.first else {
                throw WorldError("bodies.txt", line: entry.line, "a body without a sector", expected: "“NATO IGO”")
            }
            let acronym = key == key.uppercased() ? [key] : []
            bodies[key] = Body(
                name: entry.values("names").first ?? key, sector: sector, members: Set(entry.values("members")),
                states: entry.values("states"), nouns: entry.values("nouns"))
            for name in entry.values("names") + acronym + entry.values("organs") {
                names.add(name, .body(key, sector: sector), isProper: true)
            }
        }
    }

    private mutating func addHolders(_ entries: [EntryFile.Entry]) throws(WorldError) {
        for entry in entries {
            guard let code = entry.head.first else { continue }
            for field in entry.fields where field.name != "note" && field.name != "shared" {
                for value in field.values {
                    guard let holding = Holding(value) else {
                        throw WorldError(
                            "holders.txt", line: field.line, "“\(value)” under \(code) has no term of office",
                            expected: Holding.expected)
                    }
                    let index = holders.count
                    holders.append(Holder(name: holding.names[0], state: code, office: field.name, term: holding.term))
                    holdersByOffice["\(code) \(field.name)", default: []].append(index)
                    for name in holding.names {
                        names.add(name, .holder(index), isProper: true)
                        for surname in Surname.all(of: name, in: code, office: field.name) { add(surname, of: index) }
                    }
                }
            }
        }
    }

    private mutating func add(_ surname: String, of holder: Int) {
        if let known = surnameIndex[surname] {
            if surnames[known].last != holder { surnames[known].append(holder) }
            return
        }
        surnameIndex[surname] = surnames.count
        names.add(surname, .surname(surnames.count), isProper: true)
        surnames.append([holder])
    }

    private mutating func addRegions(_ entries: [EntryFile.Entry]) throws(WorldError) {
        for entry in entries {
            let name = entry.head.joined(separator: " ")
            guard let place = Place(named: name, in: entry.value("state"), at: entry.value("at")) else {
                throw WorldError(
                    "regions.txt", line: entry.line, "\(name) lies at “\(entry.value("at") ?? "")”",
                    expected: "degrees north and east, “40.4 47.9”")
            }
            regions.append(place)
            for name in [name] + entry.values("names") { names.add(name, .region(regions.count - 1), isProper: true) }
        }
    }

    private static func keyAndSector(_ entry: EntryFile.Entry, _ file: String) throws(WorldError) -> (String, String) {
        guard entry.head.count == 2, entry.head[1].utf8.count == 3 else {
            throw WorldError(
                file, line: entry.line, "“\(entry.head.joined(separator: " "))” is not a kind and its sector",
                expected: "“foreign-ministry GOV”")
        }
        return (entry.head[0], entry.head[1])
    }
}
