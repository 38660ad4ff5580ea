internal import Language

/// Reads the attribution that a word is the cue of off the tree.
struct SpeechReader {
    let sentence: Sentence

    var words: [Word] { sentence.words }
    func children(_ word: Int) -> [Int] { sentence.children[word] }
    func subtree(_ word: Int) -> Set<Int> { Set(sentence.subtree(of: word)) }

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

    /// The top of the clause a word stands in.
    func clause(of word: Int) -> Int {
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
                content.formUnion(withoutComments(child))
                isClause = true
            case "xcomp" where pattern.contains(.naming) || pattern.contains(.clause) && words[child].lower.hasSuffix("ing"):
                content.formUnion(subtree(child))
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
            case "advcl" where !prepositions.isDisjoint(with: ["on", "upon"]) && isInfinitive(child):
                // "called on them to leave".
                content.formUnion(subtree(child))
                isClause = true
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
        if content.isEmpty, pattern.contains(.clause), !clause.isPassive { content = strayClause(cue) ?? around(cue) }
        content.subtract(gloss(content))
        // In "said that they claimed that …" the tree may hang the first "that" on the last verb.
        content = content.filter { $0 > cue || words[$0].relation != "mark" || content.contains($0 + 1) }
        if clause.isPassive, !content.isEmpty || pattern.contains(.object) {
            // "he was called a fraud": what is said is said of the subject.
            for child in children(cue) where words[child].relation == "nsubj:pass" { content.formUnion(subtree(child)) }
        }
        content.formUnion(resumed(cue, content))
        content.subtract(cueWords)
        let awaitsContent = content.isEmpty && pattern.contains(.report) && pattern.contains(.clause) && isLast(cue)
        guard !content.isEmpty || awaitsContent else { return [] }
        let subject = children(cue).first { words[$0].relation == "nsubj" }
        let speaker = (subject ?? commentator(cue) ?? clause.agents.first).flatMap { content.contains($0) ? nil : $0 }
        return [
            Speech.Statement(
                speaker: speaker, cue: cue, cueWords: cueWords, content: content, isReport: pattern.contains(.report),
                isReal: isReal(cue, speaker))
        ]
    }

    private func isInfinitive(_ word: Int) -> Bool {
        children(word).contains { words[$0].relation == "mark" && words[$0].lower == "to" }
    }

    private static let modals: Set<String> = [
        "will", "would", "shall", "should", "can", "could", "may", "might", "must", "'ll", "'d",
    ]

    /// "may say", "to say" tell of no saying; "went on to say" does.
    private func isReal(_ cue: Int, _ speaker: Int?) -> Bool {
        let helpers = children(cue).filter { words[$0].relation.hasPrefix("aux") }
        guard !helpers.contains(where: { Self.modals.contains(words[$0].lower) }) else { return false }
        if isInfinitive(cue) { return words[cue].head.map { ["go", "continue", "proceed"].contains(words[$0].lemma) } ?? false }
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

    /// A participle after a comma is said by the subject of the sentence: "Berlin left the talks, citing delays"; where it
    /// hangs on what somebody says, by that speaker.
    private func commentator(_ cue: Int) -> Int? {
        guard isComment(cue) || isSecondSaying(cue), var top = words[cue].head else { return nil }
        while words[top].tag != .verb, let head = words[top].head { top = head }
        if words[top].relation == "ccomp", let saying = words[top].head, SpeechCues.verb(words[saying].lemma).contains(.report) {
            top = saying
        }
        return Clause(top, in: sentence).agents.first
    }

    /// Whether a word is a participle with a comma before it: ", adding that".
    private func isComment(_ word: Int) -> Bool {
        guard ["advcl", "acl"].contains(words[word].relation), words[word].lower.hasSuffix("ing"),
            !children(word).contains(where: { words[$0].relation.hasPrefix("nsubj") || words[$0].relation == "mark" })
        else { return false }
        return isSetOff(word)
    }

    /// Whether a cue goes on from a saying though the tree joins it to what is said: "she said it was late and warned that".
    private func isSecondSaying(_ word: Int) -> Bool {
        guard words[word].relation == "conj", SpeechCues.verb(words[word].lemma).contains(.report), words[word].has("Tense=Past"),
            let first = words[word].head, words[first].relation == "ccomp", let saying = words[first].head,
            SpeechCues.verb(words[saying].lemma).contains(.report), !SpeechCues.verb(words[first].lemma).contains(.report)
        else { return false }
        return !children(word).contains { words[$0].relation.hasPrefix("nsubj") || words[$0].relation.hasPrefix("aux") }
    }

    /// Whether a comma parts a phrase from what stands before it.
    private func isSetOff(_ word: Int) -> Bool {
        guard let first = sentence.subtree(of: word).first, first > 0 else { return false }
        return words[first].text == "," || words[first - 1].text == ","
    }

    /// What is said without the speaker's next saying: "he was ill, adding that".
    private func withoutComments(_ clause: Int) -> Set<Int> {
        var content = subtree(clause)
        for child in children(clause) where child > clause && (isComment(child) || isSecondSaying(child)) {
            guard !SpeechCues.verb(words[child].lemma).isEmpty else { continue }
            content.subtract(subtree(child))
        }
        return content
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

    /// "said at a rally in Bergen that …": the tree takes the clause for one about the place.
    private func strayClause(_ cue: Int) -> Set<Int>? {
        for index in sentence.subtree(of: cue) where index > cue && words[index].baseRelation == "acl" {
            guard children(index).contains(where: { words[$0].relation == "mark" && words[$0].lower == "that" }),
                var noun = words[index].head, !SpeechCues.nouns.contains(words[noun].lemma)
            else { continue }
            while noun != cue, ["obl", "nmod", "obj", "iobj"].contains(words[noun].baseRelation), let head = words[noun].head {
                noun = head
            }
            if noun == cue { return subtree(index) }
        }
        return nil
    }

    /// What the writer adds at the end of another's words: "…, a club of 32 states", "…, which he lost".
    private func gloss(_ content: Set<Int>) -> Set<Int> {
        guard let last = content.filter({ words[$0].tag != .punctuation }).max() else { return [] }
        for word in content.sorted() where ["appos", "acl"].contains(words[word].baseRelation) {
            guard words[word].relation != "acl", let head = words[word].head, content.contains(head), isSetOff(word) else {
                continue
            }
            let phrase = subtree(word)
            if phrase.contains(last), phrase.count * 2 < content.count { return phrase }
        }
        return []
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
}
