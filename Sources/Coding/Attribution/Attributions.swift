internal import Language

/// Who says, thinks or wants what in a report, with quotations followed over sentences.
struct Attributions {
    struct Attribution {
        /// Words of the report, counted through.
        var source: Set<Int>
        var cue: Set<Int>
        var content: Set<Int>
    }

    private(set) var all: [Attribution] = []
    /// The words of the report.
    let words: [Word]

    private let sentences: [Sentence]
    /// The first word of each sentence, counted through.
    private let starts: [Int]
    private let paragraphs: Set<Int>
    private let quotations: Quotations

    /// - Parameter isBreak: whether a line ends between two offsets of the report's text.
    init(in sentences: [Sentence], isBreak: (Range<Int>) -> Bool) {
        self.sentences = sentences.filter { !$0.words.isEmpty }
        words = self.sentences.flatMap(\.words)
        var starts: [Int] = []
        var paragraphs: Set<Int> = [0]
        var count = 0
        for sentence in self.sentences {
            starts.append(count)
            if count > 0, isBreak(words[count - 1].end..<words[count].start) { paragraphs.insert(count) }
            count += sentence.words.count
        }
        self.starts = starts
        self.paragraphs = paragraphs
        quotations = Quotations(words, paragraphs: paragraphs)
        for (number, sentence) in self.sentences.enumerated() { read(sentence, number) }
    }

    private mutating func read(_ sentence: Sentence, _ number: Int) {
        let offset = starts[number]
        let speech = Speech(in: sentence)
        if let headline = headline(sentence, offset) { all.append(headline) }
        // What a quoted speaker says, thinks and wants is part of the quotation.
        for statement in speech.all where statement.isReal && quotations.range(holding: statement.cue + offset) == nil {
            var content = Set(statement.content.map { $0 + offset })
            if statement.isReport {
                if content.isEmpty { content = neighbour(of: number) }
                content = quoted(content, cue: statement.cue + offset, number)
            }
            let cue = Set(statement.cueWords.map { $0 + offset })
            content.subtract(cue)
            guard !content.isEmpty else { continue }
            var source = Set(statement.speaker.map { speaker in sentence.subtree(of: speaker).map { $0 + offset } } ?? [])
            source.subtract(statement.content.map { $0 + offset })
            source.subtract(cue)
            content.subtract(source)
            all.append(Attribution(source: source, cue: cue, content: content))
        }
    }

    // MARK: Quotations

    /// Content with the whole quotations it touches, and those that follow on from them.
    private func quoted(_ content: Set<Int>, cue: Int, _ number: Int) -> Set<Int> {
        var whole = content
        let touched = quotations.ranges.filter { range in
            range.contains { content.contains($0) && words[$0].tag != .punctuation }
        }
        for range in touched { whole.formUnion(range) }
        // Of what stands on both sides of the cue, only one part quoted, that part alone was said.
        let isQuotedAfter = touched.contains { $0.lowerBound > cue }
        let isQuotedBefore = touched.contains { $0.upperBound <= cue }
        if isQuotedAfter != isQuotedBefore, whole.contains(where: { $0 < cue }), whole.contains(where: { $0 > cue }),
            let first = touched.first, first.count > 4
        {
            whole = whole.filter { isQuotedAfter ? $0 > cue : $0 < cue }
        }
        // A cue of saying beside a quotation: what follows in quotation marks is still the same speech.
        let sentenceEnd = starts[number] + sentences[number].words.count
        let quotedWords = touched.reduce(0) { $0 + $1.count }
        guard quotedWords * 2 > content.count, let last = touched.map(\.upperBound).max() else { return whole }
        var next = max(sentenceEnd, last)
        while next < words.count, let range = quotations.ranges.first(where: { $0.lowerBound == next }) {
            let isNewParagraph = paragraphs.contains(next)
            // A paragraph goes on with the speech of the one before only where that left its quotation open.
            if isNewParagraph, quotations.ranges.contains(where: { $0.upperBound == next && !closes($0) }) == false { break }
            guard !isTold(range) else { break }
            whole.formUnion(range)
            next = range.upperBound
        }
        return whole
    }

    private func closes(_ range: Range<Int>) -> Bool {
        guard let last = range.last else { return false }
        return ["”", "\"", "'", "''", "»"].contains(words[last].text)
    }

    /// Whether a quotation is followed by its own cue: "…," she said.
    private func isTold(_ range: Range<Int>) -> Bool {
        guard range.upperBound < words.count, !paragraphs.contains(range.upperBound) else { return false }
        return !starts.contains(range.upperBound)
    }

    /// What a cue without content of its own introduces or follows: the quotation after "She continued:", or before
    /// "she asked".
    private func neighbour(of number: Int) -> Set<Int> {
        let start = starts[number]
        let end = start + sentences[number].words.count
        if sentences[number].words.last?.text == ":" {
            if let range = quotations.ranges.first(where: { $0.lowerBound == end }) { return Set(range) }
            return []
        }
        if let range = quotations.ranges.first(where: { $0.upperBound == start }), !paragraphs.contains(start) {
            return Set(range)
        }
        return []
    }

    // MARK: Headlines

    /// "Smith: We will not yield".
    private func headline(_ sentence: Sentence, _ offset: Int) -> Attribution? {
        guard paragraphs.contains(offset), let colon = sentence.words.prefix(8).firstIndex(where: { $0.text == ":" }), colon > 0,
            colon + 2 < sentence.words.count, let name = sentence.names.first(where: { $0.words.upperBound == colon }),
            name.kind != .place, sentence.words[..<colon].allSatisfy({ $0.tag != .verb && $0.tag != .auxiliary })
        else { return nil }
        return Attribution(
            source: Set(offset..<offset + colon), cue: [offset + colon],
            content: Set(offset + colon + 1..<offset + sentence.words.count))
    }
}
