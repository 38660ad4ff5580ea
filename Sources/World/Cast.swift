internal import Language

/// Who has been named so far in a report, so that short forms and pronouns find them again.
struct Cast: Sendable {
    private var people: [String: Party] = [:]
    private var kinds: [String: Party] = [:]
    private var ministry: Party?
    private var minister: Party?
    private(set) var person: Party?
    private(set) var institution: Party?
    /// The last that were several: "the two men", "Russian officials".
    private(set) var several: Party?
    private var personIsSubject = false
    private var institutionIsSubject = false

    /// Subjects are what pronouns of the next sentence mean most often.
    mutating func startSentence() {
        personIsSubject = false
        institutionIsSubject = false
    }

    mutating func note(_ party: Party, isSubject: Bool, isPlural: Bool) {
        guard party.actor.state != nil || party.actor.name != nil else { return }
        if party.isPerson {
            if let name = party.actor.name, let surname = name.split(separator: " ").last {
                people[String(surname)] = party
                people[name] = party
            }
            if isSubject || !personIsSubject || person == nil {
                person = party
                personIsSubject = personIsSubject || isSubject
            }
        } else if party.basis != .noun, isSubject || !institutionIsSubject || institution == nil {
            institution = party
            institutionIsSubject = institutionIsSubject || isSubject
        }
        if isPlural, party.basis != .pronoun { several = party }
        if let kind = party.kind {
            kinds[kind] = party
            if kind.hasSuffix("-ministry") { ministry = party }
            if kind.hasSuffix("minister") { minister = party }
        }
    }

    /// Somebody named in full before.
    func person(named name: String) -> Party? { people[name] }

    /// The last one of a kind: "the ministry", "the ambassador", "the airliner".
    func last(of kind: String) -> Party? {
        switch kind {
        case "ministry": kinds[kind] ?? ministry
        case "minister": kinds[kind] ?? minister
        default: kinds[kind]
        }
    }
}
