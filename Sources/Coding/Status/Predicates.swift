internal import Language

/// The words of a sentence that tell of something happening or being so, and whether it did.
struct Predicates {
    struct Predicate {
        let word: Int
        let status: Factuality
    }

    let all: [Predicate]

    init(in sentence: Sentence) {
        all = sentence.words.indices.compactMap { index in
            guard let trigger = Self.trigger(index, sentence) else { return nil }
            return Predicate(word: index, status: Factuality(of: trigger, in: sentence))
        }
    }

    /// The word whose status a predicate has: its own, but a copula has that of what it joins to the subject.
    private static func trigger(_ index: Int, _ sentence: Sentence) -> Int? {
        let word = sentence.words[index]
        switch word.tag {
        case .verb: return index
        case .auxiliary where word.relation == "cop": return word.head
        case .noun where isDeverbal(word): return index
        case .noun, .adjective, .name:
            return sentence.children[index].contains { sentence.words[$0].relation == "cop" } ? index : nil
        default: return nil
        }
    }

    private static let endings = [
        "tion", "sion", "ment", "ance", "ence", "ncy", "ery", "ture", "sure", "ing", "sis", "cy",
    ]
    private static let nouns: Set<String> = [
        "attack", "strike", "raid", "war", "fight", "clash", "visit", "talk", "meeting", "deal", "vote", "arrest", "trial",
        "ban", "threat", "plan", "offer", "order", "request", "demand", "call", "protest", "march", "sale", "cut",
        "purchase", "flight", "launch", "delay", "search", "loss", "rise", "fall", "drop", "increase", "decrease", "growth",
        "death", "murder", "crash", "collapse", "return", "trip", "tour", "journey", "delivery", "departure", "arrival",
        "approval", "refusal", "denial", "proposal", "removal", "withdrawal", "renewal", "survival", "release",
        "rescue", "support", "use", "change", "move", "merger", "bid", "test", "review", "debate", "report", "statement",
        "claim", "promise", "pledge", "apology", "summit", "ceasefire", "truce", "election", "coup", "riot", "siege",
        "retreat", "advance", "defeat", "victory", "win", "start", "end", "halt", "exit", "entry", "exchange", "trade",
        "transfer", "payment", "shutdown", "breakdown", "takeover", "bailout", "layoff", "replacement", "breakthrough",
    ]

    private static func isDeverbal(_ word: Word) -> Bool {
        nouns.contains(word.lemma) || word.lemma.utf8.count > 6 && endings.contains { word.lemma.hasSuffix($0) }
    }
}
