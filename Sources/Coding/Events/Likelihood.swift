internal import Foundation
internal import Reading

/// How likely it is that a sentence tells of an act between two sides: a logistic regression over the signs of a proposal.
///
/// The weights (`Resources/likelihood.txt`) are learnt from the Corpus's development reports, so that of events told with a
/// likelihood of 0.8 four in five are right.
struct Likelihood: Sendable {
    private let weights: [String: Double]

    /// - Throws: `ReadingError` where the file is missing.
    static func standard() throws -> Likelihood { Likelihood(try ResourceFolder.text("likelihood.txt", of: "Coding")) }

    /// - Parameter text: lines of a sign's name and its weight; other lines begin with “#”.
    init(_ text: String) {
        var weights: [String: Double] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            guard let space = line.lastIndex(of: " "), let weight = Double(line[line.index(after: space)...]) else { continue }
            weights[String(line[..<space])] = weight
        }
        self.weights = weights
    }

    /// Of each of the pairs of sides considered for one word, how likely it is the act's; together with that of none, 1.
    func likelihoods(of proposals: [Proposal]) -> [Double] {
        let odds = proposals.map { exp(score($0)) }
        let all = odds.reduce(1, +)
        return odds.map { $0 / all }
    }

    private func score(_ proposal: Proposal) -> Double {
        // In a fixed order, so that the last bits of the sum are the same in every run.
        proposal.signs.sorted { $0.key < $1.key }.reduce(weights["bias"] ?? 0) { $0 + (weights[$1.key] ?? 0) * $1.value }
    }
}
