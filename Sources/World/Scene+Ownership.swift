internal import Language

/// What the words beside a phrase add to its party.
extension Scene {
    mutating func add(_ modifier: Modifier, _ extent: Range<Int>, to party: inout Party) {
        if modifier.relation == .place {
            let isElsewhere = party.kind == "minority" || isEthnic(extent)
            guard party.actor.state == nil || isElsewhere, let there = self.party(at: modifier.word),
                let state = there.actor.state
            else { return }
            let isHome =
                Self.settled.contains(party.actor.sector) || Self.settledKinds.contains(party.kind ?? "") || isEthnic(extent)
            guard isHome, !Self.foreign.contains(party.kind ?? ""), !isOfMany(extent),
                there.actor.sector == "CVL" || there.place != nil || there.actor.organ == nil
            else { return }
            party.actor.state = state
            party.basis = .modifier
            return
        }
        guard let beside = self.party(at: modifier.word) else { return }
        // "Palestinian citizens of Israel", "British Pakistanis": of the state they live in.
        if let state = beside.actor.state, beside.actor.organ == nil, party.actor.state != nil, party.actor.state != state {
            let isCitizen =
                modifier.relation == .of && preposition(of: modifier.word) == "of"
                && Self.citizens.contains(words[party.head].lower)
            let isAbroad = modifier.relation == .adjective && Self.abroad.contains(words[party.head].lower)
            if isCitizen || isAbroad { party.actor.state = state }
        }
        if modifier.relation == .of, preposition(of: modifier.word) == "from", isEthnic(extent) {
            party.actor.state = beside.actor.state ?? party.actor.state
            return
        }
        // "the bloc Ecowas", "the airline Aeroflot": the name says who it is.
        if !party.isPerson, !beside.isPerson, beside.actor.name != nil, party.actor.name == nil, party.basis == .noun,
            modifier.relation == .title || modifier.relation == .adjective && abs(modifier.word - party.head) == 1,
            Self.generic.contains(words[party.head].lower)
        {
            party.actor = beside.actor
            party.kind = party.kind ?? beside.kind
            party.basis = .name
            return
        }
        if modifier.relation == .adjective, let state = beside.actor.state, beside.actor.organ == nil, party.actor.state != nil,
            Self.guests.contains(words[party.head].lower)
        {
            // "Pakistan's Afghan residents".
            party.actor.state = state
        }
        takeTitle(modifier, beside, &party)
        takeOrgan(modifier, beside, &party)
        if party.actor.state == nil, party.actor.sector != "IGO" || party.actor.name == nil, let state = beside.actor.state {
            party.actor.state = state
            party.basis = party.basis == .title ? .title : party.basis == .noun || party.basis == .name ? .modifier : party.basis
            if party.isPerson, party.basis == .title, party.actor.sector == "UNK" { party.actor.sector = "CVL" }
        }
        if let place = beside.place, party.isPerson { ruleThere(place, beside, &party) }
    }

    /// Title and name: the office comes from the one, the name from the other.
    func takeTitle(_ modifier: Modifier, _ beside: Party, _ party: inout Party) {
        guard party.isPerson, modifier.relation == .title || modifier.relation == .adjective, party.basis != .holder,
            party.basis != .memory
        else { return }
        // "Kazakhstan's leader, Nursultan Nazarbayev": the office is the one that is held.
        if party.basis == .noun || party.basis == .modifier, beside.basis == .holder, let kind = beside.kind,
            Self.general.contains(party.kind ?? "")
        {
            party.kind = kind
            party.actor = Actor(
                state: party.actor.state ?? beside.actor.state, sector: beside.actor.sector, organ: beside.actor.organ,
                name: beside.actor.name)
        }
        if party.basis == .title, let kind = beside.kind, beside.isPerson || beside.actor.sector != "CVL" {
            if party.kind == nil {
                party.kind = kind
                party.actor.sector = beside.actor.sector
                party.actor.organ = beside.actor.organ
            }
        }
        if party.actor.name == nil, modifier.relation == .title, beside.isPerson, beside.actor.name != nil {
            party.actor.name = beside.actor.name
            if party.kind == "civilian" || party.kind == nil, beside.kind != nil {
                party.actor.sector = beside.actor.sector
                party.actor.organ = beside.actor.organ
                party.kind = beside.kind
            }
        }
    }

