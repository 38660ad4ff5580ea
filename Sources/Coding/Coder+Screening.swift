package import Reading
internal import Language
internal import World

extension Coder {
    /// Sentences on either side of one with a cue in which its sides are looked for.
    private static let reach = 3

    /// Whether a report may tell of an act between two states, by its names and by words that tell of acts. Needs no model, so
    /// that of millions of reports those that tell of none cost next to nothing.
    package func mayTell(_ report: Report) -> Bool {
        let titled = Set(report.title.map { world.sides(in: $0, on: report.day).map(\.side) } ?? [])
        let named = world.sides(in: report.text, on: report.day)
        guard titled.union(named.map(\.side)).count > 1 else { return false }
        let text = ScannedText(report.text)
        var next = 0
        let sides = text.sentences.map { range in
            let end = text.tokens[range.upperBound - 1].bytes.upperBound
            var sides: Set<String> = []
            while next < named.count, named[next].bytes.lowerBound < end {
                sides.insert(named[next].side)
                next += 1
            }
            return sides
        }
        return text.sentences.indices.contains { index in
            let near = max(0, index - Self.reach)...min(sides.count - 1, index + Self.reach)
            let found = sides[near].reduce(index <= Self.reach ? titled : []) { $0.union($1) }
            return found.count > 1 && prefilter.passes(text.sentences[index], of: text)
        }
    }

    /// A report's sentences, for one that is kept without being coded.
    package func uncoded(_ report: Report) -> Reading {
        Reading(sentences: analyser.sentences(of: ScannedText(report.text)) { _ in false }, events: [])
    }
}
