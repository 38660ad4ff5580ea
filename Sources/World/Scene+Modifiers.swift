internal import Language
internal import Reading

/// What stands beside the head of a phrase and tells whose it is.
extension Scene {
    /// A word that stands beside, and how.
    private struct Modifier {
        enum Relation: Int {
            case possessive, adjective, of, title, place, owner
        }

        let word: Int
        let relation: Relation
    }

    mutating func addModifiers(of extent: Range<Int>, to party: inout Party) {
        var found = modifiersBefore(extent, party.head)
        for modifier in found {
            let start = knownAt[modifier.word]?.words.lowerBound ?? modifier.word
            party.words = min(party.words.lowerBound, start)..<max(party.words.upperBound, party.head + 1)
        }
        found += modifiersAround(extent, party)
        found.sort { ($0.relation.rawValue, abs($0.word - party.head)) < ($1.relation.rawValue, abs($1.word - party.head)) }
        var seen: Set<Int> = []
        for modifier in found where seen.insert(modifier.word).inserted { add(modifier, extent, to: &party) }
        if party.basis == .title, party.kind == nil, let beside = apposed(extent) {
            takeTitle(Modifier(word: beside.head, relation: .title), beside, &party)
            if party.actor.state == nil { party.actor.state = beside.actor.state }
        }
        shareEllipsis(&party)
        for modifier in found where modifier.relation == .title { share(party, with: modifier.word) }
        placeAtHome(&party)
    }

    // MARK: Finding them

    /// States and owners before the head, as they are written: "the Swedish and Finnish|ambassadors".
    private func modifiersBefore(_ extent: Range<Int>, _ head: Int) -> [Modifier] {
        var found: [Modifier] = []
        var index = extent.lowerBound - 1
        let limit = max(0, index - 9)
        while index >= limit {
            let word = words[index]
            switch word.tag {
            case .adjective, .noun, .name, .number, .other, .adverb, .symbol: break
            case .particle where word.lower == "'s" || word.lower == "'": break
            case .verb where isHyphened(index) || word.relation == "amod": break
            case .punctuation where word.text == "-": break
            default:
                if knownAt[index] == nil || word.lower == "and" { return found }
            }
            if let known = knownAt[index], known.words.upperBound - 1 == index, !isElsewhere(known) {
                let isOwned = index + 1 < extent.lowerBound && (words[index + 1].lower == "'s" || words[index + 1].lower == "'")
                if let state = known.references.first(where: isState) {
                    if isOwner(known) {
                        found.append(Modifier(word: headWord(known.words), relation: .owner))
                    } else if isOwned {
                        found.append(Modifier(word: headWord(known.words), relation: .possessive))
                    } else if case .state(_, .adjective, _) = state {
                        found.append(Modifier(word: headWord(known.words), relation: .adjective))
                    } else if hangs(index, within: index..<extent.upperBound) {
                        found.append(Modifier(word: headWord(known.words), relation: .adjective))
                    }
                } else if isOwner(known) {
                    found.append(Modifier(word: headWord(known.words), relation: .owner))
                }
            }
            index -= 1
        }
        return found
    }

    private func modifiersAround(_ extent: Range<Int>, _ party: Party) -> [Modifier] {
        var found: [Modifier] = []
        let head = party.head
        for word in Array(extent) + (extent.contains(head) ? [] : [head]) {
            for child in sentence.children[word] where !extent.contains(child) {
                if let known = knownAt[child], isElsewhere(known) { continue }
                if let relation = relation(of: child, party) {
                    found.append(Modifier(word: child, relation: relation))
                }
            }
        }
        // "the government in Algiers", wherever the tree hangs the place.
        var next = extent.upperBound
        if next + 1 < words.count, ["of", "in"].contains(words[next].lower) {
            let relation: Modifier.Relation = words[next].lower == "of" ? .of : .place
            next += 1
            if words[next].lower == "the", next + 1 < words.count { next += 1 }
            if let known = knownAt[next], known.words.lowerBound == next, !isElsewhere(known),
                known.references.contains(where: { isState($0) || isPlaceReference($0) })
            {
                found.append(Modifier(word: headWord(known.words), relation: relation))
            }
        }
        // A name beneath its own title, where the tree has it so.
        if let above = words[head].head, ["appos", "flat", "nmod:desc", "compound"].contains(words[head].relation),
            party.basis == .title, !extent.contains(above)
        {
            found.append(Modifier(word: above, relation: .title))
        }
        let before = extent.lowerBound - 1
        if party.basis == .title, before >= 0, knownAt[before] != nil {
            found.append(Modifier(word: headWord(knownAt[before]?.words ?? before..<before + 1), relation: .title))
        }
        return found
    }