    /// Nouns that stand before or after the name of a body.
    static let generic: Set<String> = [
        "bloc", "alliance", "group", "movement", "organisation", "organization", "agency", "union", "party", "militia", "network",
        "company", "firm", "airline", "bank", "giant", "carrier", "newspaper", "daily", "weekly", "magazine", "broadcaster",
        "channel", "station", "site", "website", "outlet", "charity", "gang", "cartel", "watchdog", "lender", "producer", "maker",
    ]

    static let employers: Set<String> = ["BUS", "NGO", "MED", "PTY", "REB", "EDU"]
    static let staff: Set<String> = ["officer", "officers", "agent", "agents", "guards", "personnel", "crew", "crews"]

    /// Offices that tell less than the one that somebody holds.
    static let general: Set<String> = [
        "leader", "minister", "official", "general", "commander", "statesman", "government-aide",
    ]

    /// Somebody or something of an organ or body is of its sector: "CNN's crew", "Gazprom's head", "FSB officers".
    func takeOrgan(_ modifier: Modifier, _ beside: Party, _ party: inout Party) {
        // "a spokesman for the Lithuanian foreign ministry" is of the ministry.
        if modifier.relation != .title, ["government-spokesperson", "government-aide"].contains(party.kind ?? ""),
            let organ = beside.actor.organ
        {
            party.actor.organ = organ
            party.actor.sector = beside.actor.sector
            return
        }
        guard modifier.relation != .title, modifier.relation != .owner, !beside.isPerson || party.actor.organ == nil,
            beside.actor.sector != "UNK"
        else { return }
        if beside.actor.sector == "IGO", beside.actor.state == nil, party.actor.state == nil, party.actor.name == nil,
            modifier.relation != .of || party.actor.sector == "UNK", party.actor.sector != "MIL"
        {
            party.actor.sector = "IGO"
            if !party.isPerson || words[party.head].has("Number=Plur") { party.actor.name = beside.actor.name }
            return
        }
        // "Huawei's finance chief", "Hannah Okafor of Doctors Without Borders": of the company, of the charity.
        if party.isPerson, beside.actor.name != nil, !beside.isPerson, Self.employers.contains(beside.actor.sector) {
            party.actor.sector = beside.actor.sector
            party.actor.organ = beside.actor.organ
            if party.basis == .title { party.kind = party.kind ?? beside.kind ?? "official" }
            return
        }
        let isNamed = beside.actor.name != nil || beside.actor.organ != nil
        let lower = words[party.head].lower
        let isMember = party.kind == nil && party.actor.sector == "UNK" && Self.belonging.contains(lower)
        let isStaff =
            ["crew", "worker", "official", "media", "building", "civilian", "airliner", "commander"].contains(party.kind ?? "")
            && beside.actor.sector != "GOV" && beside.actor.name != nil
            || Self.staff.contains(lower) && beside.actor.organ != nil && beside.actor.sector != "GOV"
        if isMember, isNamed || party.actor.sector == "UNK", beside.actor.sector != "CVL" || party.isPerson {
            party.actor.sector = beside.actor.sector
            party.actor.organ = beside.actor.organ
            if party.actor.name == nil, beside.actor.state == nil { party.actor.name = beside.actor.name }
            party.kind = party.kind ?? beside.kind
            party.basis = .modifier
        } else if isStaff, modifier.relation != .place {
            party.actor.sector = beside.actor.sector
            party.actor.organ = party.actor.organ ?? beside.actor.organ
            if party.actor.state == nil, beside.actor.state == nil, party.actor.name == nil {
                party.actor.name = beside.actor.name
            }
        }
    }

    /// Who rules a town or region is of its government, whatever the title: "the premier of Victoria".
    func ruleThere(_ place: Place, _ beside: Party, _ party: inout Party) {
        guard let kind = party.kind, ["president", "prime-minister", "leader", "foreign-minister", "minister"].contains(kind),
            beside.actor.sector == "CVL", beside.actor.organ == nil, place.state != nil, party.basis != .holder
        else { return }
        party.kind = "governor"
        party.actor.organ = "local-government"
        party.actor.sector = "GOV"
        party.actor.state = place.state
    }

