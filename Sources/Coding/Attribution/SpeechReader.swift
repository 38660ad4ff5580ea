internal import Language

/// Reads the attribution that a word is the cue of off the tree.
struct SpeechReader {
    let sentence: Sentence

    private var words: [Word] { sentence.words }
    private func children(_ word: Int) -> [Int] { sentence.children[word] }
    private func subtree(_ word: Int) -> Set<Int> { Set(sentence.subtree(of: word)) }

    func statements(at index: Int) -> [Speech.Statement] {
        let word = words[index]
        if word.lower == "according" { return accordingTo(index) }
        if SpeechCues.adverbs.contains(word.lower), let head = word.head {
            return [Speech.Statement(speaker: nil, cue: index, content: subtree(clause(of: head)).subtracting([index]))]
        }
        switch word.tag {
        case .verb:
            let pattern = SpeechCues.verb(word.lemma)
            let prepositions = SpeechCues.prepositions(word.lemma)
            return pattern.isEmpty && prepositions.isEmpty ? [] : verb(index, pattern, prepositions)
        case .noun where SpeechCues.nouns.contains(word.lemma): return noun(index)
        case .adjective where SpeechCues.adjectives.contains(word.lemma): return adjective(index)
        default: return []
        }
    }

    // MARK: According to

    private func accordingTo(_ index: Int) -> [Speech.Statement] {
        // The source is the oblique that "according" marks.
        guard let source = words[index].head, let governor = words[source].head else { return [] }
        let phrase = subtree(source)
        let cue = Set([index] + children(index))
        return [
            Speech.Statement(
                speaker: source, cue: index, cueWords: cue, content: subtree(clause(of: governor)).subtracting(phrase))
        ]
    }

    /// The top of the clause a word stands in.
    private func clause(of word: Int) -> Int {
        var top = word
        while let head = words[top].head,
            !["root", "ccomp", "parataxis", "advcl", "conj"].contains(words[top].baseRelation)
                || words[top].baseRelation == "conj" && words[top].tag != .verb
        {
            top = head
        }
        return top
    }

    // MARK: Verbs

    private func verb(_ cue: Int, _ pattern: SpeechCues.Pattern, _ prepositions: Set<String>) -> [Speech.Statement] {
        let clause = Clause(cue, in: sentence)
        var cueWords: Set<Int> = [cue]
        var content: Set<Int> = []
        var objects: Set<Int> = []
        var isClause = false
        for child in children(cue) {
            switch words[child].relation {
            case "aux", "aux:pass", "compound:prt": cueWords.insert(child)
            case "ccomp" where pattern.contains(.clause) || pattern.contains(.infinitive),
                "xcomp" where pattern.contains(.infinitive):
                content.formUnion(subtree(child))
                isClause = true
            case "xcomp" where pattern.contains(.naming): content.formUnion(subtree(child))
            case "parataxis" where pattern.contains(.clause) && child > cue && words[cue].baseRelation != "parataxis":
                content.formUnion(subtree(child))
                isClause = true
            case "obj": objects.formUnion(subtree(child))
            case let relation where relation.hasPrefix("obl"):
                guard let preposition = Clause.preposition(of: child, sentence) else { break }
                let isNaming = preposition == "as" && pattern.contains(.naming)
                guard prepositions.contains(preposition) || isNaming else { break }
                let mark = children(child).filter { words[$0].relation == "case" }
                if !isNaming { cueWords.formUnion(mark) }
                content.formUnion(isNaming ? subtree(child) : subtree(child).subtracting(mark))
            case "advcl" where !prepositions.isEmpty:
                // "accused them of lying".
                guard let mark = children(child).first(where: { ["mark", "case"].contains(words[$0].relation) }),
                    prepositions.contains(words[mark].lower)
                else { break }
                content.formUnion(subtree(child).subtracting([mark]))
                isClause = true
            default: break
            }
        }
        if pattern.contains(.naming), !content.isEmpty || words[cue].lemma == "describe" { content.formUnion(objects) }
        if pattern.contains(.object), !isClause || pattern.contains(.naming), !objects.isEmpty {
            content.formUnion(objects)
            content.formUnion(reasons(cue))
        }
        // "urged them to leave": whom is part of what is wanted.
        if isClause, pattern.contains(.infinitive), words[cue].lemma != "tell" { content.formUnion(objects) }
        if content.isEmpty, pattern.contains(.clause), !clause.isPassive { content = around(cue) }
        if clause.isPassive, !content.isEmpty || pattern.contains(.object) {
            // "he was called a fraud": what is said is said of the subject.
            for child in children(cue) where words[child].relation == "nsubj:pass" { content.formUnion(subtree(child)) }
        }
        content.formUnion(resumed(cue, content))
        content.subtract(cueWords)
        let awaitsContent = content.isEmpty && pattern.contains(.report) && pattern.contains(.clause) && isLast(cue)
        guard !content.isEmpty || awaitsContent else { return [] }
        let speaker = clause.agents.first.flatMap { content.contains($0) ? nil : $0 }
        return [
            Speech.Statement(
                speaker: speaker, cue: cue, cueWords: cueWords, content: content, isReport: pattern.contains(.report),
                isReal: isReal(cue, speaker))
        ]
    }

    private static let modals: Set<String> = [
        "will", "would", "shall", "should", "can", "could", "may", "might", "must", "'ll", "'d",
    ]

    /// "may say", "to say" tell of no saying; "went on to say" does.
    private func isReal(_ cue: Int, _ speaker: Int?) -> Bool {
        let helpers = children(cue).filter { words[$0].relation.hasPrefix("aux") }
        guard !helpers.contains(where: { Self.modals.contains(words[$0].lower) }) else { return false }
        let isInfinitive = children(cue).contains { words[$0].relation == "mark" && words[$0].lower == "to" }
        if isInfinitive { return words[cue].head.map { ["go", "continue", "proceed"].contains(words[$0].lemma) } ?? false }
        return speaker != nil || !helpers.isEmpty
    }

