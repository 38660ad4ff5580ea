internal import Language
internal import Reading

/// Words that tell of a time, and what they mean in TIMEX3.
struct TimeExpression {
    enum Kind: String {
        case date = "DATE"
        case time = "TIME"
        case duration = "DURATION"
        case set = "SET"
    }

    var words: Range<Int>
    let kind: Kind
    /// `2025-06-28`, `P2D`, `PAST_REF`.
    let value: String
    /// Where it lies in the calendar, as precisely as it was told.
    let time: CalendarTime?
    /// The days it may mean; `nil` for durations, repetitions and what lies before the year 1.
    let days: ClosedRange<Day>?

    init(_ words: Range<Int>, _ kind: Kind, _ value: String, days: ClosedRange<Day>? = nil) {
        self.words = words
        self.kind = kind
        self.value = value
        self.days = days
        time = nil
    }

    init(_ words: Range<Int>, _ time: CalendarTime, days: ClosedRange<Day>? = nil) {
        self.words = words
        self.time = time
        kind = time.clock.isEmpty ? .date : .time
        value = time.description
        self.days = days ?? time.days
    }
}

/// The expressions of time in a sentence.
struct TimeExpressions {
    /// An expression that dates something, and the days it may mean.
    struct Expression {
        let words: Range<Int>
        let start: Day
        let end: Day
    }

    /// Every expression, durations and repetitions too.
    let all: [TimeExpression]
    /// Those that date something; "from 3 to 5 March" is one.
    let expressions: [Expression]

    /// Reads a sentence that stands alone.
    init(in sentence: Sentence, published: Day?) {
        var timeline = Timeline(published: published, isNarrative: published == nil)
        self.init(in: sentence, along: &timeline)
    }

    /// Reads a sentence of a report, whose earlier sentences the timeline has followed.
    init(in sentence: Sentence, along timeline: inout Timeline) {
        var found: [TimeExpression] = []
        let verb = sentence.words.firstIndex { $0.tag == .verb } ?? sentence.words.count
        var index = 0
        while index < sentence.words.count {
            if let expression = TimeReader(words: sentence.words, timeline: timeline).expression(at: index) {
                found.append(expression)
                if let time = expression.time { timeline.pass(time, inPassing: index > verb) }
                index = expression.words.upperBound
            } else {
                index += 1
            }
        }
        all = found
        expressions = Self.joined(found, in: sentence)
    }

    private static func joined(_ all: [TimeExpression], in sentence: Sentence) -> [Expression] {
        var joined: [Expression] = []
        for expression in all {
            guard let days = expression.days else { continue }
            if let last = joined.last, last.words.upperBound + 1 == expression.words.lowerBound, last.start == last.end,
                ["to", "-", "–", "until", "through"].contains(sentence.words[last.words.upperBound].lower),
                last.start < days.upperBound
            {
                joined[joined.count - 1] = Expression(
                    words: last.words.lowerBound..<expression.words.upperBound, start: last.start, end: days.upperBound)
            } else {
                joined.append(Expression(words: expression.words, start: days.lowerBound, end: days.upperBound))
            }
        }
        return joined
    }
}
