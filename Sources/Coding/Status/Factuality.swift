internal import Language

/// Whether what a word tells of is told as a fact, as none, as certain to come, as possible, or under a condition.
///
/// Found by climbing from the word to the root of its sentence: each governor may say that what is below it failed, was agreed
/// or is only wished for; each verb's own negation and modals say the same of itself.
enum Factuality: String {
    case asserted, negated, planned, uncertain, hypothetical

    init(of word: Int, in sentence: Sentence) {
        var climb = Climb(sentence: sentence)
        climb.run(from: word)
        self = climb.status
    }

    /// Governors of what did not come about.
    private static let failures: Set<String> = [
        "fail", "refuse", "decline", "forget", "avoid", "prevent", "stop", "cease", "cancel", "reject", "block", "deny", "scrap",
        "abandon", "halt", "suspend", "delay", "postpone", "shelve", "abort", "thwart", "foil", "avert", "forbid", "prohibit",
        "ban", "refusal", "failure", "oppose", "veto", "scuttle", "drop",
    ]
    /// Governors of what is settled and still to come.
    private static let settlements: Set<String> = [
        "agree", "promise", "pledge", "vow", "commit", "contract", "agreement", "deal", "accord", "order", "schedule", "decide",
        "decision", "announce", "arrange", "undertake", "swear", "guarantee", "treaty", "commitment", "pact", "due", "ready",
        "prepare", "will", "request", "fund", "finance", "approve", "authorize", "authorise", "require", "requirement",
    ]
    /// Governors of what is wished for, tried, allowed or foreseen.
    private static let wishes: Set<String> = [
        "plan", "intend", "expect", "want", "hope", "aim", "seek", "consider", "propose", "like", "need", "ask", "urge", "demand",
        "forecast", "predict", "believe", "suggest", "try", "attempt", "negotiate", "option", "effort", "ability", "able",
        "willing", "allow", "permit", "offer", "intention", "proposal", "wish", "desire", "think", "envision", "envisage",
        "anticipate", "insist", "set", "likely", "possible", "possibility", "chance", "opportunity", "early", "enough", "prefer",
        "recommend", "encourage", "threaten", "threat", "warn", "risk", "invite", "call", "press", "push", "bid", "apply", "file",
        "estimate", "suspect", "doubt", "fear", "right", "application", "discuss", "eligible", "deadline", "target", "goal",
        "priority",
    ]
    private static let modals: [String: Factuality] = [
        "will": .planned, "wo": .planned, "'ll": .planned, "shall": .planned, "can": .uncertain, "ca": .uncertain,
        "could": .uncertain, "may": .uncertain, "might": .uncertain, "should": .uncertain, "must": .uncertain,
        "ought": .uncertain, "would": .uncertain, "'d": .uncertain,
    ]
    private static let doubts: Set<String> = [
        "likely", "probably", "possibly", "perhaps", "maybe", "potentially", "presumably", "possible", "potential", "alleged",
        "supposed", "hypothetical", "proposed",
    ]
    private static let negations: Set<String> = ["not", "n't", "never", "no", "neither", "nor", "without"]
    private static let temporal: Set<String> = ["when", "before", "until", "till", "after", "once", "while"]

    /// One way up the tree.
    private struct Climb {
        let sentence: Sentence
        var status = Factuality.asserted

        private var words: [Word] { sentence.words }
        private func children(_ word: Int) -> [Int] { sentence.children[word] }

        mutating func run(from word: Int) {
            var current = word
            status = own(word)
            for _ in 0..<12 {
                guard let head = words[current].head else { return }
                guard step(from: current, to: head) else { return }
                current = head
            }
        }

        private mutating func apply(_ other: Factuality) {
            switch (status, other) {
            case (_, .asserted): break
            case (.asserted, _), (.planned, .uncertain): status = other
            default: break
            }
        }

        // MARK: A word's own marks

