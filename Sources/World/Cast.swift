internal import Language

/// Who has been named so far in a report, so that short forms and pronouns find them again.
struct Cast: Sendable {
    private var people: [String: Party] = [:]
    private var kinds: [String: Party] = [:]
    /// The last of each organ: a state's parliament, by which "senators" are known.
    private var organs: [String: Party] = [:]
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

    mutating func note(_ party: Party, isSubject: Bool, isPlural: Bool) {
        guard party.actor.state != nil || party.actor.name != nil else { return }
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
        people[name] = party
        people[last] = party
        if people[first] == nil || people[first]?.actor.name == name { people[first] = party }
        if words.count > 2 { people[words[1...].joined(separator: " ")] = party }
    }

    mutating func add(nouns list: [String], for party: Party) {
        for noun in list { nouns[noun] = party }
    }

    /// Somebody named in full before, by the full name, the surname or the first name.
    func person(named name: String) -> Party? { people[name] }

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
