internal import Language
internal import Reading

/// Dates an act: by the words that the model points at, else the nearest up the tree, else by the news itself.
struct EventDating {
    let passage: Passage
    let discourse: Discourse
    let published: Day?

    /// - Parameter isOwn: whether whoever did it says so: what is announced is news, however the sentence puts it.
    func date(of candidate: Candidate, status: Event.Status, isOwn: Bool) -> Event.Dating? {
        let part = candidate.trigger.part("date")
        var found = part?.best.flatMap(expression) ?? ((part?.absent ?? 0) < 0.9 ? nearest(to: candidate.word) : nil)
        if let date = found, !isOwn, status == .claimed || status == .denied, isOfSaying(date, candidate.word) { found = nil }
        if let found { return dating(found) }
        guard let published, let news = discourse.newsDay, candidate.act.type != .assault else { return nil }
        // What is said to be going on is news as what has happened is.
        guard status == .happened || status == .claimed && passage.words[candidate.word].has("Tense=Pres") else { return nil }
        guard isNews(candidate) || isOwn else { return nil }
        guard let last = discourse.lastDate else { return Event.Dating(start: news, end: news) }
        if last.start >= published - Discourse.freshness { return Event.Dating(start: last.start, end: last.end) }
        // After a sentence of background the day is open, but of what is said: that is news wherever it stands.
        guard candidate.act.type.quad == .verbalConflict else { return nil }
        let fresh = discourse.dates.last { $0.start >= published - Discourse.freshness }
        return Event.Dating(start: fresh?.start ?? news, end: fresh?.end ?? news)
    }

    private func expression(at word: Int) -> TimeExpressions.Expression? {
        passage.times.expressions.first { $0.words.contains(word) }
            ?? passage.times.expressions.first { $0.words.contains(word + 1) || $0.words.contains(word - 1) }
    }

    private static let clausal: Set<Substring> = ["ccomp", "xcomp", "advcl"]

    /// Whether a date is that of the verb which a word's clause hangs on: "on Sunday blamed them for shooting", "said on Friday that
    /// they had fired"; not of a noun that is dated, or the date itself: "25 December, when a missile struck".
    private func isOfSaying(_ date: TimeExpressions.Expression, _ word: Int) -> Bool {
        var index = word
        var isBeyond = false
        while !passage.sentence.subtree(of: index).contains(where: date.words.contains), let head = passage.words[index].head {
            isBeyond = isBeyond || Self.clausal.contains(passage.words[index].baseRelation) && !isMeanwhile(index)
            index = head
        }
        return isBeyond
    }

    /// Whether a clause tells of the same time as what it hangs on.
    private func isMeanwhile(_ clause: Int) -> Bool {
        passage.sentence.children[clause].contains { ["when", "while", "as"].contains(passage.words[$0].lower) }
    }

    private func dating(_ expression: TimeExpressions.Expression) -> Event.Dating {
        Event.Dating(start: expression.start, end: expression.end, text: passage.sentence.text(of: expression.words))
    }

    /// Up the tree from the act's own clause to those it hangs in.
    private func nearest(to word: Int) -> TimeExpressions.Expression? {
        func distance(_ expression: TimeExpressions.Expression) -> Int {
            expression.words.upperBound <= word
                ? word - expression.words.upperBound : max(0, expression.words.lowerBound - word)
        }
        var index: Int? = word
        var previous: Set<Int> = []
        while let current = index {
            let below = Set(passage.sentence.subtree(of: current))
            let fresh = below.subtracting(previous)
            let near = passage.times.expressions.filter { $0.words.contains { fresh.contains($0) } }
            if let nearest = near.min(by: { distance($0) < distance($1) }) { return nearest }
            previous = below
            index = passage.words[current].head
        }
        return nil
    }

    private static let heading: Set<Substring> = ["ccomp", "xcomp", "conj", "parataxis", "obj", "nsubj"]

    /// Whether a word heads the news of its sentence, rather than what led to it; of talks also as the way in which something
    /// was said: "told him by telephone".
    private func isNews(_ candidate: Candidate) -> Bool {
        var index = candidate.word
        while let head = passage.words[index].head {
            let relation = passage.words[index].baseRelation
            guard Self.heading.contains(relation) || relation == "obl" && candidate.act.type == .consult else { return false }
            index = head
        }
        return !passage.sentence.children[candidate.word].contains {
            passage.words[$0].lower == "had" && passage.words[$0].tag == .auxiliary
        }
    }
}
