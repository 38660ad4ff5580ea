internal import Language
public import Reading

/// A pair of sides that the coder thought of for a word, with the signs it went by: what `Likelihood` learns from.
public struct Considered: Sendable, Encodable {
    let report: String
    let sentence: String
    let word: Int
    let type: EventType
    let act: String
    let actor: String
    let recipient: String
    let signs: [String: Double]
    let likelihood: Double

    init(report: Report, _ passage: Passage, _ candidate: Candidate, _ proposal: Proposal, likelihood: Double) {
        self.report = report.id
        sentence = passage.sentence.text
        word = candidate.word
        type = candidate.act.type
        act = candidate.act.key
        actor = proposal.pair.actor
        recipient = proposal.pair.recipient
        signs = proposal.signs
        self.likelihood = likelihood
    }
}