    /// Who is at home where they are said to be: "police in Baku", "doctors in Gaza"; journalists and tourists are not.
    static let settled = domestic.union(["REB", "CRM", "HLH", "EDU", "LAB", "BUS", "REL"])
    static let settledKinds: Set<String> = [
        "minority", "civilian", "child", "family", "victim", "protester", "activist", "voter", "building", "city", "state-media",
    ]
    static let citizens: Set<String> = ["citizen", "citizens", "nationals", "national"]
    /// Peoples of whom many live as citizens of other states.
    static let abroad: Set<String> = [
        "serbs", "serb", "indians", "pakistanis", "turks", "albanians", "armenians", "croats", "hungarians", "kurds", "poles",
        "tatars",
        "bangladeshis", "somalis", "azerbaijanis", "uzbeks", "tajiks",
    ]
    /// People who are told by where they come from, whosever land they are in.
    static let guests: Set<String> = ["residents", "refugees", "migrants", "workers", "expatriates", "students"]
    static let peoples: Set<String> = ["ethnic", "native"]

    func isEthnic(_ extent: Range<Int>) -> Bool {
        extent.lowerBound > 0 && Self.peoples.contains(words[extent.lowerBound - 1].lower)
            || extent.contains { sentence.children[$0].contains { Self.peoples.contains(words[$0].lower) } }
    }

    /// "ten Western embassies": of several states, wherever they stand.
    func isOfMany(_ extent: Range<Int>) -> Bool {
        extent.contains {
            sentence.children[$0].contains { ["western", "foreign", "european", "arab", "several"].contains(words[$0].lower) }
        }
    }

    /// "US and South Korean jets": the first of two states that share a noun is a party of the noun's kind.
    func shareEllipsis(_ party: inout Party) {
        guard party.basis == .name, party.kind == nil, party.actor.organ == nil, let known = knownAt[party.head],
            known.references.contains(where: \.isState), known.words.upperBound + 1 < words.count
        else { return }
        let join = known.words.upperBound
        guard ["and", "or", ","].contains(words[join].lower), let second = knownAt[join + 1],
            second.references.contains(where: {
                if case .state(_, let form, _) = $0 { form == .adjective || form == .name } else { false }
            })
        else { return }
        var index = second.words.upperBound
        while index < words.count, words[index].tag == .adjective, knownAt[index] == nil { index += 1 }
        guard index < words.count, words[index].tag == .noun || words[index].tag == .name, let noun = knownAt[index],
            hangs(headWord(second.words), within: second.words.lowerBound..<noun.words.upperBound)
                || words[headWord(second.words)].tag == .adjective
        else { return }
        for reference in noun.references {
            switch reference {
            case .organ(let key, let sector):
                party.actor.sector = sector
                party.actor.organ = key
                party.kind = key
            case .office(let kind, let organ, let sector, _):
                party.actor.sector = sector
                party.actor.organ = organ
                party.kind = kind
                party.isPerson = true
            case .role(let kind, let sector):
                party.actor.sector = sector
                party.kind = kind
            default: continue
            }
            return
        }
    }

    /// Gives a name that stands beside its title what both tell together.
    mutating func share(_ party: Party, with word: Int) {
        guard party.isPerson, let name = party.actor.name, let other = parties[word], other.isPerson,
            other.actor.state == nil || other.kind == nil, party.actor.state != nil,
            other.actor.name == name || other.actor.name == nil && other.actor.state == nil
        else { return }
        identify(word, as: party.actor, kind: party.kind)
    }

    /// Armed groups and shops of no state are of the one in which they act: "the rebels entered Goma".
    mutating func placeAtHome(_ party: inout Party) {
        let isLocal = party.actor.organ == "local-government"
        guard party.actor.state == nil, party.actor.name == nil || isLocal,
            isLocal || ["REB", "CRM", "BUS"].contains(party.actor.sector) && party.basis == .noun,
            let clause = words[party.head].head,
            words[party.head].baseRelation == "nsubj" || words[party.head].baseRelation == "obl"
        else { return }
        for child in sentence.children[clause] where child != party.head {
            let isObject = words[child].baseRelation == "obj"
            let inner = [child] + sentence.children[child].filter { !isObject || preposition(of: $0) != nil }
            for word in inner {
                guard let known = knownAt[word], word != party.head, isLocative(word) || isObject,
                    known.references.contains(where: { $0.isPlace || $0.isState }), let there = self.party(at: word),
                    let state = there.actor.state
                else { continue }
                party.actor.state = state
                party.basis = .modifier
                return
            }
        }
    }
}
