internal import Language
internal import World

/// Finds the words of a sentence that tell of acts: where the model reads one, and where the lexicon knows one that the model
/// thinks possible.
struct Candidates: Sendable {
    let ontology: Ontology
    let frames: Frames

    /// From here the model alone decides.
    private static let sure: Float = 0.5
    /// From here the lexicon's word counts with the model's doubt.
    private static let possible: Float = 0.15
    /// From here an act is told by several words together.
    private static let together: Float = 0.35
    /// So many words apart.
    private static let reach = 6

    func found(in passage: Passage) -> [Candidate] {
        let triggers = Dictionary(passage.sentence.triggers.map { ($0.word, $0) }) { first, _ in first }
        return passage.words.indices.compactMap { candidate(at: $0, triggers[$0], passage) }
    }

    private func candidate(at word: Int, _ trigger: Trigger?, _ passage: Passage) -> Candidate? {
        guard let trigger, trigger.probability >= Self.possible, let type = trigger.types.first else { return nil }
        let pooled = pooled(trigger, passage)
        let clause = Clause(word, in: passage.sentence)
        let frame = frame(at: word, clause, passage)
        var act = trigger.acts.lazy.compactMap { ontology.acts[$0.label] }.first { $0.type.rawValue == type.label }
        var isInLexicon = false
        if let frame, let named = ontology.acts[frame.act] {
            isInLexicon = named.type.rawValue == type.label
            if isInLexicon, frame.conditions > 0 || (trigger.acts.first?.probability ?? 0) < 0.2 * trigger.probability {
                act = named
            }
        }
        guard let act, trigger.probability >= Self.sure || isInLexicon || pooled >= Self.together else { return nil }
        var modality = Modality(of: word, in: passage.sentence)
        if frame?.isNegated == true { modality = modality.affirmed }
        return Candidate(
            word: word, act: act, confidence: Double(max(type.probability, pooled)), trigger: trigger, clause: clause,
            modality: modality, isUnaccusative: frame?.isUnaccusative ?? false, isInLexicon: isInLexicon)
    }

    /// That the words around tell of an act of the same type, where this is the likeliest of them: what a few words tell together
    /// ("calls for him to be freed") the model often divides among them.
    private func pooled(_ trigger: Trigger, _ passage: Passage) -> Float {
        guard let type = trigger.types.first else { return 0 }
        let near = passage.sentence.triggers.filter { abs($0.word - trigger.word) <= Self.reach }
        let others = near.compactMap { other in other.types.first { $0.label == type.label }?.probability }
        guard others.allSatisfy({ $0 <= type.probability }) else { return 0 }
        return 1 - others.reduce(1) { $0 * (1 - $1) }
    }

    // MARK: The lexicon

    private func frame(at index: Int, _ clause: Clause, _ passage: Passage) -> Frames.Frame? {
        var best: Frames.Frame?
        for frame in frames.frames(of: passage.words[index])
        where fits(frame, clause, passage) && frame.conditions > best?.conditions ?? -1 {
            best = frame
        }
        return best
    }

    private func fits(_ frame: Frames.Frame, _ clause: Clause, _ passage: Passage) -> Bool {
        let sentence = passage.sentence
        let below = sentence.subtree(of: clause.trigger)
        var reach = Set(below.filter { abs($0 - clause.trigger) < 16 })
        if let carrier = clause.carrier { reach.formUnion(sentence.subtree(of: carrier)) }
        reach.remove(clause.trigger)
        func holds(_ wanted: Set<String>, in indices: some Sequence<Int>) -> Bool {
            for index in indices {
                let word = passage.words[index]
                if wanted.contains(word.lemma.lowercased()) || wanted.contains(word.lower) { return true }
                if let kind = passage.resolved.parties[index]?.kind, wanted.contains("@" + kind) { return true }
                if let organ = passage.resolved.parties[index]?.actor.organ, wanted.contains("@" + organ) { return true }
            }
            return false
        }
        for word in frame.rest where !holds([word], in: reach) { return false }
        if !frame.without.isEmpty, holds(frame.without, in: reach) { return false }
        if !frame.object.isEmpty {
            // The tree often takes the particle of "called in the envoy" for a preposition.
            let particled = clause.obliques.filter { frame.rest.contains($0.preposition) }.map(\.head)
            let objects = (clause.patients + particled).flatMap { sentence.subtree(of: $0) }
            guard holds(frame.object, in: objects) else { return false }
        }
        if !frame.complement.isEmpty {
            guard holds(frame.complement, in: reach) else { return false }
        }
        if !frame.subject.isEmpty {
            guard holds(frame.subject, in: clause.agents) else { return false }
        }
        return true
    }
}
