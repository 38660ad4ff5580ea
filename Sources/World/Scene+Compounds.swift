internal import Language

/// Names before and after a hyphen, and before the name of a treaty: whose they are, and whose they are not.
extension Scene {
    static let owners: Set<String> = [
        "led", "owned", "operated", "flagged", "registered", "based", "run", "organised", "organized", "chartered", "commanded",
        "headquartered", "administered", "ruled", "controlled", "occupied", "dominated",
    ]
    static let against: Set<String> = ["pro", "anti", "non", "ex", "post", "pre", "counter", "trans"]

    func isTight(_ word: Int) -> Bool { word > 0 && words[word].start == words[word - 1].end }

    func isHyphened(_ word: Int) -> Bool { word > 1 && words[word - 1].text == "-" && isTight(word) }

    /// The word that a hyphen joins to a name: "US|-led".
    func joined(_ known: KnownName) -> Int? {
        let next = known.words.upperBound
        guard next + 1 < words.count, words[next].text == "-", isTight(next), isTight(next + 1) else { return nil }
        return next + 1
    }

    /// "British-flagged": whose it is, where nothing else tells.
    func isOwner(_ known: KnownName) -> Bool {
        joined(known).map { Self.owners.contains(words[$0].lower) } ?? false
    }

    /// States that people come to live in: "British-Iranian", "Iranian-American".
    static let adoptive: Set<String> = [
        "USA", "CAN", "AUS", "NZL", "GBR", "DEU", "FRA", "SWE", "NLD", "BEL", "CHE", "AUT", "DNK", "NOR", "ISR",
    ]

    /// Of which of two states somebody with both is a citizen in the first place.
    func prefers(_ second: String, to first: String) -> Bool { Self.adoptive.contains(second) || !Self.adoptive.contains(first) }

    func code(_ known: KnownName) -> String? {
        for case .state(let code, .adjective, _) in known.references { return code }
        return nil
    }

    static let papers: Set<String> = [
        "convention", "conventions", "agreement", "agreements", "accord", "accords", "treaty", "protocol", "declaration",
        "syndrome", "process", "consensus", "format", "memorandum", "charter", "principles", "pact", "communiqué", "war",
        "olympics", "games", "cup", "marathon", "club", "stakes",
    ]

    /// A name that stands for another thing than what it names: the backer before a hyphen, where a treaty was signed.
    func isElsewhere(_ known: KnownName) -> Bool {
        let first = known.words.lowerBound
        if first >= 2, words[first - 1].text == "-", isTight(first), isTight(first - 1),
            Self.against.contains(words[first - 2].lower)
        {
            return known.references.contains(where: \.isState)
        }
        if first >= 2, words[first - 1].text == "-", isTight(first), isTight(first - 1), let other = knownAt[first - 2],
            let one = code(other), let two = code(known)
        {
            return !prefers(two, to: one)
        }
        if let joined = joined(known), !known.references.contains(where: \.isHolder) {
            if let other = knownAt[joined], let first = code(known), let second = code(other) {
                return prefers(second, to: first)
            }
            if words[joined].tag == .name || words[joined].text.first?.isUppercase ?? false { return false }
            return !Self.owners.contains(words[joined].lower) && knownAt[joined] == nil
        }
        let next = known.words.upperBound
        if next < words.count, Self.papers.contains(words[next].lower),
            words[next].text.first?.isUppercase ?? false || words[next].lower != "war",
            known.references.contains(where: { $0.isState || $0.isPlace }),
            words[next].text.first?.isUppercase ?? false || words[next].tag == .noun
        {
            return !known.references.contains {
                if case .state(_, .adjective, _) = $0 { words[next].text.first?.isLowercase ?? true } else { false }
            }
        }
        return false
    }
}
