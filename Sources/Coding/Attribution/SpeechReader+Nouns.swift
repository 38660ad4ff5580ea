internal import Language

/// Cues that are no verbs: "according to", nouns of saying, adjectives of thinking.
extension SpeechReader {
    // MARK: According to

    func accordingTo(_ index: Int) -> [Speech.Statement] {
        // The source is the oblique that "according" marks.
        guard let source = words[index].head, let governor = words[source].head else { return [] }
        let phrase = subtree(source)
        let cue = Set([index] + children(index))
        return [
            Speech.Statement(
                speaker: source, cue: index, cueWords: cue, content: subtree(clause(of: governor)).subtracting(phrase))
        ]
    }

    // MARK: Nouns and adjectives

    /// "the minister's claim that", "a plan to", "her criticism of".
    func noun(_ cue: Int) -> [Speech.Statement] {
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
        if content.isEmpty, let owner { content = version(cue, of: owner) }
        guard !content.isEmpty else { return [] }
        var speaker = owner
        if speaker == nil, let verb = words[cue].head, words[verb].tag == .verb, words[cue].relation == "obj" {
            speaker = Clause(verb, in: sentence).agents.first
        }
        let isReport = ["account", "version", "claim", "statement", "allegation", "announcement", "report"].contains(
            words[cue].lemma)
        return [
            Speech.Statement(
                speaker: speaker, cue: cue, cueWords: cueWords, content: content, isReport: isReport, isReal: speaker != nil)
        ]
    }

    /// "By the ministry's account, …", "the minister's version was that …": all that is told beside it.
    func version(_ cue: Int, of owner: Int) -> Set<Int> {
        guard ["account", "version", "opinion", "view", "telling", "estimate", "word"].contains(words[cue].lemma),
            let head = words[cue].head
        else { return [] }
        let preposition = Clause.preposition(of: cue, sentence)
        let isAdverbial = words[cue].baseRelation == "obl" && ["by", "in", "on"].contains(preposition ?? "")
        let isSubject =
            words[cue].relation.hasPrefix("nsubj")
            && children(head).contains { words[$0].relation == "mark" && words[$0].lower == "that" }
        return isAdverbial || isSubject ? subtree(clause(of: head)).subtracting(subtree(cue)) : []
    }

    /// "afraid that", "critical of".
    func adjective(_ cue: Int) -> [Speech.Statement] {
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
