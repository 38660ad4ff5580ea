internal import Language
internal import World

/// Finds the two sides of an act: where the model points, where the tree has agent and patient, and, of what the sentence
/// leaves out, what the report told before.
struct SideFinder {
    let passage: Passage
    let discourse: Discourse

    /// Organs that act where they are at home.
    private static let domestic: Set<String> = ["COP", "JUD", "SPY", "GOV", "LEG"]
    private static let locative: Set<String> = ["in", "at", "near", "outside", "over", "inside", "around", "off"]
    private static let order = [
        "to", "against", "on", "with", "upon", "towards", "toward", "at", "from", "into", "for", "of", "over", "in", "between",
        "by", "about",
    ]
    /// A word that the model is so sure of stands beside the likeliest: "France and Germany".
    private static let beside: Float = 0.35
    /// From here the sentence does not name the side, whatever the tree has in its place.
    private static let absent: Float = 0.8

    struct Pair {
        var actor: Event.Side
        var recipient: Event.Side?
        /// What is taken off the confidence for what was guessed.
        var doubt = 0.0
        /// Whether it is no act between two states or bodies, but one within a state or without a known other side.
        var isInternal = false
    }

    /// The pairs of sides of an act, one for each side of a compound; none where a side remains unknown.
    func pairs(_ candidate: Candidate, place: Place?) -> [Pair] {
        let act = candidate.act
        var actors = pointed(candidate.trigger.part("actor"))
        var recipients = pointed(candidate.trigger.part("recipient"))
        let isActorAbsent = actors.isEmpty && (candidate.trigger.part("actor")?.absent ?? 0) > Self.absent
        let isRecipientAbsent = recipients.isEmpty && (candidate.trigger.part("recipient")?.absent ?? 0) > Self.absent
        if actors.allSatisfy({ !$0.actor.isKnown }), !isActorAbsent { actors += agents(candidate) }
        if recipients.allSatisfy({ $0.actor.state == nil }), !isRecipientAbsent { recipients += patients(candidate, not: actors) }
        let own = Set(actors.compactMap(\.actor.state))
        if !recipients.isEmpty, recipients.allSatisfy({ $0.actor.state.map { own.contains($0) } ?? false }) {
            // "rammed his boat": towards oneself nobody acts, so the pronoun is another's or tells nothing.
            recipients = pointed(candidate.trigger.part("recipient"), pronouns: false)
        }
        if act.isMutual, own.count > 1, recipients.allSatisfy({ $0.actor.state.map { own.contains($0) } ?? true }) {
            return mutual(actors)
        }
        if act.isMutual, actors.allSatisfy({ $0.actor.state == nil }), Set(recipients.compactMap(\.actor.state)).count > 1 {
            return mutual(recipients)
        }
        recipients = recipients.filter { !isTerritory($0) } + recipients.filter(isTerritory)
        let known = actors.filter { $0.actor.state != nil }
        let doers = known.isEmpty ? [actor(actors, recipients, candidate, place)].compactMap(\.self) : known.map { ($0, 0.0) }
        let pairs = doers.flatMap { completed($0.0, doubt: $0.1, recipients, candidate) }
        if !pairs.isEmpty { return pairs }
        let actor = actors.first ?? Event.Side(text: "", actor: Actor())
        guard (actors + recipients).contains(where: \.actor.isKnown) else { return [] }
        return [Pair(actor: doers.first?.0 ?? actor, recipient: recipients.first, doubt: 0.3, isInternal: true)]
    }

    // MARK: Where the model points

    private func pointed(_ part: Trigger.Part?, pronouns: Bool = true) -> [Event.Side] {
        guard let part, let best = part.best else { return [] }
        var heads = Clause.conjuncts(of: passage.phraseHead(of: best), passage.sentence)
        // What stands beneath the likeliest only says more about it: "Ukraine's ambassador to Poland".
        let phrase = Set(passage.sentence.subtree(of: heads[0]))
        for word in part.words(atLeast: Self.beside) where !phrase.contains(word) {
            let head = passage.phraseHead(of: word)
            if !heads.contains(head) { heads.append(head) }
        }
        if let party = passage.party(around: best), !heads.contains(party.head) { heads.insert(party.head, at: 0) }
        let sides = passage.sides(heads, pronouns: pronouns)
        if sides.allSatisfy({ $0.actor.state == nil }), let party = passage.resolved.parties[best], party.actor.state != nil,
            pronouns || party.basis != .pronoun
        {
            return [passage.side(party)]
        }
        return distinct(sides)
    }

    /// The words of a compound, of each state or body the first.
    private func distinct(_ sides: [Event.Side]) -> [Event.Side] {
        var seen: Set<String> = []
        return sides.filter { seen.insert($0.actor.state ?? $0.actor.name ?? $0.text).inserted }
    }

    // MARK: What the tree has

    private func agents(_ candidate: Candidate) -> [Event.Side] {
        candidate.isUnaccusative ? [] : passage.sides(candidate.clause.agents)
    }

