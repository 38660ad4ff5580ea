internal import Language

/// How many an act touched.
struct EventFigures {
    let passage: Passage

    /// A word that the model is so sure of belongs to the figure.
    private static let least: Float = 0.15

    func figures(of candidate: Candidate) -> [Event.Figure] {
        var counted = Set(candidate.trigger.part("figures")?.words(atLeast: Self.least) ?? [])
        let clause = candidate.clause
        for head in clause.patients + clause.obliques.filter({ ["of", "to", "from"].contains($0.preposition) }).map(\.head) {
            counted.insert(head)
            counted.formUnion(
                passage.sentence.children[head].filter {
                    ["nummod", "conj", "nmod", "compound", "det", "amod"].contains(passage.words[$0].baseRelation)
                })
        }
        if passage.words[candidate.word].tag == .noun { counted.insert(candidate.word) }
        let kind = Figures.kind(act: candidate.act.key)
        let figures = passage.figures.filter { counted.contains($0.noun) || counted.contains($0.number) }.map { found in
            var figure = found.figure
            figure.kind = isAboard(found.noun) ? .aboard : kind
            return figure
        }
        guard kind != .other, !figures.contains(where: { $0.kind == kind }) else { return figures }
        return figures + [single(candidate, kind)].compactMap(\.self)
    }

    private static let aboard: Set<String> = ["aboard", "board", "passenger"]

    /// Whether those counted are those on board: "of the 67 people on board", "62 passengers".
    private func isAboard(_ noun: Int) -> Bool {
        Self.aboard.contains(passage.words[noun].lemma)
            || passage.sentence.children[noun].contains { Self.aboard.contains(passage.words[$0].lower) }
    }

    /// What stands in the singular and is not one person.
    private static let collectives: Set<String> = [
        "group", "crew", "family", "team", "staff", "personnel", "gang", "convoy", "army", "police", "part", "number",
        "population",
        "delegation", "unit", "squad", "cell", "network", "mission", "community", "plane", "aircraft", "jet", "ship", "vessel",
        "boat", "everyone", "nobody", "anyone", "someone", "people",
    ]

    /// One person named or told of in the singular: "arrested the writer" is one arrested, though no number is said.
    private func single(_ candidate: Candidate, _ kind: Event.Figure.Kind) -> Event.Figure? {
        let clause = candidate.clause
        let heads = clause.patients.isEmpty ? clause.obliques.filter { $0.preposition == "of" }.map(\.head) : clause.patients
        guard !heads.isEmpty, heads.allSatisfy(isPerson), let first = heads.min(), let last = heads.max() else { return nil }
        let start = passage.sentence.children[first].filter { $0 < first && passage.words[$0].tag == .determiner }.min() ?? first
        return Event.Figure(
            kind: kind, value: heads.count, qualifier: .none, text: passage.sentence.text(of: start..<max(last, first) + 1))
    }

    private func isPerson(_ head: Int) -> Bool {
        let word = passage.words[head]
        if word.tag == .name { return passage.sentence.names.contains { $0.kind == .person && $0.words.contains(head) } }
        return word.tag == .noun && word.has("Number=Sing") && !Self.collectives.contains(word.lemma)
            && !passage.figures.contains { $0.noun == head }
    }
}
