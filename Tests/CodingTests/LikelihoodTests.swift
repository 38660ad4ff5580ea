import Foundation
import Reading
import Testing
import World

@testable import Coding

@Suite struct LikelihoodTests {
    private func proposal(_ actor: String, _ recipient: String, pointed: Double) -> Proposal {
        func side(_ state: String) -> Event.Side { Event.Side(text: state, actor: Actor(state: state)) }
        return Proposal(
            pair: DirectedPair(actor: actor, recipient: recipient), actor: side(actor), recipient: side(recipient), type: .accuse,
            ofAct: [:], ofActor: [.pointed: pointed], ofRecipient: [:], ofPair: [:])
    }

    @Test func whatTheModelPointsAtIsLikelierAndNoneOfThemRemainsPossible() {
        let likelihood = Likelihood("# weights\nbias -1\nactor pointed 3\n")
        let found = likelihood.likelihoods(of: [proposal("AZE", "RUS", pointed: 0.9), proposal("RUS", "AZE", pointed: 0.1)])
        #expect(found[0] > 0.5 && found[1] < 0.25)
        #expect(found[0] + found[1] < 1)
        #expect(likelihood.likelihoods(of: []).isEmpty)
    }

    /// Confidence means what it says on reports that nothing was learnt from.
    @Test func ofWhatIsToldSurelyMostIsRight() throws {
        let ontology = try Ontology.standard()
        let reader = CorpusReader(ontology: ontology, organs: try World.standard().organs)
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Corpus")
        let corpus = try Corpus(folder: folder, reader: reader)
        let coder = try Coder.standard()
        var told: [(confidence: Double, isRight: Bool)] = []
        for report in corpus.reports where corpus.part(of: report) == .test {
            for event in coder.events(of: report.report) {
                let notes = report.lines.filter { $0.text == event.sentence.text }.flatMap(\.notes)
                let isRight = notes.contains { note in
                    let sides = [note.actor.state, note.recipient?.state]
                    let own = [event.actor.actor.state, event.recipient?.actor.state]
                    return ontology.acts[note.act]?.type == event.type
                        && (sides == own || event.type.isMutual && sides == own.reversed())
                }
                told.append((event.confidence, isRight))
            }
        }
        func share(_ range: Range<Double>) -> Double {
            let inside = told.filter { range.contains($0.confidence) }
            return Double(inside.filter(\.isRight).count) / Double(max(1, inside.count))
        }
        let (sure, doubtful) = (share(0.8..<1.01), share(0..<0.5))
        print("right of what is told with at least 0.8: \(sure), with less than 0.5: \(doubtful)")
        #expect(sure > 0.65 && doubtful < 0.55)
    }
}
