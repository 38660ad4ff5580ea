internal import Language
internal import Reading

/// Dates by their distance from others, spans, and repetitions.
extension TimeReader {
    // MARK: Related units

    /// "last week", "that month", "the following year", "the day before", "this morning", "the next morning", "the year".
    func related(_ index: Int, isOpened: Bool) -> Found? {
        var start = skip(["the"], index)
        let hasArticle = start > index
        let word = lower(start)
        if hasArticle, let unit = TimeUnit(word: word), !TimeUnit.isPlural(word) {
            if let direction = ["before": -1, "previous": -1, "prior": -1, "after": 1, "following": 1][lower(start + 1)] {
                return shifted(timeline.last, direction, unit, end: start + 2)
            }
            // "the end of the year": of the year the story is in.
            guard isOpened else { return nil }
            return timeline.here?.widened(to: unit).map { Found(time: $0, end: start + 1) }
        }
        if hasArticle, word == "weekend", let published = timeline.published, !timeline.isNarrative {
            return Found(time: weekend(of: published, tense(start)), end: start + 1)
        }
        if hasArticle, let clock = TimeWords.partsOfDay[word], lower(start + 1) != "of", lower(index - 1) == "in" {
            return part(clock, of: timeline.last, end: start + 1)
        }
        guard let direction = TimeWords.towards[word] else { return nil }
        start += 1
        if ["that", "this", "the", "these", "those"].contains(word) { start = skip(["same", "very"], start) }
        let isDeictic = word == "this" || word == "coming" || (word == "last" || word == "next") && !hasArticle
        let anchor = isDeictic ? timeline.here : timeline.last
        if let clock = TimeWords.partsOfDay[lower(start)] {
            let day = direction == 0 || word == "last" ? anchor : anchor?.widened(to: .day)?.shifted(by: direction, .day)
            let shift = word == "last" ? day?.widened(to: .day)?.shifted(by: -1, .day) : day
            return part(clock, of: shift, end: start + 1)
        }
        if lower(start) == "weekend", let published = timeline.published, !timeline.isNarrative {
            let back = word == "last" ? -7 : word == "next" ? 7 : 0
            return Found(time: .weekend(of: published + back), end: start + 1)
        }
        guard let unit = TimeUnit(word: lower(start)), !TimeUnit.isPlural(lower(start)) else { return nil }
        // "the past year" lasted one, and so did "the last year of the war".
        if word == "past" || hasArticle && word == "last" && lower(start + 1) == "of" { return nil }
        if direction == 0 { return anchor?.widened(to: unit).map { Found(time: $0, end: start + 1) } }
        return shifted(anchor, direction, unit, end: start + 1)
    }

    private func shifted(_ anchor: CalendarTime?, _ count: Int, _ unit: TimeUnit, end: Int) -> Found? {
        guard var time = anchor?.shifted(by: count, unit) else { return nil }
        if unit == .week, let day = time.days?.lowerBound { time = .week(of: day) }
        // "the next morning" is the next day's; "the following day" has no hour.
        if let clock = TimeWords.partsOfDay[lower(end)] {
            time.clock = clock
            return Found(time: time, end: end + 1)
        }
        return Found(time: time, end: end)
    }

    private func part(_ clock: String, of day: CalendarTime?, end: Int) -> Found? {
        guard var time = day?.widened(to: .day) else { return nil }
        time.clock = clock
        return Found(time: time, end: end)
    }

    /// The weekend just past, unless what happens is yet to come or it is on.
    private func weekend(of day: Day, _ tense: Timeline.Tense) -> CalendarTime {
        .weekend(of: tense == .future || day.weekday > 5 ? day : day - 7)
    }

    // MARK: Counts

    /// A count of units and the word after them: "two days", "27-year", "several weeks", "months", "half a century".
    struct Count {
        let quantity: Quantity
        let unit: TimeUnit
        let end: Int
    }

