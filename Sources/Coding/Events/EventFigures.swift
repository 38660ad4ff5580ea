internal import Language

/// How many an act touched.
struct EventFigures {
    let passage: Passage

    /// A word that the model is so sure of belongs to the figure.
    private static let least: Float = 0.15

    func figures(of candidate: Candidate) -> [Event.Figure] {
        var counted = Set(candidate.trigger?.part("figures")?.words(atLeast: Self.least) ?? [])
        let clause = candidate.clause
        for head in clause.patients + clause.obliques.filter({ ["of", "to", "from"].contains($0.preposition) }).map(\.head) {
            counted.insert(head)
            counted.formUnion(
                passage.sentence.children[head].filter {
                    ["nummod", "conj", "nmod", "compound", "det", "amod"].contains(passage.words[$0].baseRelation)
                })
        }
        if passage.words[candidate.word].tag == .noun { counted.insert(candidate.word) }
        return passage.figures.filter { counted.contains($0.noun) || counted.contains($0.number) }.map { found in
            var figure = found.figure
            figure.kind = Figures.kind(act: candidate.act.key, noun: passage.words[found.noun])
            return figure
        }
    }
}
