public import Reading
internal import Foundation

/// Reports grouped by the event they are about: average linkage over the cosine of their words, rare words and names
/// weighing most. The same reports give the same groups in any order.
public struct ReportGroups: Sendable {
    /// Each group's reports in alphabetical order, the groups by their first.
    public let groups: [[String]]

    /// Below this mean likeness groups stay apart.
    private static let least: Float = 0.15
    /// A word in capitals is most often a name, and says more of what a report is about.
    private static let nameWeight: Float = 2

    /// - Throws: where the program's data are missing.
    public init(of reports: [Report]) throws {
        let likeness = try Likeness.standard()
        var seen: Set<String> = []
        let unique = reports.sorted { $0.id < $1.id }.filter { seen.insert($0.id).inserted }
        let counts = unique.map { report in
            var counts: [String: Float] = [:]
            for stem in likeness.stems(of: (report.title ?? "") + "\n" + report.text) {
                counts[stem.text, default: 0] += stem.isCapital ? Self.nameWeight : 1
            }
            return counts
        }
        let vectors = Self.vectors(counts)
        groups = AverageLinkage.clusters(vectors.count, atLeast: Self.least) { one, other in
            Self.product(vectors[one], vectors[other])
        }.map { $0.map { unique[$0].id } }
    }

    private typealias Vector = [(word: Int, weight: Float)]

    /// Vectors of length 1: the logarithms of counts, weighed by how few reports have the word, in the order of words.
    private static func vectors(_ reports: [[String: Float]]) -> [Vector] {
        var spread: [String: Int] = [:]
        for word in reports.lazy.flatMap(\.keys) { spread[word, default: 0] += 1 }
        let words = spread.sorted { $0.key < $1.key }
        let numbers = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1.key, $0) })
        let rarity = words.map { logf(Float(reports.count + 1) / (Float($0.value) + 0.5)) }
        return reports.map { counts in
            let vector = counts.compactMap { word, count in
                numbers[word].map { (word: $0, weight: (1 + logf(count)) * rarity[$0]) }
            }.sorted { $0.word < $1.word }
            let length = vector.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
            return length > 0 ? vector.map { ($0.word, $0.weight / length) } : []
        }
    }

    private static func product(_ one: Vector, _ other: Vector) -> Float {
        var (i, j, sum) = (0, 0, Float(0))
        while i < one.count, j < other.count {
            if one[i].word == other[j].word {
                sum += one[i].weight * other[j].weight
                i += 1
                j += 1
            } else if one[i].word < other[j].word {
                i += 1
            } else {
                j += 1
            }
        }
        return sum
    }
}
