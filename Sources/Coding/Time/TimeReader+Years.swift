internal import Language

/// Seasons and quarters, years, decades and centuries.
extension TimeReader {
    static let firstMonths: [CalendarTime.Season: Int] = [.spring: 3, .summer: 6, .autumn: 9, .winter: 12]

    /// "the summer of 1779", "spring 1920", "last winter", "summer".
    func season(_ index: Int) -> Found? {
        let determiners: Set<String> = ["the", "this", "that", "last", "next", "same", "following", "previous"]
        var start = skip(determiners, index)
        if start > index { start = skip(determiners, start) }
        guard words.indices.contains(start), let season = TimeWords.seasons[lower(start)],
            [.noun, .name].contains(words[start].tag)
        else { return nil }
        if let (year, end) = yearAfter(start + 1) { return Found(time: CalendarTime(year: year, .season(season)), end: end) }
        let before = lower(start - 1)
        // "the fall of the city", "a spring in the desert".
        if ["fall", "spring"].contains(lower(start)), words[start].relation != "compound" {
            guard lower(start + 1) != "of",
                ["in", "last", "next", "this", "that", "same", "early", "late", "the", "by"].contains(before),
                lower(start) != "fall" || before != "the" || ["in", "of", "during", "by"].contains(lower(start - 2))
            else { return nil }
        }
        guard let here = timeline.here, var year = here.year else {
            return timeline.isNarrative ? Found(time: CalendarTime(year: nil, .season(season)), end: start + 1) : nil
        }
        switch before {
        case "next", "following": if (here.month ?? 12) >= (Self.firstMonths[season] ?? 0) { year += 1 }
        case "last", "previous": if (here.month ?? 1) < (Self.firstMonths[season] ?? 0) + 3 { year -= 1 }
        default: year = timeline.year(of: Self.firstMonths[season] ?? 1, tense(start), after: before) ?? year
        }
        return Found(time: CalendarTime(year: year, .season(season)), end: start + 1)
    }

    /// "the third quarter of 2009", "the latter half of 2008".
    func partOfYear(_ index: Int) -> Found? {
        let start = skip(["the"], index)
        let number: Int
        switch lower(start) {
        case "first": number = 1
        case "second": number = 2
        case "third": number = 3
        case "fourth": number = 4
        case "final", "last", "latter": number = 0
        default: return nil
        }
        let part = skip(["-"], start + 1)
        let isQuarter = lower(part) == "quarter"
        guard isQuarter || lower(part) == "half" else { return nil }
        let grain: CalendarTime.Grain = isQuarter ? .quarter(number == 0 ? 4 : number) : .half(number == 0 ? 2 : min(number, 2))
        if let (year, end) = yearAfter(part + 1) ?? year(skip(["of"], part + 1), isOpened: true).map({ ($0.time.year, $0.end) }) {
            return Found(time: CalendarTime(year: year, grain), end: end)
        }
        guard isQuarter, lower(part + 1) != "of", let year = timeline.here?.year else { return nil }
        return Found(time: CalendarTime(year: year, grain), end: part + 1)
    }

    static let beforeYears: Set<String> = [
        "in", "since", "of", "by", "from", "during", "until", "till", "to", "early", "late", "mid", "-", "–", "—", "/", "the",
        "after",
        "before", "(", "and", "or", "between", "through", "throughout", "around", "circa", "about", ",", "into", "for", "than",
        "as", "year", "years", "beyond", "a", "its", "his", "her", "their", "'s", "this", "that",
    ]

    /// "2019", "480 BC"; "1914–18" is two years.
    func year(_ index: Int, isOpened: Bool) -> Found? {
        if let found = related(index, isOpened: isOpened), found.time.grain == .year { return found }
        guard let (year, end) = yearWithEra(index) else { return shortYear(index) }
        guard end == index + 1, !isOpened else { return Found(time: CalendarTime(year: year, .year), end: end) }
        let before = lower(index - 1)
        let isRange = ["-", "–"].contains(lower(index + 1)) && self.year(index + 2) != nil
        guard index == 0 || isRange || Self.beforeYears.contains(before) || words[index - 1].tag == .verb else { return nil }
        // "to 1500 soldiers", "2019 Invented Street".
        if let head = words[index].head, head > index, head < index + 4, words[index].relation.hasPrefix("nummod"),
            words[head].has("Number=Plur") && words[head].tag == .noun || words[head].tag == .symbol
        {
            guard timeline.isNarrative, (1_900...2_030).contains(year) else { return nil }
        }
        return Found(time: CalendarTime(year: year, .year), end: end)
    }

    /// "18" of "1914–18"; "480" in a narrative of the years before Christ.
    func shortYear(_ index: Int) -> Found? {
        guard words.indices.contains(index), words[index].tag == .number, let number = Int(words[index].text), number > 0 else {
            return nil
        }
        if ["-", "–", "/"].contains(lower(index - 1)), let first = year(index - 2), words[index].text.utf8.count == 2,
            number > first % 100
        {
            return Found(time: CalendarTime(year: first / 100 * 100 + number, .year), end: index + 1)
        }
        if let last = timeline.last?.year, last <= 0, (30...999).contains(number), abs(1 - number - last) < 200,
            ["in", "by", "until", "from", "of", "since", "after", "during"].contains(lower(index - 1)), !isNominal(index + 1)
        {
            return Found(time: CalendarTime(year: 1 - number, .year), end: index + 1)
        }
        return nil
    }

    /// "the 1920s", "the 80s".
    func decade(_ index: Int) -> Found? {
        let start = skip(["the"], index)
        let word = lower(start)
        let digits = word.prefix { $0.isNumber }
        guard digits.last == "0", let number = Int(digits) else { return nil }
        var end = start + 1
        if word.dropFirst(digits.count) != "s" && word.dropFirst(digits.count) != "'s" {
            guard word.count == digits.count, ["s", "'s"].contains(lower(end)), !isNominal(end + 1) else { return nil }
            end += 1
        }
        if TimeWords.beforeChrist.contains(lower(end)), number < 1_000 {
            return Found(time: CalendarTime(year: -number, .decade), end: skip(["."], end + 1))
        }
        switch digits.count {
        case 4 where (1_000...2_090).contains(number): return Found(time: CalendarTime(year: number, .decade), end: end)
        case 2: return Found(time: CalendarTime(year: 1_900 + number, .decade), end: end)
        default: return nil
        }
    }

    /// "the 19th century", "the ninth century BC".
    func century(_ index: Int) -> Found? {
        let start = skip(["late", "early", "mid"], skip(["the"], index))
        let number = TimeWords.ordinals[lower(start)] ?? (isOrdinal(start) ? dayOfMonth(start) : nil)
        guard let number, (1...21).contains(number) else { return nil }
        let word = skip(["-"], start + 1)
        guard lower(word) == "century" || lower(word) == "centuries" else { return nil }
        if TimeWords.beforeChrist.contains(lower(word + 1)) {
            return Found(time: CalendarTime(year: 1 - (number - 1) * 100 - 50, .century), end: skip(["."], word + 2))
        }
        return Found(time: CalendarTime(year: (number - 1) * 100 + 50, .century), end: word + 1)
    }
}