    private func patients(_ candidate: Candidate, not actors: [Event.Side]) -> [Event.Side] {
        let clause = candidate.clause
        let own = Set(actors.compactMap(\.actor.state))
        let obliques = clause.obliques.filter { !isPlace($0) }.sorted {
            (Self.order.firstIndex(of: $0.preposition) ?? 99) < (Self.order.firstIndex(of: $1.preposition) ?? 99)
        }
        let heads = (candidate.isUnaccusative ? clause.agents : []) + clause.patients + obliques.map(\.head)
        return passage.sides(heads).filter { side in
            (side.actor.state != nil || !side.actor.sector.isEmpty) && !(side.actor.state.map { own.contains($0) } ?? false)
        }
    }

    /// "in Baku" is where, not towards whom.
    private func isPlace(_ oblique: Clause.Oblique) -> Bool {
        Self.locative.contains(oblique.preposition) && passage.resolved.places[oblique.head] != nil
    }

    private func isTerritory(_ side: Event.Side) -> Bool { side.actor.state.map(discourse.isTerritory) ?? false }

    private func mutual(_ sides: [Event.Side]) -> [Pair] {
        let known = distinct(sides.filter { $0.actor.state != nil })
        guard let first = known.first else { return [] }
        return known.dropFirst().map { Pair(actor: first, recipient: $0) }
    }

    // MARK: What the sentence leaves out

    /// The states the sentence names, which a missing side is likelier to be.
    private var named: Set<String> { Set(passage.resolved.parties.values.compactMap(\.actor.state)) }

    /// Who did it, where no state is named as the actor.
    private func actor(
        _ actors: [Event.Side], _ recipients: [Event.Side], _ candidate: Candidate, _ place: Place?
    ) -> (Event.Side, Double)? {
        if let body = actors.first(where: { $0.actor.isKnown && $0.actor.sector != "CVL" }) { return (body, 0) }
        let mention = actors.first
        func filled(_ state: String, _ doubt: Double) -> (Event.Side, Double) {
            var side = mention ?? Event.Side(text: "", actor: Actor())
            side.actor.state = state
            return (side, doubt)
        }
        let victim = recipients.lazy.compactMap(\.actor.state).first
        // "mass police arrests in Yekaterinburg": the police of where it was.
        if let mention, Self.domestic.contains(mention.actor.sector), let host = place?.state, host != victim {
            return filled(host, 0)
        }
        // Who holds, searches or deports is at home where it is done.
        if candidate.act.type == .coerce, let host = place?.state, host != victim { return filled(host, 0.15) }
        if let earlier = discourse.last(candidate.act.key), let state = earlier.actor.actor.state,
            victim == nil || victim == earlier.recipient?.actor.state
        {
            var side = filled(state, 0.1)
            if mention == nil { side.0.actor = earlier.actor.actor }
            return side
        }
        guard let victim else {
            guard let last = discourse.last(candidate.act.type.quad) ?? discourse.last, let state = last.actor.actor.state,
                mention == nil
            else { return nil }
            return filled(state, 0.3)
        }
        // A passive without an agent, announced by whoever did it: "the ministry said the envoy had been summoned".
        if let speaker = passage.speech.statement(holding: candidate.word)?.speaker.flatMap({ passage.resolved.parties[$0] }),
            let state = speaker.actor.state, state != victim, candidate.act.type != .assault
        {
            return (passage.side(speaker), 0.1)
        }
        if let host = place?.state, host != victim, candidate.act.type.quad == .materialConflict { return filled(host, 0.15) }
        return discourse.counterpart(of: victim, preferring: named).map { filled($0, 0.2) }
    }

    private func completed(
        _ actor: Event.Side, doubt: Double, _ recipients: [Event.Side], _ candidate: Candidate
    ) -> [Pair] {
        let own = actor.actor.state
        let others = distinct(recipients.filter { $0.actor.state != nil && $0.actor.state != own })
        if !others.isEmpty {
            let isCompound = candidate.trigger.part("recipient")?.best != nil
            return others.prefix(isCompound ? 3 : 1).map { Pair(actor: actor, recipient: $0, doubt: doubt) }
        }
        if let body = recipients.first(where: { $0.actor.isKnown && $0.actor.state == nil && $0.actor.sector != "CVL" }) {
            return [Pair(actor: actor, recipient: body, doubt: doubt)]
        }
        guard let own else { return [] }
        if let fellow = recipients.first(where: { $0.actor.state == own }) {
            return [Pair(actor: actor, recipient: fellow, doubt: doubt, isInternal: true)]
        }
        // Of the words that say towards whom only their state is unknown.
        var mention = recipients.first { $0.actor.state == nil } ?? Event.Side(text: "", actor: Actor())
        if let earlier = discourse.last(candidate.act.key), earlier.actor.actor.state == own,
            let state = earlier.recipient?.actor.state
        {
            if mention.text.isEmpty { mention.actor = earlier.recipient?.actor ?? Actor() }
            mention.actor.state = state
            return [Pair(actor: actor, recipient: mention, doubt: doubt + 0.1)]
        }
        guard let state = discourse.counterpart(of: own, preferring: named) else { return [] }
        mention.actor.state = state
        return [Pair(actor: actor, recipient: mention, doubt: doubt + 0.15)]
    }
}
