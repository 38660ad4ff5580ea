internal import Language

/// The arguments of a word that tells of an act, read off the tree.
struct Clause {
    /// An argument by a preposition: "with Armenia", "over the raid".
    struct Oblique {
        let preposition: String
        let head: Int
    }

    let trigger: Int
    private(set) var agents: [Int] = []
    private(set) var patients: [Int] = []
    private(set) var obliques: [Oblique] = []
    private(set) var isPassive = false
    /// The verb that a noun takes its agent from: "issued an apology".
    private(set) var carrier: Int?

    init(_ trigger: Int, in sentence: Sentence) {
        self.trigger = trigger
        if sentence.words[trigger].tag == .verb || sentence.words[trigger].tag == .auxiliary
            || sentence.words[trigger].tag == .adjective
        {
            readVerb(trigger, sentence)
        } else {
            readNoun(trigger, sentence)
        }
    }

    private static let reproaches: Set<String> = [
        "accuse", "blame", "criticise", "criticize", "condemn", "suspect", "praise", "thank", "charge", "rebuke", "denounce",
    ]

    // MARK: Verbs

    private mutating func readVerb(_ verb: Int, _ sentence: Sentence) {
        let words = sentence.words
        var byAgents: [Int] = []
        for child in sentence.children[verb] {
            switch words[child].relation {
            case "nsubj", "nsubj:outer", "csubj": agents.append(child)
            case "nsubj:pass", "csubj:pass":
                patients.append(child)
                isPassive = true
            case "aux:pass": isPassive = true
            case "obj", "iobj": patients.append(child)
            case "obl:agent": byAgents.append(child)
            case let relation where relation.hasPrefix("obl"):
                let preposition = Self.preposition(of: child, sentence)
                if preposition == "by", isPassive || words[verb].has("VerbForm=Part") {
                    byAgents.append(child)
                } else {
                    obliques.append(Oblique(preposition: preposition ?? "", head: child))
                }
            default: break
            }
        }
        if isPassive || !byAgents.isEmpty, agents.isEmpty || !byAgents.isEmpty {
            agents = byAgents
            isPassive = true
        }
        if agents.isEmpty, !isPassive || byAgents.isEmpty { inheritSubject(verb, sentence) }
        agents = agents.flatMap { Self.conjuncts(of: $0, sentence) }
        patients = patients.flatMap { Self.conjuncts(of: $0, sentence) }
    }

    /// A verb without a subject of its own has that of the verb it hangs on, or the noun it describes.
    private mutating func inheritSubject(_ verb: Int, _ sentence: Sentence) {
        let words = sentence.words
        guard let governor = words[verb].head else { return }
        let relation = words[verb].relation
        switch relation {
        case "conj":
            let other = Clause(governor, in: sentence)
            if isPassive
                || !hasOwnAuxiliary(verb, sentence) && other.isPassive && words[verb].has("VerbForm=Part") && patients.isEmpty
            {
                patients += other.patients
                if other.isPassive { agents = other.agents }
                isPassive = true
            } else {
                agents = other.isPassive ? other.patients : other.agents
            }
        case "xcomp", "ccomp", "advcl", "parataxis":
            guard isPassive == false || relation == "xcomp" else { return }
            guard words[governor].tag == .verb || words[governor].tag == .adjective || words[governor].tag == .noun else {
                return
            }
            let other = Clause(governor, in: sentence)
            // "asked Moscow to explain", "accused Paris of hiding": the one who is asked or accused does it.
            let isOfObject = relation == "xcomp" || Self.reproaches.contains(words[governor].lemma)
            let controllers = other.isPassive || isOfObject && !other.patients.isEmpty ? other.patients : other.agents
            if isPassive { patients += controllers } else { agents = controllers }
        case "acl", "acl:relcl":
            if words[verb].has("VerbForm=Part"), words[verb].has("Tense=Past"), patients.isEmpty {
                patients.append(governor)
                isPassive = true
            } else if words[verb].has("VerbForm=Ger") || words[verb].has("VerbForm=Part") {
                agents.append(governor)
            } else if relation == "acl:relcl" {
                if isPassive { patients.append(governor) } else { agents.append(governor) }
            } else {
                // "the decision to expel": whose decision it is.
                let other = Clause(governor, in: sentence)
                agents = other.agents
            }
        default: break
        }
    }

    private func hasOwnAuxiliary(_ verb: Int, _ sentence: Sentence) -> Bool {
        sentence.children[verb].contains { sentence.words[$0].baseRelation == "aux" }
    }

    // MARK: Nouns

    private static let carriers: Set<String> = [
        "issue", "make", "hold", "carry", "launch", "conduct", "send", "offer", "have", "express", "impose", "voice", "give",
        "lodge", "deliver", "announce", "declare", "stage", "order", "open", "begin", "start", "convey", "extend", "publish",
        "pay", "deny", "take", "introduce", "level", "file", "hand", "repeat", "undertake", "mount", "face", "do", "reject",
        "repel",
        "resume", "suspend", "join", "attend", "demand", "cancel",
    ]

    private mutating func readNoun(_ noun: Int, _ sentence: Sentence) {
        let words = sentence.words
        for child in sentence.children[noun] {
            switch words[child].relation {
            case "nmod:poss", "amod", "compound", "nmod:desc", "nmod:unmarked": agents.append(child)
            case let relation where relation.hasPrefix("nmod") || relation.hasPrefix("obl"):
                switch Self.preposition(of: child, sentence) {
                case "of"?: patients.append(child)
                case "by"?: agents.insert(child, at: 0)
                case let preposition?: obliques.append(Oblique(preposition: preposition, head: child))
                case nil: break
                }
            default: break
            }
        }
        if let verb = words[noun].head, words[verb].tag == .verb, Self.carriers.contains(words[verb].lemma),
            words[noun].baseRelation == "obj" || words[noun].relation == "nsubj:pass"
        {
            let other = Clause(verb, in: sentence)
            carrier = verb
            agents += other.isPassive ? other.agents : other.agents
            obliques += other.obliques
        }
        // "the torture and killing of two men by police": what hangs on the one belongs to the other too.
        if patients.isEmpty, agents.isEmpty, words[noun].relation == "conj", let first = words[noun].head {
            let other = Clause(first, in: sentence)
            agents = other.agents
            patients = other.patients
            obliques += other.obliques
        }
        agents = agents.flatMap { Self.conjuncts(of: $0, sentence) }
        patients = patients.flatMap { Self.conjuncts(of: $0, sentence) }
    }

    // MARK: The tree

    static func preposition(of word: Int, _ sentence: Sentence) -> String? {
        sentence.children[word].first { sentence.words[$0].relation == "case" }.map { sentence.words[$0].lower }
    }

    /// A word and those joined to it by "and".
    static func conjuncts(of word: Int, _ sentence: Sentence) -> [Int] {
        [word] + sentence.children[word].filter { sentence.words[$0].relation == "conj" }
    }
}
