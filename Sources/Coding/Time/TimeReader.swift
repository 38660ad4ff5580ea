internal import Language
internal import Reading

/// Reads the expression of time that begins at a word.
///
/// A date may be told by its place in the calendar, by its distance from another one, or by a span; what stands before it
/// ("the end of", "late", "the night of") belongs to it.
struct TimeReader {
    let words: [Word]
    let timeline: Timeline

    func expression(at index: Int) -> TimeExpression? {
        if let (next, clock) = opening(at: index), let inner = date(at: next, isOpened: true) {
            var time = inner
            time.time.clock = clock.isEmpty ? time.time.clock : clock
            return TimeExpression(index..<time.end, time.time)
        }
        if let found = date(at: index, isOpened: false) { return TimeExpression(index..<found.end, found.time) }
        return distance(at: index) ?? span(at: index) ?? repetition(at: index) ?? reference(at: index)
    }

    /// A date and the word after it.
    struct Found {
        var time: CalendarTime
        var end: Int
    }

    // MARK: Words

    /// In lower case, without the full stop of an abbreviation; empty outside the sentence.
    func lower(_ index: Int) -> String {
        guard words.indices.contains(index) else { return "" }
        let word = words[index].lower
        return word.utf8.count > 2 && word.hasSuffix(".") ? String(word.dropLast()) : word
    }

    func skip(_ wanted: Set<String>, _ index: Int) -> Int { wanted.contains(lower(index)) ? index + 1 : index }

    func isCapital(_ index: Int) -> Bool { words.indices.contains(index) && words[index].text.first?.isUppercase == true }

    func isNominal(_ index: Int) -> Bool {
        guard words.indices.contains(index) else { return false }
        return [.noun, .name, .adjective].contains(words[index].tag)
    }

    /// When the clause around a word lies, by its verb.
    func tense(_ index: Int) -> Timeline.Tense {
        var verb: Int? = index
        for _ in 0..<8 {
            guard let current = verb else { break }
            if words[current].tag == .verb || words[current].tag == .auxiliary {
                let helpers = words.indices.filter { words[$0].head == current && words[$0].tag == .auxiliary }.map { words[$0] }
                if helpers.contains(where: { ["will", "shall", "'ll", "wo", "would", "should"].contains($0.lower) }) {
                    return .future
                }
                if words[current].has("VerbForm=Inf"), words.contains(where: { $0.head == current && $0.lower == "to" }) {
                    return .future
                }
                if ["schedule", "plan", "expect", "slate", "anticipate"].contains(words[current].lemma) { return .future }
                let isPresent = words[current].has("Tense=Pres") && words[current].has("VerbForm=Fin")
                return isPresent || helpers.contains { ["is", "are"].contains($0.lower) } ? .present : .past
            }
            verb = words[current].head
        }
        return .past
    }

    // MARK: What opens a date

    private static let parts: Set<String> = [
        "start", "end", "beginning", "middle", "close", "rest", "remainder", "part", "course", "outset", "half",
    ]

    /// Words before a date that belong to it, and the part of the day they name: "the end of", "late", "the night of".
    private func opening(at index: Int) -> (next: Int, clock: String)? {
        var next = index
        var clock = ""
        for _ in 0..<4 {
            guard let (after, part) = oneOpening(at: next) else { break }
            next = after
            if let part { clock = part }
        }
        return next > index ? (next, clock) : nil
    }

    private func oneOpening(at index: Int) -> (next: Int, clock: String?)? {
        let start = skip(["very"], skip(["the"], index))
        var next = skip(["early", "late", "mid", "middle", "latter", "later", "earlier", "first", "final"], start)
        if next > start, lower(next) == "-" { next += 1 }
        if let clock = TimeWords.partsOfDay[lower(next)] {
            let after = skip(["hours"], next + 1)
            return lower(after) == "of" ? (after + 1, clock) : nil
        }
        if Self.parts.contains(lower(next)), lower(next + 1) == "of" { return (next + 2, nil) }
        if ["early", "late", "mid", "later", "earlier"].contains(lower(start)) {
            return (skip(["in", "on"], next), nil)
        }
        if index == start, ["around", "circa", "ca"].contains(lower(index)) { return (skip(["."], index + 1), nil) }
        return nil
    }
}