    /// The office or role that commas part from a name, before or after it, however the tree has it.
    private mutating func apposed(_ extent: Range<Int>) -> Party? {
        if extent.lowerBound > 1, words[extent.lowerBound - 1].text == "," {
            for index in stride(from: extent.lowerBound - 2, through: max(0, extent.lowerBound - 10), by: -1) {
                if words[index].tag == .verb || words[index].tag == .auxiliary || words[index].text == "," { break }
                if let beside = named(index) { return beside }
            }
        }
        var index = extent.upperBound
        guard index + 1 < words.count, words[index].text == "," else { return nil }
        index += 1
        if words[index].tag == .number, index + 1 < words.count, words[index + 1].text == "," { index += 2 }
        for index in index..<min(words.count, index + 8) {
            if words[index].tag == .verb || words[index].tag == .auxiliary || words[index].text == "," { break }
            if words[index].tag == .noun, let beside = named(index) { return beside }
        }
        return nil
    }

    private mutating func named(_ index: Int) -> Party? {
        guard Self.mayHead(words[index]), let beside = party(at: index), beside.isPerson, beside.kind != nil else { return nil }
        return beside.actor.name == nil || beside.basis == .noun || beside.basis == .modifier ? beside : nil
    }

    private func relation(of child: Int, _ party: Party) -> Modifier.Relation? {
        switch words[child].relation {
        case "nmod:poss": return .possessive
        case "amod", "compound", "nmod:unmarked", "det", "dep": return child < party.head ? .adjective : .of
        case "nmod:desc", "flat", "appos", "list": return .title
        case "nmod", "nmod:of", "obl":
            switch preposition(of: child) {
            case "of", "from", "de": return .of
            case "for": return party.isPerson && !Self.foreign.contains(party.kind ?? "") ? .of : nil
            case "in", "at", "on", "near": return .place
            default: return nil
            }
        default: return nil
        }
    }

    private func preposition(of word: Int) -> String? {
        sentence.children[word].first { words[$0].relation == "case" }.map { words[$0].lower }
    }

    func headWord(_ range: Range<Int>) -> Int {
        range.first { words[$0].head.map { !range.contains($0) } ?? true } ?? range.upperBound - 1
    }

    private func hangs(_ word: Int, within range: Range<Int>) -> Bool {
        var index = word
        for _ in 0..<6 {
            guard let above = words[index].head, range.contains(above) else { return false }
            if above == range.upperBound - 1 || above > word {
                return ["compound", "amod", "nmod", "flat"].contains(words[index].baseRelation)
            }
            index = above
        }
        return false
    }

    private func isState(_ reference: Reference) -> Bool {
        if case .state(_, let form, _) = reference { return form != .short }
        return false
    }

    // MARK: Hyphens

    private static let owners: Set<String> = [
        "led", "owned", "operated", "flagged", "registered", "based", "run", "organised", "organized", "chartered", "commanded",
        "headquartered", "administered", "ruled", "controlled", "occupied", "dominated",
    ]
    private static let against: Set<String> = ["pro", "anti", "non", "ex", "post", "pre", "counter", "trans"]

    private func isTight(_ word: Int) -> Bool { word > 0 && words[word].start == words[word - 1].end }

    private func isHyphened(_ word: Int) -> Bool { word > 1 && words[word - 1].text == "-" && isTight(word) }

    /// The word that a hyphen joins to a name: "US|-led".
    private func joined(_ known: KnownName) -> Int? {
        let next = known.words.upperBound
        guard next + 1 < words.count, words[next].text == "-", isTight(next), isTight(next + 1) else { return nil }
        return next + 1
    }

    /// "British-flagged": whose it is, where nothing else tells.
    private func isOwner(_ known: KnownName) -> Bool {
        joined(known).map { Self.owners.contains(words[$0].lower) } ?? false
    }

    private static let papers: Set<String> = [
        "convention", "conventions", "agreement", "agreements", "accord", "accords", "treaty", "protocol", "declaration",
        "syndrome", "process", "consensus", "format", "memorandum", "charter", "principles", "pact", "communiqué", "war",
        "olympics", "games", "cup", "marathon", "club", "stakes",
    ]

    /// A name that stands for another thing than what it names: the backer before a hyphen, where a treaty was signed.
    func isElsewhere(_ known: KnownName) -> Bool {
        let first = known.words.lowerBound
        if first >= 2, words[first - 1].text == "-", isTight(first), isTight(first - 1),
            Self.against.contains(words[first - 2].lower)
        {
            return known.references.contains(where: isState)
        }
        if let joined = joined(known), !known.references.contains(where: isHolder) {
            if knownAt[joined].map({ $0.references.contains(where: isState) }) ?? false { return true }
            if words[joined].tag == .name || words[joined].text.first?.isUppercase ?? false { return false }
            return !Self.owners.contains(words[joined].lower) && knownAt[joined] == nil
        }
        let next = known.words.upperBound
        if next < words.count, Self.papers.contains(words[next].lower),
            words[next].text.first?.isUppercase ?? false || words[next].lower != "war",
            known.references.contains(where: { isState($0) || isPlaceReference($0) }),
            words[next].text.first?.isUppercase ?? false || words[next].tag == .noun
        {
            return !known.references.contains {
                if case .state(_, .adjective, _) = $0 { words[next].text.first?.isLowercase ?? true } else { false }
            }
        }
        return false
    }

