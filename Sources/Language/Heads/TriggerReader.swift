internal import Foundation

/// Reads the words that tell of acts: a softmax over acts and none, one over statuses, and for each role of a trigger one
/// over the words of the sentence, by a bilinear form (`Training/README.md`).
struct TriggerReader: Sendable {
    private let acts: Classifier
    private let types: [String]
    /// Of each act, the index of its type.
    private let typeOfAct: [Int]
    private let statuses: Classifier
    private let first: Int
    private let size: Int
    private let roles: [String]
    private let bilinear: [Float]
    private let bias: [Float]

    /// Words less likely to tell of an act are passed over.
    private static let least: Float = 0.05
    /// Where the best act is so far below none, all acts together are less likely than `least`: -ln(0.95 · 270 / 0.05).
    private static let hopeless: Float = -8.5
    /// So many acts are kept of each trigger.
    private static let kept = 8

    init(in file: ModelFile) throws(LanguageError) {
        acts = try Classifier("acts", in: file)
        statuses = try Classifier("statuses", in: file)
        let head = try file.head("roles")
        let types = try file.head("acts").types ?? []
        guard let size = head.size, head.width == 2 * size, types.count == acts.labels.count, acts.labels.count > 1 else {
            throw LanguageError(file.name, "has heads for events of another make")
        }
        self.types = types.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        let distinct = self.types
        typeOfAct = types.map { distinct.firstIndex(of: $0) ?? 0 }
        first = head.first
        self.size = size
        roles = head.labels
        bilinear = try file.floats("heads.roles.bilinear", count: roles.count * size * size)
        bias = try file.floats("heads.roles.bias", count: roles.count * size)
    }

    /// The triggers among some words.
    ///
    /// - Parameters:
    ///   - rows: the joint projection of the opening piece and the words, `stride` apart.
    ///   - words: the words' indices in their sentence.
    func triggers(_ rows: UnsafePointer<Float>, stride: Int, words: Range<Int>) -> [Trigger] {
        words.enumerated().compactMap { offset, word in
            let row = rows + (offset + 1) * stride
            var best = -Float.infinity
            for act in 1..<acts.labels.count { best = max(best, row[acts.first + act]) }
            guard best - row[acts.first] > Self.hopeless else { return nil }
            let probabilities = Self.softmax(acts.labels.indices.map { row[acts.first + $0] })
            guard probabilities[0] < 1 - Self.least else { return nil }
            var sums = [Float](repeating: 0, count: types.count)
            for (act, probability) in probabilities.enumerated() { sums[typeOfAct[act]] += probability }
            return Trigger(
                word: word, probability: 1 - probabilities[0],
                acts: Self.choices(acts.labels, probabilities, from: 1, kept: Self.kept),
                types: Self.choices(types, sums, from: 1, kept: types.count),
                statuses: Self.choices(
                    statuses.labels, Self.softmax(statuses.labels.indices.map { row[statuses.first + $0] }), from: 0,
                    kept: statuses.labels.count),
                parts: roles.indices.map { part($0, trigger: row, rows, stride: stride, words: words) })
        }
    }

    /// score(w) = (relu(trigger) · U + b) · relu(part_w), the opening piece standing for “not said here”.
    private func part(
        _ role: Int, trigger: UnsafePointer<Float>, _ rows: UnsafePointer<Float>, stride: Int, words: Range<Int>
    ) -> Trigger.Part {
        var asked = Array(bias[role * size..<(role + 1) * size])
        for from in 0..<size {
            let weight = max(trigger[first + from], 0)
            guard weight > 0 else { continue }
            let row = (role * size + from) * size
            for to in 0..<size { asked[to] += weight * bilinear[row + to] }
        }
        let scores = (0...words.count).map { index in
            let part = rows + index * stride + first + size
            var score: Float = 0
            for column in 0..<size { score += asked[column] * max(part[column], 0) }
            return score
        }
        let probabilities = Self.softmax(scores)
        return Trigger.Part(
            role: roles[role], absent: probabilities[0], first: words.lowerBound, probabilities: Array(probabilities[1...]))
    }

    private static func choices(_ labels: [String], _ probabilities: [Float], from first: Int, kept: Int) -> [Trigger.Choice] {
        (first..<labels.count).sorted { (probabilities[$1], $0) < (probabilities[$0], $1) }.prefix(kept)
            .map { Trigger.Choice(label: labels[$0], probability: probabilities[$0]) }
    }

    private static func softmax(_ scores: [Float]) -> [Float] {
        let greatest = scores.max() ?? 0
        var sum: Float = 0
        let powers = scores.map { score in
            let power = exp(score - greatest)
            sum += power
            return power
        }
        return powers.map { $0 / sum }
    }
}