        /// What a word's own negation, modal verbs and conditions make of it.
        private func own(_ word: Int) -> Factuality {
            let below = children(word)
            if hasCondition(word)
                || below.contains(where: { words[$0].baseRelation == "advcl" && hasCondition($0) }) && isModal(word)
            {
                return .hypothetical
            }
            if below.contains(where: { isNegation($0, of: word) }) { return .negated }
            for child in below where words[child].baseRelation == "aux" {
                guard let found = Factuality.modals[words[child].lower] else { continue }
                return words[child].lower == "would" && isReported(word) ? .planned : found
            }
            if below.contains(where: { words[$0].relation == "mark" && words[$0].lower == "whether" }) { return .uncertain }
            if below.contains(where: {
                ["advmod", "amod"].contains(words[$0].baseRelation) && Factuality.doubts.contains(words[$0].lower)
            }) {
                return .uncertain
            }
            // "is to be delivered", "rolls out a plane to go into service".
            if isInfinitive(word),
                below.contains(where: { ["is", "are"].contains(words[$0].lower) && $0 < word })
                    || words[word].head == nil && isInfinitive(word)
            {
                return .planned
            }
            return .asserted
        }

        private func isNegation(_ child: Int, of word: Int) -> Bool {
            guard Factuality.negations.contains(words[child].lower), words[child].relation != "cc" else { return false }
            return ["advmod", "det", "case", "mark", "aux"].contains(words[child].baseRelation)
        }

        private func hasCondition(_ word: Int) -> Bool {
            children(word).contains { words[$0].relation == "mark" && ["if", "unless"].contains(words[$0].lower) }
                && words[word].relation != "ccomp"
        }

        private func isModal(_ word: Int) -> Bool {
            children(word).contains { Factuality.modals[words[$0].lower] != nil && words[$0].baseRelation == "aux" }
        }

        private func isInfinitive(_ word: Int) -> Bool {
            children(word).contains { words[$0].relation == "mark" && words[$0].lower == "to" }
        }

        /// "said it would leave" tells of a future; "it would be a setback" of a possibility.
        private func isReported(_ word: Int) -> Bool {
            guard words[word].baseRelation == "ccomp", let head = words[word].head else { return false }
            return !Factuality.wishes.contains(words[head].lemma) && words[head].has("Tense=Past")
        }

        // MARK: A step up

        /// Takes what a governor makes of what is below it; whether to go on above it.
        private mutating func step(from current: Int, to head: Int) -> Bool {
            let relation = words[current].relation
            let base = words[current].baseRelation
            let lemma = words[head].lemma
            switch base {
            case "xcomp", "ccomp", "acl", "advcl", "csubj":
                if relation == "acl:relcl" { return false }
                if base == "advcl" { return adverbial(current, head) }
                if Factuality.failures.contains(lemma) {
                    apply(.negated)
                } else if Factuality.wishes.contains(lemma), base != "ccomp" || !isPast(current) {
                    apply(.uncertain)
                } else if base != "ccomp", isInfinitive(current), Factuality.settlements.contains(lemma) || base == "acl" {
                    apply(.planned)
                }
                // What is said stands on its own: "may say that he left".
                if base == "ccomp" { return Factuality.wishes.contains(lemma) }
            case "obj", "obl", "nmod", "nsubj", "compound":
                let isTheme = base == "obj" || relation == "nsubj:pass" || base == "nmod" && words[head].tag == .noun
                if isTheme || base == "obl" && Clause.preposition(of: current, sentence) == "for" {
                    if Factuality.failures.contains(lemma) {
                        apply(.negated)
                    } else if Factuality.wishes.contains(lemma), base != "nmod" {
                        apply(.uncertain)
                    } else if Factuality.settlements.contains(lemma), words[head].tag == .verb {
                        apply(.planned)
                    }
                }
                // The subject is there before what it does; the object is only there if it is done.
                if relation == "nsubj" || base == "compound" { return false }
            case "conj":
                guard !children(current).contains(where: { words[$0].relation.hasPrefix("nsubj") }) else { return false }
            default: return false
            }
            let above = own(head)
            if above == .negated, !["xcomp", "obj"].contains(base) { return true }
            apply(above)
            return true
        }

        /// An adverbial clause: of purpose it is to come, of time it comes with what it is told beside.
        private mutating func adverbial(_ current: Int, _ head: Int) -> Bool {
            if isInfinitive(current) {
                apply(.planned)
                apply(own(head))
                return false
            }
            let isTemporal = children(current).contains {
                ["mark", "advmod"].contains(words[$0].baseRelation) && Factuality.temporal.contains(words[$0].lower)
            }
            if isTemporal { apply(own(head)) }
            return false
        }

        private func isPast(_ word: Int) -> Bool {
            words[word].has("Tense=Past")
                || children(word).contains {
                    words[$0].baseRelation == "aux" && ["has", "have", "had", "was", "were", "did"].contains(words[$0].lower)
                }
        }
    }
}
