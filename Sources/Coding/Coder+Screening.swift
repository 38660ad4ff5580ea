package import Reading
internal import Language
internal import World

extension Coder {
    /// How many sentences before and after one its sides are looked for in.
    private static let reach = (before: 8, after: 4)

    /// The weight that the words of one of a report's sentences must have: what tells of acts between states has a sentence
    /// that says so plainly. Reports of so few sentences need none.
    private static let plain: Float = 2.8
    private static let brief = 4

    /// Reads a report where it may tell of an act between two sides: only the sentences that have a cue, and two sides named
    /// near by or in the title.
    ///
    /// Which these are is known without the model, so that of millions of reports those that tell of nothing between states
    /// cost next to nothing.
    ///
    /// - Returns: `nil` where no sentence may.
    package func readWhereTelling(_ report: Report) -> Reading? {
        let text = ScannedText(report.text)
        let telling = telling(report, text)
        return telling.isEmpty ? nil : read(report, text) { telling.contains($0.lowerBound) }
    }

    /// The first tokens of the sentences that may tell of an act between two sides.
    func telling(_ report: Report, _ text: ScannedText) -> Set<Int> {
        let titled = Set(report.title.map { world.sides(in: $0, on: report.day).map(\.side) } ?? [])
        let named = world.sides(in: report.text, on: report.day)
        guard titled.union(named.map(\.side)).count > 1 else { return [] }
        let sides = sides(of: named, bySentenceOf: text)
        var telling: Set<Int> = []
        var most = -Float.infinity
        for (index, sentence) in text.sentences.enumerated() {
            let near = max(0, index - Self.reach.before)...min(sides.count - 1, index + Self.reach.after)
            guard sides[near].reduce(titled, { $0.union($1) }).count > 1 else { continue }
            let weight = prefilter.weight(sentence, of: text)
            guard weight >= prefilter.threshold else { continue }
            telling.insert(sentence.lowerBound)
            most = max(most, weight)
        }
        return most >= Self.plain || text.sentences.count <= Self.brief ? telling : []
    }

    /// A report's sentences, for one that is kept without being coded.
    package func uncoded(_ report: Report) -> Reading {
        Reading(sentences: analyser.sentences(of: ScannedText(report.text)) { _ in false }, events: [])
    }

    private func sides(of named: [(side: String, bytes: Range<Int>)], bySentenceOf text: ScannedText) -> [Set<String>] {
        var next = 0
        return text.sentences.map { range in
            let end = text.tokens[range.upperBound - 1].bytes.upperBound
            var sides: Set<String> = []
            while next < named.count, named[next].bytes.lowerBound < end {
                sides.insert(named[next].side)
                next += 1
            }
            return sides
        }
    }
}
