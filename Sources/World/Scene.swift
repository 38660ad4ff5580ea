internal import Language
internal import Reading

/// One sentence while its parties are being resolved: known names in it, the tree, and who was named before.
struct Scene {
    let sentence: Sentence
    let world: World
    let day: Day?
    let evidence: Evidence
    var cast: Cast
    private(set) var parties: [Int: Party] = [:]
    let names: [KnownName]
    /// By word: the known name and the name of the language model that it stands in.
    private(set) var knownAt: [KnownName?]
    private(set) var nameAt: [Sentence.Name?]
    /// Words being resolved, against circles.
    private var open: Set<Int> = []

    var words: [Word] { sentence.words }

    init(sentence: Sentence, names: [KnownName], world: World, day: Day?, cast: Cast, evidence: Evidence) {
        self.sentence = sentence
        self.world = world
        self.day = day
        self.cast = cast
        self.evidence = evidence
        self.names = names.filter {
            Self.isNominal(sentence.words[$0.words.upperBound - 1]) || sentence.words[$0.words.lowerBound].tag == .name
        }
        knownAt = [KnownName?](repeating: nil, count: sentence.words.count)
        nameAt = [Sentence.Name?](repeating: nil, count: sentence.words.count)
        for name in self.names {
            for index in name.words { knownAt[index] = name }
        }
        for name in sentence.names {
            for index in name.words { nameAt[index] = name }
        }
    }

    static func mayHead(_ word: Word) -> Bool {
        switch word.tag {
        case .noun, .name, .pronoun, .number, .adjective, .determiner, .other: true
        default: word.text.first?.isUppercase == true && word.tag != .adposition
        }
    }

    private static func isNominal(_ word: Word) -> Bool {
        switch word.tag {
        case .noun, .name, .adjective, .number, .other, .symbol, .particle: true
        case .pronoun: word.text == word.text.uppercased()
        default: word.text.first?.isUppercase == true
        }
    }

    // MARK: Parties

    /// The party whose noun phrase a word heads.
    mutating func party(at head: Int) -> Party? {
        if let known = parties[head] { return known }
        guard open.insert(head).inserted else { return nil }
        defer { open.remove(head) }
        let isPronoun = words[head].tag == .pronoun || words[head].tag == .determiner
        let found = isPronoun && knownAt[head] == nil ? pronoun(head) : phrase(head)
        if let found { parties[head] = found }
        return found
    }

    /// Gives a name the actor that stands beside it.
    mutating func identify(_ head: Int, as actor: Actor, kind: String?) {
        parties[head]?.actor = actor
        parties[head]?.kind = kind
    }