    private func isHolder(_ reference: Reference) -> Bool {
        if case .holder = reference { return true }
        return false
    }

    private func isPlaceReference(_ reference: Reference) -> Bool {
        switch reference {
        case .place, .region: true
        default: false
        }
    }

    // MARK: Adding them

    private mutating func add(_ modifier: Modifier, _ extent: Range<Int>, to party: inout Party) {
        if modifier.relation == .place {
            let isElsewhere = party.kind == "minority" || isEthnic(extent)
            guard party.actor.state == nil || isElsewhere, let there = self.party(at: modifier.word),
                let state = there.actor.state
            else { return }
            let isHome =
                Self.domestic.contains(party.actor.sector) || party.actor.sector == "REB" || party.actor.sector == "CRM"
                || isEthnic(extent) || party.kind == "minority" || party.kind == "company"
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
    private func takeTitle(_ modifier: Modifier, _ beside: Party, _ party: inout Party) {
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
    private static let generic: Set<String> = [
        "bloc", "alliance", "group", "movement", "organisation", "organization", "agency", "union", "party", "militia", "network",
        "company", "firm", "airline", "bank", "giant", "carrier", "newspaper", "daily", "weekly", "magazine", "broadcaster",
        "channel", "station", "site", "website", "outlet", "charity", "gang", "cartel", "watchdog", "lender", "producer", "maker",
    ]

    /// Offices that tell less than the one that somebody holds.
    private static let general: Set<String> = [
        "leader", "minister", "official", "general", "commander", "statesman", "government-aide",
    ]

    /// Somebody or something of an organ or body is of its sector: "CNN's crew", "Gazprom's head", "FSB officers".
    private func takeOrgan(_ modifier: Modifier, _ beside: Party, _ party: inout Party) {
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
        let isNamed = beside.actor.name != nil || beside.actor.organ != nil
        let lower = words[party.head].lower
        let isMember = party.kind == nil && party.actor.sector == "UNK" && Self.belonging.contains(lower)
        let isStaff =
            ["crew", "worker", "official", "media", "building", "civilian", "airliner", "commander"].contains(party.kind ?? "")
            && beside.actor.sector != "GOV" && beside.actor.name != nil
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
    private func ruleThere(_ place: Place, _ beside: Party, _ party: inout Party) {
        guard let kind = party.kind, ["president", "prime-minister", "leader", "foreign-minister", "minister"].contains(kind),
            beside.actor.sector == "CVL", beside.actor.organ == nil, place.state != nil, party.basis != .holder
        else { return }
        party.kind = "governor"
        party.actor.organ = "local-government"
        party.actor.sector = "GOV"
        party.actor.state = place.state
    }

    private static let citizens: Set<String> = ["citizen", "citizens", "nationals", "national"]
    /// Peoples of whom many live as citizens of other states.
    private static let abroad: Set<String> = [
        "serbs", "serb", "indians", "pakistanis", "turks", "albanians", "armenians", "croats", "hungarians", "kurds", "poles",
        "tatars",
        "bangladeshis", "somalis", "azerbaijanis", "uzbeks", "tajiks",
    ]
    private static let peoples: Set<String> = ["ethnic", "native"]

    private func isEthnic(_ extent: Range<Int>) -> Bool {
        extent.lowerBound > 0 && Self.peoples.contains(words[extent.lowerBound - 1].lower)
            || extent.contains { sentence.children[$0].contains { Self.peoples.contains(words[$0].lower) } }
    }

    /// "ten Western embassies": of several states, wherever they stand.
    private func isOfMany(_ extent: Range<Int>) -> Bool {
        extent.contains {
            sentence.children[$0].contains { ["western", "foreign", "european", "arab", "several"].contains(words[$0].lower) }
        }
    }

    /// "US and South Korean jets": the first of two states that share a noun is a party of the noun's kind.
    private func shareEllipsis(_ party: inout Party) {
        guard party.basis == .name, party.kind == nil, party.actor.organ == nil, let known = knownAt[party.head],
            known.references.contains(where: isState), known.words.upperBound + 1 < words.count
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
    private mutating func share(_ party: Party, with word: Int) {
        guard party.isPerson, let name = party.actor.name, let other = parties[word], other.isPerson,
            other.actor.state == nil || other.kind == nil, party.actor.state != nil, other.actor.name == name
        else { return }
        identify(word, as: party.actor, kind: party.kind)
    }

    /// Armed groups and shops of no state are of the one in which they act: "the rebels entered Goma".
    private mutating func placeAtHome(_ party: inout Party) {
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
                    known.references.contains(where: { isPlaceReference($0) || isState($0) }), let there = self.party(at: word),
                    let state = there.actor.state
                else { continue }
                party.actor.state = state
                party.basis = .modifier
                return
            }
        }
    }
}
