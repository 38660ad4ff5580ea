/// One sentence of a report, understood: its words, their tree, the names in it.
public struct Sentence: Sendable {
    /// A name of a person, place or organisation.
    public struct Name: Sendable, Hashable {
        public enum Kind: String, Sendable {
            case person = "PER"
            case place = "LOC"
            case organisation = "ORG"
        }

        /// Indices of the words.
        public let words: Range<Int>
        public let kind: Kind

        public init(words: Range<Int>, kind: Kind) {
            self.words = words
            self.kind = kind
        }
    }

    /// Counted from 0 within the report.
    public let index: Int
    public let text: String
    /// Offsets in the report's text, in Unicode code points, end exclusive.
    public let start: Int
    public let end: Int
    public let words: [Word]
    public let names: [Name]
    /// The words that tell of acts, in order.
    public let triggers: [Trigger]
    /// The words that depend on each word, in order.
    public let children: [[Int]]

    public init(index: Int, text: String, start: Int, end: Int, words: [Word], names: [Name], triggers: [Trigger] = []) {
        self.index = index
        self.text = text
        self.start = start
        self.end = end
        self.words = words
        self.names = names
        self.triggers = triggers
        var children = [[Int]](repeating: [], count: words.count)
        for (index, word) in words.enumerated() {
            if let head = word.head { children[head].append(index) }
        }
        self.children = children
    }

    /// The words beneath and including a word, in order.
    public func subtree(of word: Int) -> [Int] {
        var found: [Int] = []
        var waiting = [word]
        while let next = waiting.popLast() {
            found.append(next)
            waiting += children[next]
        }
        return found.sorted()
    }

    /// The text from the first of some words to the last, as written.
    public func text(of range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        let scalars = text.unicodeScalars
        let from = scalars.index(scalars.startIndex, offsetBy: words[first].start - start)
        let until = scalars.index(scalars.startIndex, offsetBy: words[last].end - start)
        return String(scalars[from..<until])
    }
}