    private mutating func pronoun(_ index: Int) -> Party? {
        var found: Party?
        switch words[index].lower {
        case "he", "she", "him", "her", "his", "hers", "himself", "herself": found = cast.person
        case "it", "its", "itself": found = cast.institution
        case "they", "them", "their", "themselves": found = cast.several ?? cast.institution
        case "both": return pair(index)
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

    /// "the two countries", "both sides": the two states named last.
    private func pair(_ index: Int) -> Party? {
        let states = cast.states.suffix(2)
        guard let first = states.first, let second = states.last, first != second else { return nil }
        return Party(
            actor: Actor(state: nil, sector: "GOV"), others: [first, second].map { Actor(state: $0, sector: "GOV") },
            words: index..<index + 1, head: index, kind: nil, isPerson: false, place: nil, basis: .memory)
    }

    private static let sides: Set<String> = [
        "countries", "sides", "states", "nations", "neighbours", "neighbors", "governments", "capitals", "parties", "leaders",
        "presidents", "ministers",
    ]

    private func isPair(_ head: Int) -> Bool {
        // "the two agreed"
        if words[head].lower == "two", words[head].baseRelation != "nummod" {
            return sentence.children[head].contains { words[$0].lower == "the" } && sentence.children[head].count <= 2
        }
        return Self.sides.contains(words[head].lower)
            && sentence.children[head].contains { ["two", "both"].contains(words[$0].lower) }
            && !sentence.children[head].contains { knownAt[$0] != nil && words[$0].relation != "nummod" && $0 != head }
    }

    private mutating func phrase(_ head: Int) -> Party? {
        if isPair(head), let both = pair(head) { return both }
        var party = Party(
            actor: Actor(), words: head..<head + 1, head: head, kind: nil, isPerson: false, place: nil, basis: .noun)
        var extent = head..<head + 1
        /// The only state that has such an office.
        var home: String?
        switch meaning(at: head) {
        case .nothing: return nil
        case .known(let reference, let range):
            extent = range
            if case .office(_, _, _, let states) = reference, states.count == 1 { home = states[0] }
            apply(reference, to: &party)
        case .person(let range):
            extent = range
            applyPerson(range, to: &party)
        case .organisation(let range):
            extent = range
            party.actor.name = sentence.text(of: range)
            party.actor.sector = OrganisationName.sector(words[range].map(\.lower))
            for index in range {
                for case .state(let code, _, _) in knownAt[index]?.references ?? [] where party.actor.state == nil {
                    party.actor.state = code
                }
            }
        case .called(let earlier):
            party.actor = earlier.actor
            party.kind = earlier.kind
            party.isPerson = earlier.isPerson
            party.basis = .memory
        case .belonging(let range):
            extent = range
            party.isPerson = true
        }
        let isOffice = party.isPerson && party.basis == .noun
        addModifiers(of: extent, to: &party)
        recall(head, extent, &party)
        if party.actor.state == nil { party.actor.state = home }
        presume(head, extent, &party)
        if isOffice { nameHolder(extent, &party) }
        if party.basis == .title, party.actor.state == nil, party.kind == nil { party.actor.sector = "UNK" }
        // What names nobody by itself and has nothing beside it that does.
        if party.kind == nil, party.actor.sector == "UNK", party.actor.name == nil { return nil }
        let phrase = phraseWords(head, extent)
        party.words = min(phrase.lowerBound, party.words.lowerBound)..<phrase.upperBound
        return party
    }

    // MARK: What was named before

    /// Organs that act where they are at home.
    static let domestic: Set<String> = ["COP", "JUD", "LEG", "GOV", "OPP", "PTY", "SPY", "MIL"]
    static let foreign: Set<String> = [
        "embassy", "consulate", "ambassador", "envoy", "charge-d-affaires", "consul", "diplomat", "special-envoy", "delegation",
        "military-attache", "cultural-centre", "trade-mission",
    ]

    /// "the ministry", "the two men": those that were named before.
    private func recall(_ head: Int, _ extent: Range<Int>, _ party: inout Party) {
        guard party.actor.state == nil, party.basis == .noun, let kind = party.kind else { return }
        let isDefinite = isDefinite(head, extent)
        let isBare = isBarePlural(head, extent)
        if isDefinite, let earlier = cast.last(headedBy: words[head].lower), earlier.kind == kind {
            party.actor = earlier.actor
            party.basis = .memory
            return
        }
        guard isDefinite || isBare, let earlier = cast.last(of: kind, organ: party.actor.organ),
            isDefinite || earlier.actor.organ == party.actor.organ && party.actor.organ != nil
        else { return }
        party.actor.state = earlier.actor.state
        if party.isPerson, isDefinite, earlier.isPerson, party.actor.name == nil {
            party.actor.name = earlier.actor.name
            party.actor.sector = earlier.actor.sector
            party.actor.organ = earlier.actor.organ
            party.kind = earlier.kind
        }
        if kind == "ministry" || kind == "minister" {
            party.actor.organ = earlier.actor.organ
            party.actor.sector = earlier.actor.sector
        }
        party.basis = .memory
    }

    /// Who is of no stated state is of the one that the report is about.
    private func presume(_ head: Int, _ extent: Range<Int>, _ party: inout Party) {
        guard party.actor.state == nil, let kind = party.kind, !Self.foreign.contains(kind) else { return }
        let isDomestic = Self.domestic.contains(party.actor.sector)
        if party.basis == .title {
            // "Deputy Foreign Minister Ivanov"; somebody of no office only where no other state is named.
            party.actor.state = party.actor.organ != nil && isDomestic ? evidence.leading : evidence.only
            return
        }
        // "Azerbaijan's parliament … and the government": of the same state.
        let isInstitution = world.sectors[kind] != nil || party.isPerson && party.actor.organ != nil
        guard party.basis == .noun, isInstitution, isDomestic, isDefinite(head, extent) else { return }
        let speaking = cast.institution.flatMap { Self.domestic.contains($0.actor.sector) ? $0.actor.state : nil }
        if let state = speaking ?? evidence.leading {
            party.actor.state = state
            party.basis = .memory
        }
    }

    /// "the Dutch king": who it was on the day.
    private func nameHolder(_ extent: Range<Int>, _ party: inout Party) {
        guard party.actor.name == nil, let state = party.actor.state, let kind = party.kind, let day,
            words[party.head].has("Number=Sing") || words[party.head].tag == .name, !isFormer(extent)
        else { return }
        if kind == "governor" || kind == "mayor" || party.actor.organ == "local-government" { return }
        let isDefinite =
            isDefinite(party.head, extent) || extent.contains { word in sentence.children[word].contains { isPossessive($0) } }
        if isDefinite, let holder = world.holder(of: kind, in: state, on: day) { party.actor.name = holder.name }
    }

    private static let past: Set<String> = [
        "former", "ex", "late", "then", "deposed", "ousted", "exiled", "deputy", "next", "future", "new", "previous", "first",
        "outgoing", "incoming", "acting", "another", "last", "candidate", "rival", "self", "elect", "de",
    ]

    /// "former president": not who holds the office on the day.
    func isFormer(_ extent: Range<Int>) -> Bool {
        let before = extent.lowerBound - 1
        let near = (max(0, before - 2)..<extent.lowerBound).filter { Self.past.contains(words[$0].lower) }
        let beneath = extent.flatMap { sentence.children[$0] }.filter { Self.past.contains(words[$0].lower) }
        let after = extent.upperBound + 1 < words.count && words[extent.upperBound].text == "-"
        return !near.isEmpty || !beneath.isEmpty || after || extent.contains { Self.past.contains(words[$0].lower) }
            || extent.contains { words[$0].lower.hasSuffix("-elect") || words[$0].lower.hasPrefix("ex-") }
    }

    func isPossessive(_ word: Int) -> Bool { words[word].relation == "nmod:poss" && words[word].tag != .pronoun }

    /// "the ministry", "both men", "Russia's side": one that is known.
    private func isDefinite(_ head: Int, _ extent: Range<Int>) -> Bool {
        let children = (Array(extent) + [head]).flatMap { sentence.children[$0] }
        let determiners = children.filter { words[$0].baseRelation == "det" }
        if determiners.contains(where: { ["the", "this", "that", "both", "these", "those"].contains(words[$0].lower) }) {
            return true
        }
        if extent.lowerBound > 0, ["the", "this", "these"].contains(words[extent.lowerBound - 1].lower) { return true }
        return words[head].tag == .noun && determiners.isEmpty && words[head].baseRelation == "nsubj"
            && !words[head].has("Number=Plur")
    }

    private func isBarePlural(_ head: Int, _ extent: Range<Int>) -> Bool {
        words[head].has("Number=Plur") && words[head].baseRelation == "nsubj"
            && !extent.contains { word in sentence.children[word].contains { words[$0].baseRelation == "det" } }
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
}