    func count(at index: Int) -> Count? {
        if let (quantity, next) = quantity(at: index) {
            var unit = skip(["-", "more", "full", "other"], next)
            if TimeUnit(word: lower(unit)) == nil, words.indices.contains(unit), words[unit].tag == .adjective { unit += 1 }
            guard let found = TimeUnit(word: lower(unit)), found != .second || quantity != .exactly(1) else { return nil }
            return Count(quantity: quantity, unit: found, end: unit + 1)
        }
        guard let unit = TimeUnit(word: lower(index)) else { return nil }
        if TimeUnit.isPlural(lower(index)), unit != .second { return Count(quantity: .vague, unit: unit, end: index + 1) }
        // "year-long".
        guard lower(index + 1) == "-", lower(index + 2) == "long" else { return nil }
        return Count(quantity: .exactly(1), unit: unit, end: index + 1)
    }

    private func quantity(at index: Int) -> (Quantity, next: Int)? {
        let word = lower(index)
        switch word {
        case "a", "an":
            switch lower(index + 1) {
            case "few", "number": return (.vague, skip(["of"], index + 2))
            case "couple": return (.exactly(2), skip(["of"], index + 2))
            case "half": return (.andHalf(0), index + 2)
            case "hundred": return (.exactly(100), index + 2)
            default:
                return TimeUnit(word: lower(skip(["full", "whole", "single"], index + 1))) == nil ? nil : (.exactly(1), index + 1)
            }
        case "half" where ["a", "an"].contains(lower(index + 1)): return (.andHalf(0), index + 2)
        case "few", "several", "many", "numerous", "countless": return (.vague, index + 1)
        case "dozens", "hundreds", "thousands": return lower(index + 1) == "of" ? (.vague, index + 2) : nil
        default: break
        }
        guard var number = TimeWords.numbers[word] ?? (word.utf8.count < 5 ? Int(word) : nil), number > 0 else { return nil }
        var next = index + 1
        if number >= 20, number % 10 == 0, number < 100, lower(next) == "-", let ones = TimeWords.numbers[lower(next + 1)],
            ones < 10
        {
            number += ones
            next += 2
        }
        if lower(next) == "and", ["a", "half"].contains(lower(next + 1)), lower(skip(["a"], next + 1)) == "half" {
            return (.andHalf(number), skip(["a"], next + 1) + 1)
        }
        return (.exactly(number), next)
    }

    // MARK: Distances

    /// "two days ago", "a few weeks later", "hours earlier".
    func distance(at index: Int) -> TimeExpression? {
        let start = skip(TimeWords.approximations, index)
        guard let count = count(at: start), let direction = TimeWords.directions[lower(count.end)] else { return nil }
        let words = index..<count.end + 1
        let isAgo = lower(count.end) == "ago"
        let anchor = isAgo ? timeline.here : timeline.last
        let quantity = number(count.quantity)
        if count.unit.length == 0, let day = anchor?.widened(to: .day) {
            return TimeExpression(words, CalendarTime(year: day.year, day.grain, clock: "TXX"))
        }
        guard case .exactly(let number) = count.quantity else {
            return TimeExpression(
                words, .date, direction > 0 ? "FUTURE_REF" : "PAST_REF", days: around(anchor, direction * quantity, count))
        }
        if let time = anchor?.shifted(by: direction * number, count.unit) {
            return TimeExpression(words, time, days: around(anchor, direction * number, count))
        }
        guard let year = anchor?.year, count.unit.length < 365 else { return nil }
        return TimeExpression(
            words, .date, CalendarTime(year: year, .year).description + (count.unit == .month ? "-XX" : "-XX-XX"))
    }

    private func number(_ quantity: Quantity) -> Int {
        switch quantity {
        case .exactly(let number), .andHalf(let number): number
        case .vague: 3
        }
    }

