/// A pair of states as readers choose it and addresses name it: "AZE-RUS", the codes in order.
public struct PairName: Hashable, Sendable, CustomStringConvertible {
    public let states: [String]

    public init(_ one: String, _ other: String) { states = [one, other].sorted() }

    /// `nil` where the text is no two codes of three letters.
    public init?(_ text: some StringProtocol) {
        let parts = text.uppercased().split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, parts[0] != parts[1],
            parts.allSatisfy({ $0.utf8.count == 3 && $0.utf8.allSatisfy { (65...90).contains($0) } })
        else { return nil }
        self.init(parts[0], parts[1])
    }

    public var description: String { states.joined(separator: "-") }
}