    /// What goes on after "…, she said, …" though the tree hangs it on the saying.
    private func resumed(_ cue: Int, _ content: Set<Int>) -> Set<Int> {
        guard let last = content.max(), last < cue else { return [] }
        var found: Set<Int> = []
        for child in children(cue) where child > cue && ["obl", "advcl"].contains(words[child].baseRelation) {
            let phrase = subtree(child)
            guard let first = phrase.first(where: { index in !phrase.contains { $0 < index } }), first > 0,
                words[first].text == "," || words[first - 1].text == ",", !words[child].has("VerbForm=Part"),
                !words[child].has("VerbForm=Ger")
            else { continue }
            found.formUnion(phrase)
        }
        return found
    }

    /// What is said of the object besides: "criticised them for leaving", "compared it to a trap".
    private func reasons(_ cue: Int) -> Set<Int> {
        var found: Set<Int> = []
        for child in children(cue) where child > cue && ["obl", "advcl"].contains(words[child].baseRelation) {
            guard let mark = children(child).first(where: { ["case", "mark"].contains(words[$0].relation) }),
                ["for", "as", "to", "from", "with", "of", "over", "against", "because"].contains(words[mark].lower)
            else { continue }
            found.formUnion(subtree(child))
        }
        return found
    }

    /// What a cue stands in or beside without governing it: "…, the ministry said", "as the ministry said, …".
    private func around(_ cue: Int) -> Set<Int> {
        guard let head = words[cue].head else { return [] }
        let own = subtree(cue)
        let hasObject = children(cue).contains { words[$0].relation == "obj" && !["it", "this"].contains(words[$0].lower) }
        guard !hasObject else { return [] }
        switch words[cue].relation {
        case "parataxis": return subtree(head).subtracting(own)
        case "advcl":
            let isAs = children(cue).contains { words[$0].relation == "mark" && words[$0].lower == "as" }
            return isAs ? subtree(head).subtracting(own) : []
        case "acl:relcl":
            // "The port, the mayor said on Friday, will reopen" looks like a relative clause without a pronoun.
            guard let first = own.min(), first > 0,
                children(cue).contains(where: { words[$0].relation == "nsubj" && !isRelative($0) }),
                !own.contains(where: isRelative), words[first].text == "," || words[first - 1].text == ","
            else { return [] }
            return subtree(clause(of: head)).subtracting(own)
        default: return []
        }
    }

    private func isRelative(_ word: Int) -> Bool {
        ["who", "which", "that", "whom", "whose", "where"].contains(words[word].lower)
    }

    /// Whether a cue ends its sentence or a colon does, so that what is said must stand before or after it.
    private func isLast(_ cue: Int) -> Bool {
        guard words[cue].relation == "root" else { return false }
        return words.last?.text == ":" || words.count < 12
    }

    // MARK: Nouns and adjectives

    /// "the minister's claim that", "a plan to", "her criticism of".
    private func noun(_ cue: Int) -> [Speech.Statement] {
        var content: Set<Int> = []
        var cueWords: Set<Int> = [cue]
        let owner = children(cue).first { words[$0].relation == "nmod:poss" }
        for child in children(cue) {
            switch words[child].relation {
            case "acl", "ccomp", "acl:relcl":
                let marks = children(child).filter { words[$0].relation == "mark" }
                guard marks.contains(where: { ["that", "to", "of"].contains(words[$0].lower) }) else { break }
                content.formUnion(subtree(child))
            case "nmod" where owner != nil:
                guard let preposition = Clause.preposition(of: child, sentence),
                    ["of", "about", "for", "against", "to", "on", "over"].contains(preposition)
                else { break }
                let marks = children(child).filter { words[$0].relation == "case" }
                cueWords.formUnion(marks)
                content.formUnion(subtree(child).subtracting(marks))
            default: break
            }
        }
        guard !content.isEmpty else { return [] }
        var speaker = owner
        if speaker == nil, let verb = words[cue].head, words[verb].tag == .verb, words[cue].relation == "obj" {
            speaker = Clause(verb, in: sentence).agents.first
        }
        let isReport = ["account", "claim", "statement", "allegation", "announcement", "report"].contains(words[cue].lemma)
        return [
            Speech.Statement(
                speaker: speaker, cue: cue, cueWords: cueWords, content: content, isReport: isReport, isReal: speaker != nil)
        ]
    }

    /// "afraid that", "critical of".
    private func adjective(_ cue: Int) -> [Speech.Statement] {
        guard let subject = children(cue).first(where: { words[$0].relation == "nsubj" }), words[subject].lower != "it" else {
            return []
        }
        var content: Set<Int> = []
        var cueWords: Set<Int> = [cue]
        for child in children(cue) {
            switch words[child].baseRelation {
            case "ccomp", "xcomp",
                "advcl" where child > cue && words[child].baseRelation != "advcl":
                content.formUnion(subtree(child))
            case "cop", "aux": cueWords.insert(child)
            case "obl":
                guard let preposition = Clause.preposition(of: child, sentence),
                    ["of", "about", "with", "at", "by", "to"].contains(preposition)
                else { break }
                let marks = children(child).filter { words[$0].relation == "case" }
                cueWords.formUnion(marks)
                content.formUnion(subtree(child).subtracting(marks))
            default: break
            }
        }
        guard !content.isEmpty else { return [] }
        return [Speech.Statement(speaker: subject, cue: cue, cueWords: cueWords, content: content, isReport: false)]
    }
}
