internal import Language
internal import World

/// Where an act was done.
struct EventPlace {
    let passage: Passage

    private static let locative: Set<String> = ["in", "at", "near", "outside", "over", "inside", "around", "off"]

    func place(of candidate: Candidate) -> Place? {
        let places = passage.resolved.places.sorted { $0.key < $1.key }
        if let part = candidate.trigger.part("place"), let word = part.best {
            let near = [word, passage.phraseHead(of: word)] + passage.sentence.subtree(of: word)
            if let found = near.lazy.compactMap({ passage.resolved.places[$0] }).first { return found }
        }
        let clause = Set(passage.sentence.subtree(of: candidate.word))
        return places.first { clause.contains($0.key) && isLocative($0.key) }?.value
            ?? places.first { isLocative($0.key) }?.value
    }

    private func isLocative(_ head: Int) -> Bool {
        let preposition = Clause.preposition(of: head, passage.sentence)
        if preposition == "of", let city = passage.words[head].head {
            return Clause.preposition(of: city, passage.sentence).map { Self.locative.contains($0) } ?? false
        }
        return preposition.map { Self.locative.contains($0) } ?? false
    }
}
