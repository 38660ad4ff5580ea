internal import Language

/// Who has been named so far in a report, so that short forms and pronouns find them again.
struct Cast: Sendable {
    private var people: [String: Party] = [:]
    private var kinds: [String: Party] = [:]
    /// The last of each organ: a state's parliament, by which "senators" are known.
    private var organs: [String: Party] = [:]
    /// The last that each noun headed: "the committee", "the guards".
    private var heads: [String: Party] = [:]
    /// What bodies are called after they were named: "the alliance".
    private var nouns: [String: Party] = [:]
    private(set) var person: Party?
    private(set) var institution: Party?
    /// The last that were several: "the two men", "Russian officials".
    private(set) var several: Party?
    /// States in the order they were last named.
    private(set) var states: [String] = []
    private var personIsSubject = false
    private var institutionIsSubject = false

    /// Subjects are what pronouns of the next sentence mean most often.
    mutating func startSentence() {
        personIsSubject = false
        institutionIsSubject = false
    }

    /// - Parameter noun: the word that heads its phrase, in lower case.
    mutating func note(_ party: Party, headedBy noun: String, isSubject: Bool, isPlural: Bool) {
        guard party.actor.state != nil || party.actor.name != nil else { return }
        if party.basis != .pronoun { heads[noun] = party }
        if let state = party.actor.state {
            states.removeAll { $0 == state }
            states.append(state)
        }
        if party.isPerson {
            if let name = party.actor.name { add(name, party) }
            if !isPlural || party.actor.name != nil, isSubject || !personIsSubject || person == nil {
                person = party
                personIsSubject = personIsSubject || isSubject
            }
        } else if party.basis != .noun, isSubject || !institutionIsSubject || institution == nil {
            institution = party
            institutionIsSubject = institutionIsSubject || isSubject
        }
        if isPlural, party.basis != .pronoun { several = party }
        guard party.basis != .pronoun else { return }
        if let kind = party.kind { kinds[kind] = party }
        if let organ = party.actor.organ {
            organs[organ] = party
            if organ.hasSuffix("-ministry") { organs["ministry"] = party }
        }
    }

    private mutating func add(_ name: String, _ party: Party) {
        let words = name.split(separator: " ").map(String.init)
        guard let last = words.last, let first = words.first else { return }
        people[Self.key(name)] = party
        people[Self.key(last)] = party
        if people[Self.key(first)] == nil || people[Self.key(first)]?.actor.name == name { people[Self.key(first)] = party }
        if words.count > 2 { people[Self.key(words[1...].joined(separator: " "))] = party }
    }

    /// A name without its article: "Al-Rashidi" is al-Rashidi and Rashidi.
    private static func key(_ name: String) -> String {
        let lower = name.prefix(3).lowercased()
        return lower == "al-" || lower == "el-" ? String(name.dropFirst(3)) : name
    }

    mutating func add(nouns list: [String], for party: Party) {
        for noun in list { nouns[noun] = party }
    }

    /// Somebody named in full before, by the full name, the surname or the first name.
    func person(named name: String) -> Party? { people[Self.key(name)] }

    /// The last one that a noun headed.
    func last(headedBy noun: String) -> Party? { heads[noun] }

    /// A body by what it is called after it was named.
    func body(called noun: String) -> Party? { nouns[noun] }

    /// The last one of a kind: "the ministry", "the ambassador", "the airliner".
    func last(of kind: String, organ: String?) -> Party? {
        if let known = kinds[kind] { return known }
        switch kind {
        case "ministry": return organs["ministry"]
        case "minister":
            if let organ = person?.actor.organ, organ.hasSuffix("-ministry") { return person }
            return organs["ministry"]
        default:
            guard let organ else { return nil }
            if let person, person.actor.organ == organ { return person }
            return organs[organ]
        }
    }
}
