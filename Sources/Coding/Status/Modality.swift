internal import Language

/// Whether a word's act is told as done, denied, planned, called off or only possible, from the words that govern it.
struct Modality {
    enum Kind { case asserted, negated, planned, cancelled, hypothetical, uncertain }

    let kind: Kind
    /// Where the act is only the content of a demand, threat, promise or refusal, which is the event itself.
    let isContent: Bool

    /// As if the negation were part of the word.
    var affirmed: Modality { Modality(kind: kind == .negated ? .asserted : kind, isContent: isContent) }

    private init(kind: Kind, isContent: Bool) {
        self.kind = kind
        self.isContent = isContent
    }

    private static let intentions: Set<String> = [
        "plan", "intend", "prepare", "consider", "schedule", "decide", "aim", "seek", "propose", "expect", "want", "hope",
    ]
    private static let contents: Set<String> = [
        "demand", "urge", "ask", "call", "request", "press", "insist", "appeal", "threaten", "vow", "promise", "pledge", "agree",
        "offer", "refuse", "decline", "order", "tell", "warn", "invite", "expect", "want", "require", "hope", "encourage",
    ]
    /// Verbs whose noun is what is wanted: "demanded the release of".
    private static let demands: Set<String> = [
        "demand", "seek", "request", "urge", "want", "expect", "require", "propose", "call", "ask",
    ]
    private static let denials: Set<String> = ["deny", "refute", "dismiss", "reject"]
    private static let cancellations: Set<String> = ["cancel", "scrap", "postpone", "abandon", "shelve", "suspend"]
    private static let doubts: Set<String> = [
        "allege", "claim", "suspect", "suggest", "believe", "think", "accuse", "assume", "report",
    ]
    private static let doubtful: Set<String> = [
        "reportedly", "allegedly", "apparently", "probably", "possibly", "likely", "perhaps", "alleged", "suspected", "supposed",
        "purported",
        "presumably", "seemingly",
    ]

    init(of trigger: Int, in sentence: Sentence) {
        let words = sentence.words
        var kind = Kind.asserted
        var isContent = false
        var index: Int? = trigger
        var previous: Int?
        var steps = 0
        while let current = index, steps < 12 {
            let word = words[current]
            if let previous {
                let relation = words[previous].baseRelation
                let isClause =
                    relation == "ccomp" || relation == "xcomp" || relation == "obj" || relation == "nmod" || relation == "obl"
                    || relation == "acl" || words[previous].relation == "nsubj:pass"
                let isClausal = relation == "ccomp" || relation == "xcomp" || relation == "acl"
                let lemma = word.lemma
                if isClause, word.tag == .verb || word.tag == .noun {
                    if Self.contents.contains(lemma), isClausal, word.tag == .verb { isContent = true }
                    if Self.demands.contains(lemma), relation == "obj" || relation == "obl", word.tag == .verb {
                        isContent = true
                    }
                    if Self.denials.contains(lemma), kind == .asserted { kind = .negated }
                    if Self.cancellations.contains(lemma), relation == "obj" || words[previous].relation == "nsubj:pass",
                        kind == .asserted || kind == .planned
                    {
                        kind = .cancelled
                    }
                    if Self.intentions.contains(lemma), isClausal, kind == .asserted { kind = .planned }
                    if Self.doubts.contains(lemma), isClausal || relation == "obl", kind == .asserted { kind = .uncertain }
                }
                // A step out of an adverbial clause or a relative clause leaves the act's own clause: what governs there
                // governs something else.
                if relation == "advcl" || words[previous].relation == "acl:relcl" || relation == "parataxis"
                    || relation == "conj" && previous != trigger
                {
                    break
                }
            }
            for child in sentence.children[current] {
                let lower = words[child].lower
                let relation = words[child].baseRelation
                if relation == "advmod" || relation == "det" || relation == "cc" || relation == "amod",
                    ["not", "n't", "never", "no", "neither", "without"].contains(lower), kind == .asserted || kind == .planned
                {
                    if !(lower == "not" && relation == "cc") { kind = .negated }
                }
                if words[child].tag == .particle || relation == "advmod", ["not", "n't", "never"].contains(lower),
                    kind == .asserted
                {
                    kind = .negated
                }
                if Self.doubtful.contains(lower), kind == .asserted { kind = .uncertain }
                if relation == "aux", word.tag == .verb {
                    if ["will", "'ll", "shall"].contains(lower), kind == .asserted { kind = .planned }
                    if lower == "would", kind == .asserted { kind = .planned }
                    if ["may", "might", "could", "can", "should", "must"].contains(lower), kind == .asserted {
                        kind = .hypothetical
                    }
                }
                if relation == "mark", ["if", "unless", "whether"].contains(lower), kind == .asserted || kind == .planned {
                    kind = .hypothetical
                }
            }
            previous = current
            index = word.head
            steps += 1
        }
        self.kind = kind
        self.isContent = isContent
    }
}
