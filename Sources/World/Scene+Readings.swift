internal import Language

/// What a word at the head of a phrase means by itself.
enum Meaning {
    /// Nobody.
    case nothing
    case known(Reference, Range<Int>)
    /// Somebody by name, in a list or not.
    case person(Range<Int>)
    /// A name of an organisation that is in no list.
    case organisation(Range<Int>)
    /// "the alliance", after it was named.
    case called(Party)
    /// "the head of", "members of": somebody of what stands beside.
    case belonging(Range<Int>)
}

extension Scene {
    /// Titles that tell nothing of an office.
    static let honorifics: Set<String> = [
        "mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "lord", "lady", "mr.", "mrs.", "ms.", "dr.", "madame", "monsieur",
        "herr", "frau", "señor", "don", "father", "brother", "sister", "saint", "st.", "sheikh", "prince", "princess", "king",
        "queen", "pope",
    ]
    static let roman: Set<String> = [
        "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XVI",
    ]

    func meaning(at head: Int) -> Meaning {
        let known = knownAt[head]
        if let known, known.references.contains(.idiom) || isElsewhere(known) || isLanguage(known, head) { return .nothing }
        if let earlier = remembered(at: head, known) { return .called(earlier) }
        if let person = person(at: head) {
            // "Sheikh-ul-Islam Allahshukur Pashazade": whatever the name is longer by.
            for inner in names
            where person.overlaps(inner.words) && inner.words.count > 1 && inner.references.contains(where: \.isHolder) {
                if let reference = choose(inner, among: inner.references.filter(\.isHolder), head) {
                    return .known(reference, inner.words)
                }
            }
            let holders = (known?.references ?? []).filter(\.isHeld)
            let isWhole =
                known.map { $0.words.lowerBound <= person.lowerBound && person.upperBound <= $0.words.upperBound } ?? false
            if let known, isWhole || known.words.count > 1, let reference = choose(known, among: holders, head) {
                return .known(reference, known.words)
            }
            if let known, isWhole, let reference = choose(known, among: known.references, head) {
                if person.count > 1 || !isTitled(person) { return .known(reference, known.words) }
            }
            return .person(person)
        }
        if known?.references.allSatisfy(\.isRole) ?? true || words[head].lower == "party", let earlier = nounOfBody(at: head) {
            return .called(earlier)
        }
        if let known, let reference = choose(known, among: known.references, head) { return .known(reference, known.words) }
        if known == nil || known?.references.allSatisfy(\.isTown) ?? false, let name = nameAt[head], name.kind == .organisation,
            words[head].tag == .name
        {
            return .organisation(name.words)
        }
        if words[head].tag == .noun, Self.belonging.contains(words[head].lower) { return .belonging(head..<head + 1) }
        return .nothing
    }

    /// People and things that are of what stands beside them: "Gazprom's head", "CNN's crew".
    static let belonging: Set<String> = [
        "head", "heads", "chief", "chiefs", "director", "directors", "boss", "chair", "chairman", "chairwoman", "founder",
        "successor", "predecessor", "spokesman", "spokeswoman", "spokesperson", "spokespeople", "spokesmen", "member", "members",
        "candidate", "candidates", "arm", "office", "team", "secretary", "manager", "president", "branch", "unit", "wing",
        "bureau", "headquarters", "representative",
    ]

    static let speaking: Set<String> = ["learn", "speak", "teach", "study", "understand", "translate"]

    /// "Pupils learn English": not the people.
    func isLanguage(_ known: KnownName, _ head: Int) -> Bool {
        let forms = known.references.compactMap { if case .state(_, let form, _) = $0 { form } else { nil } }
        guard forms.contains(.adjective), !forms.contains(.name),
            let verb = words[head].head, !words[head].has("Number=Plur")
        else { return false }
        switch words[head].baseRelation {
        case "obj": return Self.speaking.contains(words[verb].lemma)
        case "obl", "nmod":
            let preposition = sentence.children[head].first { words[$0].relation == "case" }.map { words[$0].lower }
            return ["in", "into", "from"].contains(preposition ?? "") && sentence.children[head].count == 1
        default: return false
        }
    }

    /// Somebody named in full before, by a part of the name.
    func remembered(at head: Int, _ known: KnownName?) -> Party? {
        guard words[head].tag == .name || nameAt[head]?.kind == .person, isCapitalised(head),
            !(known?.references.contains(where: \.isAnyState) ?? false),
            nameAt[head].map({ $0.kind != .person || $0.words.count == 1 || isTitle($0.words.lowerBound) }) ?? true
        else { return nil }
        return cast.person(named: surname(at: head))
    }

    static let lands: Set<String> = ["country", "kingdom", "republic", "nation", "emirate", "monarchy", "sultanate"]

    /// "the alliance", "the kingdom": what was named before and is called so.
    func nounOfBody(at head: Int) -> Party? {
        let word = words[head]
        guard word.tag == .noun || word.tag == .name, !word.has("Number=Plur"),
            sentence.children[head].contains(where: { ["the", "this"].contains(words[$0].lower) }),
            !sentence.children[head].contains(where: {
                knownAt[$0].map { !$0.references.contains(.idiom) } ?? false && $0 != head
            })
        else { return nil }
        if let body = cast.body(called: word.lower) { return body }
        if knownAt[head] == nil, let earlier = cast.last(headedBy: word.lower) { return earlier }
        guard Self.lands.contains(word.lower), let state = cast.institution?.actor.state ?? cast.states.last else { return nil }
        return Party(
            actor: Actor(state: state, sector: "GOV"), words: head..<head + 1, head: head, kind: nil, isPerson: false, place: nil,
            basis: .memory)
    }

    /// A name with its other half, where hyphens part it.
    func surname(at head: Int) -> String {
        var first = head
        while first >= 2, words[first - 1].text == "-", isCapitalised(first - 2) { first -= 2 }
        var last = head
        while last + 2 < words.count, words[last + 1].text == "-", isCapitalised(last + 2) { last += 2 }
        return sentence.text(of: first..<last + 1)
    }

}
