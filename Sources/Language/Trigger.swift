/// A word that tells of an act, as the model reads it: which act, whether it happened, and who and what its parts are.
///
/// What the labels mean is for the reader to say: they are those the model was trained with.
public struct Trigger: Sendable {
    /// One of the labels a head chooses from.
    public struct Choice: Sendable {
        public let label: String
        public let probability: Float
    }

    /// Where one part of the act stands: a distribution over the words of the sentence and “not said here”.
    public struct Part: Sendable {
        public let role: String
        /// The probability that the sentence does not say.
        public let absent: Float
        /// The word with which `probabilities` begin.
        let first: Int
        let probabilities: [Float]

        public func probability(of word: Int) -> Float {
            probabilities.indices.contains(word - first) ? probabilities[word - first] : 0
        }

        /// The likeliest word; `nil` where “not said here” is likelier.
        public var best: Int? {
            var best = 0
            for index in probabilities.indices where probabilities[index] > probabilities[best] { best = index }
            return probabilities.isEmpty || probabilities[best] < absent ? nil : best + first
        }

        /// The words with at least some probability, in order.
        public func words(atLeast least: Float) -> [Int] {
            probabilities.indices.filter { probabilities[$0] >= least }.map { $0 + first }
        }
    }

    /// The index of the word.
    public let word: Int
    /// That it tells of an act at all.
    public let probability: Float
    /// The likeliest acts, the likeliest first.
    public let acts: [Choice]
    /// The acts' types, the likeliest first; of a type the sum of its acts.
    public let types: [Choice]
    public let statuses: [Choice]
    public let parts: [Part]

    public func part(_ role: String) -> Part? { parts.first { $0.role == role } }
}
