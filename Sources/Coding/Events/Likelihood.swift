internal import Foundation
internal import Reading

/// How likely the pairs of sides considered for a word are: a conditional logit (McFadden 1974) over the signs of proposals.
///
/// The weights (`Resources/likelihood.txt`) are learnt from the Corpus's development reports, so that of what is told with some
/// likelihood about that share is right.
struct Likelihood: Sendable {
    private let bias: Double
    private let ofType: [EventType: Double]
    private let ofAct: [Proposal.ActSign: Double]
    private let ofActor: [Proposal.SideSign: Double]
    private let ofRecipient: [Proposal.SideSign: Double]
    private let ofPair: [Proposal.PairSign: Double]

    /// - Throws: `ReadingError` where the file is missing.
    static func standard() throws -> Likelihood { Likelihood(try ResourceFolder.text("likelihood.txt", of: "Coding")) }

    /// - Parameter text: lines of a sign's name (`Proposal.signs`) and its weight; other lines begin with “#”.
    init(_ text: String) {
        var weights: [String: Double] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            guard let space = line.lastIndex(of: " "), let weight = Double(line[line.index(after: space)...]) else { continue }
            weights[String(line[..<space])] = weight
        }
        func found<Sign: RawRepresentable<String> & CaseIterable & Hashable>(_ prefix: String) -> [Sign: Double] {
            Dictionary(uniqueKeysWithValues: Sign.allCases.map { ($0, weights[prefix + $0.rawValue] ?? 0) })
        }
        bias = weights["bias"] ?? 0
        ofType = found("")
        ofAct = found("act ")
        ofActor = found("actor ")
        ofRecipient = found("recipient ")
        ofPair = found("pair ")
    }

    /// Of each of the pairs of sides considered for one word, how likely it is the act's; together with that of none, 1.
    func likelihoods(of proposals: [Proposal]) -> [Double] {
        let odds = proposals.map { exp(score($0)) }
        let all = odds.reduce(1, +)
        return odds.map { $0 / all }
    }

    private func score(_ proposal: Proposal) -> Double {
        bias + (ofType[proposal.type] ?? 0) + weighed(proposal.ofAct, ofAct) + weighed(proposal.ofActor, ofActor)
            + weighed(proposal.ofRecipient, ofRecipient) + weighed(proposal.ofPair, ofPair)
    }

    /// In the order of the signs, so that the last bits of the sum are the same in every run.
    private func weighed<Sign: CaseIterable & Hashable>(_ signs: [Sign: Double], _ weights: [Sign: Double]) -> Double {
        Sign.allCases.reduce(0) { $0 + (signs[$1] ?? 0) * (weights[$1] ?? 0) }
    }
}
