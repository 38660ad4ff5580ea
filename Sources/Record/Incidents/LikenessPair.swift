public import Coding
public import Reading

/// Two events that may tell of one thing, and what is weighed of them: what the weights of merging are fitted on.
public struct LikenessPair: Sendable, Encodable {
    public let one: String
    public let other: String
    public let features: [String: Double]

    /// Every pair among events that are in no record.
    ///
    /// - Parameters:
    ///   - events: by report.
    ///   - reports: those that are known, by identity.
    public static func all(among events: [String: [Event]], reports: [String: Report]) throws -> [LikenessPair] {
        let likeness = try Likeness.standard()
        let mentions = events.sorted { $0.key < $1.key }.flatMap { id, told in
            told.map { Mention($0, published: reports[id]?.day, likeness: likeness) }
        }
        let blocks = Dictionary(grouping: mentions) { "\($0.pair)|\($0.type)" }
        return blocks.sorted { $0.key < $1.key }.flatMap { _, block in
            block.indices.flatMap { one in
                block[..<one].compactMap { other in
                    likeness.features(block[one], other).map { values in
                        LikenessPair(
                            one: block[one].event, other: other.event,
                            features: Dictionary(uniqueKeysWithValues: zip(Likeness.Feature.allCases.map(\.name), values)))
                    }
                }
            }
        }
    }
}
