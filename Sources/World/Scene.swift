internal import Language
internal import Reading

/// One sentence while its parties are being resolved: known names in it, the tree, and who was named before.
struct Scene {
    let sentence: Sentence
    let world: World
    let day: Day?
    var cast: Cast
    private(set) var parties: [Int: Party] = [:]
    private var matchAt: [NameIndex.Match?]
    private var nameAt: [Sentence.Name?]
    /// Words being resolved, against circles.
    private var open: Set<Int> = []

    private var words: [Word] { sentence.words }

    /// Organs that belong to the state they stand in: "police in Baku".
    private static let domestic: Set<String> = ["COP", "JUD", "LEG", "GOV", "OPP", "PTY", "SPY", "MIL"]
    private static let foreign: Set<String> = [
        "embassy", "consulate", "ambassador", "charge-d-affaires", "consul", "diplomat", "special-envoy", "delegation",
    ]

    init(sentence: Sentence, matches: [NameIndex.Match], world: World, day: Day?, cast: Cast) {
        self.sentence = sentence
        self.world = world
        self.day = day
        self.cast = cast
        matchAt = [NameIndex.Match?](repeating: nil, count: sentence.words.count)
        nameAt = [Sentence.Name?](repeating: nil, count: sentence.words.count)
        for match in matches where Self.isNominal(sentence.words[match.words.upperBound - 1]) {
            for index in match.words { matchAt[index] = match }
        }
        for name in sentence.names {
            for index in name.words { nameAt[index] = name }
        }
    }

    static func mayHead(_ word: Word) -> Bool {
        switch word.tag {
        case .noun, .name, .pronoun, .number, .adjective, .determiner, .other: true
        default: false
        }
    }

    private static func isNominal(_ word: Word) -> Bool {
        switch word.tag {
        case .noun, .name, .adjective, .number, .other, .pronoun, .symbol, .particle: true
        default: word.text.first?.isUppercase == true
        }
    }

    // MARK: Parties

    /// The party whose noun phrase a word heads.
    mutating func party(at head: Int) -> Party? {
        if let known = parties[head] { return known }
        guard open.insert(head).inserted else { return nil }
        defer { open.remove(head) }
        let found = words[head].tag == .pronoun || words[head].tag == .determiner ? pronoun(head) : phrase(head)
        if let found { parties[head] = found }
        return found
    }

    private mutating func pronoun(_ index: Int) -> Party? {
        var found: Party?
        switch words[index].lower {
        case "he", "she", "him", "her", "his", "hers", "himself", "herself": found = cast.person
        case "it", "its", "itself": found = cast.institution
        case "they", "them", "their", "themselves": found = cast.several
        case "who", "which", "that", "whom", "whose":
            // The clause's own head, up the tree, is what the relative pronoun means.
            var clause = index
            for _ in 0..<6 {
                guard let next = words[clause].head else { return nil }
                if words[clause].relation == "acl:relcl" { return party(at: next) }
                clause = next
            }
            return nil
        default: return nil
        }
        found?.words = index..<index + 1
        found?.head = index
        found?.basis = .pronoun
        return found
    }

    private mutating func phrase(_ head: Int) -> Party? {
        let match = matchAt[head]
        let extent = match?.words ?? nameAt[head]?.words ?? head..<head + 1
        var party = Party(
            actor: Actor(), words: head..<head + 1, head: head, kind: nil, isPerson: false, place: nil, basis: .noun)
        var isKnown = false
        let isNamedPerson = nameAt[head]?.kind == .person
        if let match,
            let reference = choose(match, isPersonName: isNamedPerson && (nameAt[head]?.words.count ?? 0) > match.words.count)
        {
            apply(reference, to: &party)
            isKnown = true
        } else if isNamedPerson, let name = nameAt[head] {
            isKnown = true
            applyPerson(name.words, to: &party)
        } else if words[head].tag == .name, nameAt[head] == nil, isSurname(words[head].text) {
            isKnown = true
            applyPerson(head..<head + 1, to: &party)
        } else if words[head].tag == .name, nameAt[head]?.kind == .organisation, let name = nameAt[head] {
            party.actor.name = sentence.text(of: name.words)
            party.actor.sector = "UNK"
            isKnown = true
        }
        guard isKnown else { return nil }
        addModifiers(of: extent, to: &party)
        if party.actor.state == nil, party.basis == .noun, let kind = party.kind, isDefinite(head, extent),
            let earlier = cast.last(of: kind)
        {
            party.actor.state = earlier.actor.state
            if party.actor.name == nil { party.actor.name = party.isPerson ? earlier.actor.name : nil }
            if kind == "ministry" || kind == "minister" { party.actor.organ = earlier.actor.organ }
            party.basis = .memory
        }
        if party.actor.state == nil, party.basis == .noun, let organ = party.kind, world.sectors[organ] != nil,
            isDefinite(head, extent),
            let state = cast.institution?.actor.state
        {
            // "Azerbaijan's parliament … and the government": of the same state.
            party.actor.state = state
            party.basis = .memory
        }
        party.words = phraseWords(head, extent)
        return party
    }

