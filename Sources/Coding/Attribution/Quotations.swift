internal import Language

/// The quotations of a report, over sentences, as ranges of its words counted through.
struct Quotations {
    /// From the opening mark to the closing one, both included.
    let ranges: [Range<Int>]

    private static let opening: Set<String> = ["“", "``", "«", "„"]
    private static let closing: Set<String> = ["”", "»"]
    private static let either: Set<String> = ["\"", "''"]

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
            if let opened = start, Self.closing.contains(mark) || Self.either.contains(mark) {
                ranges.append(opened..<index + length)
                start = nil
            } else if start == nil, Self.opening.contains(mark) || Self.either.contains(mark) {
                start = index
            }
            index += length
        }
        if let opened = start { ranges.append(opened..<words.count) }
        self.ranges = ranges
    }

    /// The quotation that holds a word.
    func range(holding word: Int) -> Range<Int>? { ranges.first { $0.contains(word) } }
}
