internal import Foundation
internal import Language
internal import World

/// Finds who may be the two sides of an act: where the model points, where the tree has agent and patient, whom the sentence
/// names, and, of what it leaves out, whom the report told of before. Which it is, `Likelihood` tells.
struct SideFinder {
    let passage: Passage
    let discourse: Discourse
    let candidate: Candidate
    let place: Place?

    private static let locative: Set<String> = ["in", "at", "near", "outside", "over", "inside", "around", "off"]
    private static let order = [
        "to", "against", "on", "with", "upon", "towards", "toward", "at", "from", "into", "for", "of", "over", "in", "between",
        "by", "about",
    ]

    /// Every pair of sides the act may be between.
    func proposals() -> [Proposal] {
        let recipients = choices(.recipient)
        let ofAct = signsOfAct
        return choices(.actor).flatMap { actor in
            recipients.compactMap { recipient in
                DirectedPair(actor.side, recipient.side).map { pair in
                    Proposal(
                        pair: pair, actor: actor.side, recipient: recipient.side, type: candidate.act.type, ofAct: ofAct,
                        ofActor: actor.signs, ofRecipient: recipient.signs, ofPair: signs(of: pair, actor, recipient))
                }
            }
        }
    }

    /// The sides as far as they are known, of an act that is between no two: within one state, or towards nobody known.
    func within() -> (actor: Event.Side, recipient: Event.Side?)? {
        let actors = pointed(.actor) + agents
        let recipients = pointed(.recipient) + patients
        guard (actors + recipients).contains(where: { $0.actor.isKnown }) else { return nil }
        let actor = actors.first { $0.actor.isKnown } ?? actors.first ?? Event.Side(text: "", actor: Actor())
        return (actor, recipients.first { $0.text != actor.text })
    }

    // MARK: What the tree has

    var agents: [Event.Side] { candidate.isUnaccusative ? [] : passage.sides(candidate.clause.agents) }

    var patients: [Event.Side] {
        let clause = candidate.clause
        let obliques = clause.obliques.filter { !isPlace($0) }.sorted {
            (Self.order.firstIndex(of: $0.preposition) ?? 99) < (Self.order.firstIndex(of: $1.preposition) ?? 99)
        }
        return passage.sides((candidate.isUnaccusative ? clause.agents : []) + clause.patients + obliques.map(\.head))
    }

    /// "in Baku" is where, not towards whom.
    private func isPlace(_ oblique: Clause.Oblique) -> Bool {
        Self.locative.contains(oblique.preposition) && passage.resolved.places[oblique.head] != nil
    }

    // MARK: Signs

    private var signsOfAct: [Proposal.ActSign: Double] {
        func odds(_ probability: Double) -> Double { log(max(0.001, probability) / max(0.001, 1 - probability)) }
        let quad = candidate.act.type.quad
        return [
            .trigger: odds(Double(candidate.trigger.probability)),
            .type: odds(candidate.confidence),
            .isInLexicon: candidate.isInLexicon ? 1 : 0,
            .isMaterial: quad == .materialConflict || quad == .materialCooperation ? 1 : 0,
            .isConflict: quad == .materialConflict || quad == .verbalConflict ? 1 : 0,
            .isMutual: candidate.act.isMutual ? 1 : 0,
        ]
    }

    private func signs(
        of pair: DirectedPair, _ actor: SideChoices.Choice, _ recipient: SideChoices.Choice
    ) -> [Proposal.PairSign: Double] {
        var signs: [Proposal.PairSign: Double] = [:]
        if actor.isInSentence, recipient.isInSentence { signs[.bothNamed] = 1 }
        if !actor.isInSentence, !recipient.isInSentence { signs[.noneNamed] = 1 }
        if discourse.lastPair == pair { signs[.isLast] = 1 }
        if discourse.lastPair == pair.turned { signs[.isLastTurned] = 1 }
        if discourse.told.contains(pair) { signs[.wasTold] = 1 }
        if discourse.told.contains(pair.turned) { signs[.wasToldTurned] = 1 }
        if Set(discourse.shares.prefix(2).map(\.state)) == [pair.actor, pair.recipient] { signs[.isMain] = 1 }
        return signs
    }
}