    /// The reading of an ambiguous name that fits the sentence and the day.
    private func choose(_ match: NameIndex.Match, isPersonName: Bool) -> Reference? {
        func rank(_ reference: Reference) -> Int {
            switch reference {
            case .holder(let index): day.map { world.holders[index].holds(on: $0) } ?? false ? 0 : 4
            case .state: isPersonName ? 20 : 1
            case .nationalOrgan: 2
            case .body: 3
            case .outlet: match.words.count > 1 || nameAt[match.words.lowerBound]?.kind == .organisation ? 5 : 8
            case .office: 6
            case .organ: 6
            case .role: 7
            case .place(let index): isPersonName ? 20 : world.settlements[index].population > 1_000_000 ? 5 : 9
            }
        }
        let ranked = match.references.map { (rank($0), $0) }.sorted { $0.0 < $1.0 }
        guard let best = ranked.first, best.0 < 20 else { return nil }
        if case .place = best.1 {
            let places = ranked.compactMap { pair -> (Int, Reference)? in
                if case .place(let index) = pair.1 { (world.settlements[index].population, pair.1) } else { nil }
            }
            return places.max { $0.0 < $1.0 }?.1
        }
        return best.1
    }

    private func apply(_ reference: Reference, to party: inout Party) {
        party.basis = .name
        switch reference {
        case .state(let code, let form, let organ):
            party.actor = Actor(state: code, sector: form == .national || form == .nationals ? "CVL" : "GOV", organ: organ)
            if form == .adjective, words[party.head].tag == .noun || words[party.head].tag == .name { party.actor.sector = "CVL" }
            if form == .nationals { party.kind = "civilian" }
            if let organ, let sector = world.sectors[organ] { party.actor.sector = sector }
            if form == .capital, let state = world.states[code] { party.place = capital(of: state) }
        case .organ(let key, let sector):
            party.actor = Actor(sector: sector, organ: key)
            party.kind = key
            party.basis = .noun
        case .nationalOrgan(let state, let organ, let sector):
            party.actor = Actor(state: state, sector: sector, organ: organ)
            party.kind = organ
        case .office(let kind, let organ, let sector, let states):
            party.actor = Actor(state: states.count == 1 ? states[0] : nil, sector: sector, organ: organ)
            party.kind = kind
            party.isPerson = true
            party.basis = .noun
        case .role(let kind, let sector):
            party.actor = Actor(sector: sector)
            party.kind = kind
            party.basis = .noun
        case .holder(let index):
            let holder = world.holders[index]
            let office = world.offices[holder.office]
            party.actor = Actor(
                state: world.states[holder.state]?.code, sector: office?.sector ?? "GOV", organ: office?.organ, name: holder.name)
            if party.actor.state == nil { party.actor.sector = "IGO" }
            party.kind = holder.office
            party.isPerson = true
            party.basis = .holder
        case .body(let key, let sector):
            let body = world.bodies[key]
            let isOfState = sector != "IGO" && sector != "NGO" && body?.states.count == 1
            party.actor = Actor(state: isOfState ? body?.states.first : nil, sector: sector, name: body?.name)
        case .outlet(let name, let state):
            party.actor = Actor(state: state, sector: "MED", name: name)
            party.kind = "media"
        case .place(let index):
            let settlement = world.settlements[index]
            party.actor = Actor(state: settlement.place.state, sector: "CVL")
            party.place = settlement.place
        }
    }

    /// Somebody in no list: known from earlier in the report, or by a surname that one holder of office has on that day.
    private func applyPerson(_ range: Range<Int>, to party: inout Party) {
        let name = sentence.text(of: range)
        party.isPerson = true
        let surname = words[range.upperBound - 1].text
        if let earlier = cast.person(named: name) ?? (range.count == 1 ? cast.person(named: surname) : nil) {
            party.actor = earlier.actor
            party.kind = earlier.kind
            party.basis = .memory
            return
        }
        if range.count == 1, let day {
            let holding = Set(world.surnames[surname] ?? []).map { world.holders[$0] }.filter { $0.holds(on: day) }
            let heads = holding.filter {
                ["president", "prime-minister", "monarch", "foreign-minister", "supreme-leader"].contains($0.office)
            }
            if let holder = heads.count == 1 ? heads[0] : holding.count == 1 ? holding[0] : nil, world.states[holder.state] != nil
            {
                let office = world.offices[holder.office]
                party.actor = Actor(state: holder.state, sector: office?.sector ?? "GOV", organ: office?.organ, name: holder.name)
                party.kind = holder.office
                party.basis = .holder
                return
            }
        }
        party.actor.name = name
        party.actor.sector = "CVL"
        party.basis = .title
    }

    /// Whether a single name is that of somebody named before, or of a holder of office on the day.
    private func isSurname(_ name: String) -> Bool {
        if cast.person(named: name) != nil { return true }
        guard let day else { return false }
        return (world.surnames[name] ?? []).contains { world.holders[$0].holds(on: day) }
    }

    // MARK: What stands beside a name

