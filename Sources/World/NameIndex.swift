internal import Language

/// Finds known names in the words of a text: a trie over words in lower case.
package struct NameIndex: Sendable {
    package struct Match: Sendable {
        /// Indices of the words.
        package let words: Range<Int>
        package let references: [Reference]
    }

    private struct Edge: Hashable, Sendable {
        let node: Int32
        let word: String
    }

    /// The trie's steps from node to node; 0 is its root.
    private var edges: [Edge: Int32] = [:]
    /// What the names that end at a node refer to.
    private var references: [[(reference: Reference, spelling: [String]?)]] = [[]]

    init() {
        edges.reserveCapacity(80_000)
        references.reserveCapacity(80_000)
    }

    /// - Parameter isProper: whether the name needs its capitals: "Turkey" is not turkey, "US" is not us.
    mutating func add(_ name: String, _ reference: Reference, isProper: Bool) {
        let spelling = Self.words(of: name)
        guard !spelling.isEmpty else { return }
        var node: Int32 = 0
        for word in spelling {
            let edge = Edge(node: node, word: word.lowercased())
            if let next = edges[edge] {
                node = next
            } else {
                node = Int32(references.count)
                edges[edge] = node
                references.append([])
            }
        }
        guard !references[Int(node)].contains(where: { $0.reference == reference }) else { return }
        references[Int(node)].append((reference, isProper ? spelling : nil))
    }

    /// A name's words as reports are cut into words, curly apostrophes made straight.
    static func words(of name: String) -> [String] {
        let isSimple = name.utf8.allSatisfy {
            ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") || $0 == UInt8(ascii: " ")
        }
        if isSimple { return name.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) } }
        let scan = ScannedText(name)
        return scan.tokens.map { folded(scan.string($0)) }
    }

    package static func folded(_ word: String) -> String {
        word.utf8.contains(0xE2) ? word.replacing("’", with: "'").replacing("‘", with: "'") : word
    }

    /// The longest known names, from left to right, none overlapping another.
    ///
    /// - Parameters:
    ///   - words: the words as they stand, apostrophes straight.
    ///   - lowercased: the same in lower case.
    package func matches(in words: [String], lowercased: [String]) -> [Match] {
        var matches: [Match] = []
        var start = 0
        while start < words.count {
            if let match = longest(from: start, words, lowercased) {
                matches.append(match)
                start = match.words.upperBound
            } else {
                start += 1
            }
        }
        return matches
    }

    private func longest(from start: Int, _ words: [String], _ lowercased: [String]) -> Match? {
        var best: Match?
        var node: Int32 = 0
        var index = start
        while index < words.count, let next = edges[Edge(node: node, word: lowercased[index])] {
            node = next
            index += 1
            let fitting = references[Int(node)].filter { fits($0.spelling, words[start..<index]) }
            if !fitting.isEmpty { best = Match(words: start..<index, references: fitting.map(\.reference)) }
        }
        return best
    }

    /// A proper name fits as it is spelt, or wholly in capitals as headlines write it.
    private func fits(_ spelling: [String]?, _ words: ArraySlice<String>) -> Bool {
        guard let spelling else { return true }
        if spelling.elementsEqual(words) { return true }
        guard spelling.joined().count > 3 else { return false }
        return zip(spelling, words).allSatisfy {
            $0 == $1 || $0.uppercased() == $1 || $0.lowercased() == $0 && $0 == $1.lowercased()
        }
    }
}