    /// The days a distance may mean: to the day where days were counted, a year where years were.
    private func around(_ anchor: CalendarTime?, _ count: Int, _ told: Count) -> ClosedRange<Day>? {
        guard let day = anchor?.widened(to: .day)?.days?.lowerBound, abs(count) < 1_000 else { return nil }
        let centre = day + count * told.unit.length
        switch told.unit {
        case .second, .minute, .hour: return nil
        case .day:
            let slack = told.quantity == .vague ? 2 : 0
            return centre - slack...centre + slack
        case .week, .month: return centre - told.unit.length / 4...centre + told.unit.length / 4
        case .year, .decade, .century: return anchor?.shifted(by: count, told.unit)?.days
        }
    }

    // MARK: Spans

    private static let spanOpenings: Set<String> = [
        "next", "past", "last", "previous", "preceding", "following", "coming", "first", "final", "recent", "subsequent",
        "ensuing", "intervening", "early", "succeeding", "later",
    ]

    /// "two days", "the next six months", "27-year", "more than a decade", "years".
    func span(at index: Int) -> TimeExpression? {
        var start = index
        if ["at", "more", "less", "up", "as"].contains(lower(index)) {
            guard let after = ["at": "least", "more": "than", "less": "than", "up": "to"][lower(index)], lower(index + 1) == after
            else { return nil }
            start = index + 2
        } else {
            start = skip(TimeWords.approximations, index)
            let opened = skip(Self.spanOpenings, skip(["the", "his", "her", "their", "its"], start))
            if Self.spanOpenings.contains(lower(opened - 1)) || lower(start) == "the" { start = opened }
        }
        var found = count(at: start)
        if found == nil, start > index, Self.spanOpenings.contains(lower(start - 1)), let unit = TimeUnit(word: lower(start)),
            unit != .second
        {
            found = Count(quantity: .exactly(1), unit: unit, end: start + 1)
        }
        guard let found else { return nil }
        var end = found.end
        if lower(end) == "-", ["long", "old"].contains(lower(end + 1)) { end += 2 }
        if lower(end) == "old" { end += 1 }
        return TimeExpression(index..<end, .duration, found.unit.duration(found.quantity))
    }

    // MARK: Repetitions and references

    /// "daily", "every week", "per month".
    func repetition(at index: Int) -> TimeExpression? {
        if let value = TimeWords.repetitions[lower(index)] { return TimeExpression(index..<index + 1, .set, value) }
        guard ["every", "each", "per"].contains(lower(index)), let unit = TimeUnit(word: lower(index + 1)), unit != .second else {
            return nil
        }
        return TimeExpression(index..<index + 2, .set, unit.duration(.exactly(1)))
    }

    /// "now", "recent", "the future"; "today" where the story is not of today.
    func reference(at index: Int) -> TimeExpression? {
        let word = lower(index)
        if let value = TimeWords.references[word] { return TimeExpression(index..<index + 1, .date, value) }
        switch word {
        case "today": return TimeExpression(index..<index + 1, .date, "PRESENT_REF")
        case "tonight": return TimeExpression(index..<index + 1, .time, "XXXX-XX-XXTNI")
        case "tomorrow", "yesterday": return TimeExpression(index..<index + 1, .date, "XXXX-XX-XX")
        case "night": return TimeExpression(index..<index + 1, .time, "XXXX-XX-XXTNI")
        case "present" where lower(index + 1) == "-" && lower(index + 2) == "day":
            return TimeExpression(index..<index + 3, .date, "PRESENT_REF")
        case "these" where lower(index + 1) == "days": return TimeExpression(index..<index + 2, .date, "PRESENT_REF")
        case "this" where lower(index + 1) == "time": return TimeExpression(index..<index + 2, .date, "PRESENT_REF")
        case "the", "that":
            let next = skip(["same"], index + 1)
            if word == "the", lower(next) == "past" {
                guard !isNominal(next + 1) else { return nil }
                return TimeExpression(index..<next + 1, .date, "PAST_REF")
            }
            // "at the time": when the story is.
            guard lower(next) == "time", word == "that" || lower(index - 1) == "at" || next > index + 1, let last = timeline.last
            else { return nil }
            return TimeExpression(index..<next + 1, CalendarTime(year: last.year, last.grain))
        default: return nil
        }
    }
}