    private mutating func addModifiers(of extent: Range<Int>, to party: inout Party) {
        let head = party.head
        for word in Array(extent) + (extent.contains(head) ? [] : [head]) {
            for child in sentence.children[word] where !extent.contains(child) {
                addModifier(child, to: &party)
            }
        }
        // A title whose name heads the phrase, or the adjective right before, where the tree puts them elsewhere.
        let before = extent.lowerBound - 1
        if party.actor.state == nil, before >= 0, let match = matchAt[before] {
            for case .state(let code, let form, _) in match.references where form == .adjective || words[before].lower == "'s" {
                party.actor.state = code
                party.basis = .modifier
            }
        }
    }

    private mutating func addModifier(_ child: Int, to party: inout Party) {
        let relation = words[child].relation
        switch relation {
        case "amod", "compound", "nmod:desc", "nmod:poss", "flat", "appos", "nmod", "det", "nmod:unmarked", "dep", "list":
            break
        default: return
        }
        let preposition = sentence.children[child].first { words[$0].relation == "case" }.map { words[$0].lower }
        if relation == "nmod" {
            switch preposition {
            case "of", "from", "de": break
            case "in", "at":
                guard party.actor.state == nil, Self.domestic.contains(party.actor.sector),
                    !Self.foreign.contains(party.kind ?? ""),
                    let there = self.party(at: child), let state = there.actor.state,
                    there.actor.sector == "CVL" || there.place != nil || there.actor.organ == nil
                else { return }
                party.actor.state = state
                party.basis = .modifier
                return
            default: return
            }
        }
        guard let beside = self.party(at: child) else { return }
        let isTitled = beside.isPerson && party.isPerson
        if party.isPerson, party.basis != .holder, party.basis != .memory,
            relation == "nmod:desc" || relation == "compound" || relation == "appos" || relation == "flat"
        {
            // Title and name: the office comes from the one, the name from the other.
            if party.kind == nil || party.basis == .title, let kind = beside.kind, beside.isPerson || beside.actor.sector != "CVL"
            {
                party.kind = kind
                party.actor.sector = beside.actor.sector
                party.actor.organ = beside.actor.organ
                party.basis = .title
            }
            if party.actor.name == nil, isTitled { party.actor.name = beside.actor.name }
        }
        if party.actor.state == nil, let state = beside.actor.state {
            party.actor.state = state
            party.basis = party.basis == .title ? .title : .modifier
        }
        if !party.isPerson, party.basis == .noun, party.actor.sector == "UNK" { party.actor.sector = beside.actor.sector }
        // "the Sputnik office", "the Azerbaijan Airlines plane": the thing is its owner's.
        if relation == "compound", party.actor.name == nil, beside.actor.name != nil, !party.isPerson,
            beside.actor.sector == "MED"
        {
            party.actor.sector = beside.actor.sector
        }
    }

    /// "the ministry", "both men": what was named before. A bare plural ("officials") is anybody.
    private func isDefinite(_ head: Int, _ extent: Range<Int>) -> Bool {
        let determiners = (Array(extent) + [head]).flatMap { sentence.children[$0] }.filter {
            words[$0].relation == "det" || words[$0].relation == "det:predet"
        }
        if determiners.contains(where: { ["the", "this", "that", "both", "these", "those"].contains(words[$0].lower) }) {
            return true
        }
        return words[head].tag == .noun && determiners.isEmpty && words[head].baseRelation == "nsubj"
    }

    /// The words of a phrase from its first modifier to its head's name, without clauses and what follows a comma.
    private func phraseWords(_ head: Int, _ extent: Range<Int>) -> Range<Int> {
        var first = min(extent.lowerBound, head)
        var last = max(extent.upperBound, head + 1)
        for word in Array(extent) + [head] {
            for child in sentence.children[word] {
                switch words[child].relation {
                case "amod", "compound", "nmod:poss", "nmod:desc", "nummod", "det", "advmod":
                    if child < first { first = min(first, sentence.subtree(of: child).first ?? child) }
                case "flat", "nmod:of": last = max(last, child + 1)
                default: break
                }
            }
        }
        while first < last - 1, ["the", "a", "an"].contains(words[first].lower) || words[first].tag == .punctuation { first += 1 }
        return first..<last
    }

    // MARK: Places

    private func capital(of state: State) -> Place? {
        guard let name = state.capitals.first else { return nil }
        let settlement = world.settlement(named: name, in: state.code)
        return settlement ?? Place(name: name, state: state.code)
    }

    /// The places named in the sentence, by the word that heads them.
    func places() -> [Int: Place] {
        var places: [Int: Place] = [:]
        for index in words.indices {
            guard let match = matchAt[index], match.words.lowerBound == index else { continue }
            let head = match.words.first { words[$0].head.map { !match.words.contains($0) } ?? true } ?? index
            guard nameAt[head]?.kind != .person, let reference = choose(match, isPersonName: false) else { continue }
            switch reference {
            case .state(let code, .name, _):
                places[head] = Place(name: world.states[code]?.name ?? code, state: code)
            case .state(let code, .capital, _):
                if let state = world.states[code] { places[head] = capital(of: state) }
            case .place(let number): places[head] = world.settlements[number].place
            default: break
            }
        }
        return places
    }
}
