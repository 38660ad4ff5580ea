internal import Language

/// The quotations of a report, over sentences, as ranges of its words counted through.
struct Quotations {
    /// From the opening mark to the closing one, both included.
    let ranges: [Range<Int>]

    private static let opening: Set<String> = ["“", "``", "«", "„"]
    private static let closing: Set<String> = ["”", "»"]
    private static let either: Set<String> = ["\"", "''"]

    private enum Side { case opening, closing, unknown }

    /// - Parameters:
    ///   - words: of the whole report.
    ///   - paragraphs: the words that begin one. A quotation left open by a paragraph ends with it, and goes on in the next
    ///     where that begins with an opening mark.
    init(_ words: [Word], paragraphs: Set<Int>) {
        var ranges: [Range<Int>] = []
        var start: Int?
        var index = 0
        while index < words.count {
            if paragraphs.contains(index), let opened = start {
                ranges.append(opened..<index)
                start = nil
            }
            // The press writes quotation marks as two apostrophes too.
            let isDouble =
                words[index].text == "'" && index + 1 < words.count && words[index + 1].text == "'"
                && words[index + 1].start == words[index].end
            let length = isDouble ? 2 : 1
            let mark = isDouble ? "''" : words[index].text
            if let side = Self.side(of: mark, words, index..<index + length) {
                if let opened = start, side != .opening {
                    ranges.append(opened..<index + length)
                    start = nil
                } else if side != .closing {
                    // A mark that opens within a quotation tells that the one before was none.
                    start = index
                }
            }
            index += length
        }
        if let opened = start { ranges.append(opened..<words.count) }
        self.ranges = ranges
    }

    /// Which side of a quotation a mark stands on: a straight one tells by the blanks beside it.
    private static func side(of mark: String, _ words: [Word], _ range: Range<Int>) -> Side? {
        if opening.contains(mark) { return .opening }
        if closing.contains(mark) { return .closing }
        guard either.contains(mark) else { return nil }
        let isJoinedBefore = range.lowerBound > 0 && words[range.lowerBound - 1].end == words[range.lowerBound].start
        let isJoinedAfter =
            range.upperBound < words.count && words[range.upperBound - 1].end == words[range.upperBound].start
        return isJoinedBefore == isJoinedAfter ? .unknown : isJoinedBefore ? .closing : .opening
    }

    /// The quotation that holds a word.
    func range(holding word: Int) -> Range<Int>? {
        let next = firstEnding(after: word)
        return next < ranges.count && ranges[next].contains(word) ? ranges[next] : nil
    }

    func range(from word: Int) -> Range<Int>? { range(holding: word).flatMap { $0.lowerBound == word ? $0 : nil } }

    func range(until word: Int) -> Range<Int>? {
        range(holding: word - 1).flatMap { $0.upperBound == word ? $0 : nil }
    }

    /// Those between the first and the last of some words.
    func ranges(among words: Set<Int>) -> ArraySlice<Range<Int>> {
        guard let first = words.min(), let last = words.max() else { return [] }
        return ranges[firstEnding(after: first)...].prefix { $0.lowerBound <= last }
    }

    private func firstEnding(after word: Int) -> Int {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound > word { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
