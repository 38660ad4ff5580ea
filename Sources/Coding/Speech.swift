internal import Language

/// Who says what in a sentence: the speaker, the word of saying, and the words that are said.
struct Speech {
    struct Statement {
        /// The speaker's head word; `nil` where nobody is named ("reportedly").
        let speaker: Int?
        let cue: Int
        /// The words under it, content and all.
        let content: Set<Int>
    }

    let statements: [Statement]

    private static let cues: Set<String> = [
        "say", "tell", "announce", "report", "claim", "state", "confirm", "add", "insist", "allege", "declare", "acknowledge",
        "admit",
        "explain", "note", "stress", "warn", "argue", "write", "quote", "suggest", "believe", "complain", "accuse", "deny",
        "describe",
        "call", "go", "continue", "mention", "maintain", "assert", "reveal", "disclose", "think", "concede", "grant", "blame",
        "denounce",
        "condemn", "cite", "recount", "point", "tweet", "post", "comment", "recall", "testify", "estimate",
    ]

    init(in sentence: Sentence) {
        var statements: [Statement] = []
        let words = sentence.words
        for (index, word) in words.enumerated() {
            if word.tag == .verb, Self.cues.contains(word.lemma) {
                guard let statement = Self.statement(by: index, sentence) else { continue }
                statements.append(statement)
            } else if word.lower == "according", let head = word.head {
                // "according to X": X is the oblique that "according" marks.
                let governor = words[head].head ?? head
                let content = Set(sentence.subtree(of: Self.clause(of: governor, sentence)))
                statements.append(Statement(speaker: head, cue: index, content: content.subtracting(sentence.subtree(of: head))))
            } else if ["reportedly", "allegedly"].contains(word.lower), let head = word.head {
                statements.append(Statement(speaker: nil, cue: index, content: Set(sentence.subtree(of: head))))
            } else if word.lower == "account" || word.lower == "version", word.tag == .noun,
                let owner = sentence.children[index].first(where: { words[$0].relation == "nmod:poss" })
            {
                let governor = word.head ?? index
                statements.append(
                    Statement(
                        speaker: owner, cue: index,
                        content: Set(sentence.subtree(of: governor)).subtracting(sentence.subtree(of: index))))
            }
        }
        self.statements = statements
    }

    private static func statement(by cue: Int, _ sentence: Sentence) -> Statement? {
        let words = sentence.words
        let clause = Clause(cue, in: sentence)
        var content: Set<Int> = []
        for child in sentence.children[cue] {
            switch words[child].baseRelation {
            case "ccomp", "xcomp": content.formUnion(sentence.subtree(of: child))
            case "parataxis" where words[cue].relation == "root": content.formUnion(sentence.subtree(of: child))
            case "obj", "obl", "nmod":
                // "confirmed the arrests", "accused X of shelling Y".
                if [
                    "confirm", "claim", "accuse", "deny", "report", "announce", "allege", "blame", "denounce", "condemn", "cite",
                    "acknowledge", "admit",
                ].contains(words[cue].lemma) {
                    content.formUnion(sentence.subtree(of: child))
                }
            default: break
            }
        }
        // ", the ministry said": the saying hangs on what is said.
        if words[cue].baseRelation == "parataxis" || words[cue].relation == "advcl" && words[cue].lemma == "say",
            let head = words[cue].head, content.isEmpty
        {
            content = Set(sentence.subtree(of: head)).subtracting(sentence.subtree(of: cue))
        }
        guard !content.isEmpty else { return nil }
        let speaker = clause.isPassive ? clause.agents.first : clause.agents.first
        return Statement(speaker: speaker, cue: cue, content: content)
    }

    /// The top of the clause a word stands in.
    private static func clause(of word: Int, _ sentence: Sentence) -> Int {
        var top = word
        while let head = sentence.words[top].head,
            !["root", "ccomp", "parataxis", "advcl", "conj"].contains(sentence.words[top].baseRelation)
        {
            top = head
        }
        return top
    }

    /// The innermost statement that holds a word.
    func statement(holding word: Int) -> Statement? {
        statements.filter { $0.content.contains(word) && $0.cue != word }.min { $0.content.count < $1.content.count }
    }
}
