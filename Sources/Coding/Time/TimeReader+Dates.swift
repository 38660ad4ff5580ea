internal import Language
internal import Reading

/// Dates by their place in the calendar.
extension TimeReader {
    func date(at index: Int, isOpened: Bool) -> Found? {
        let named = clockThenDate(index) ?? day(index) ?? month(index) ?? season(index) ?? partOfYear(index)
        let counted = named ?? decade(index) ?? century(index) ?? year(index, isOpened: isOpened)
        let called = counted ?? holiday(index) ?? weekday(index) ?? deictic(index)
        guard var found = called ?? related(index, isOpened: isOpened) ?? monthDayAlone(index) else { return nil }
        if found.time.isDay, found.time.clock.isEmpty {
            // "Thursday night", "May 8, 1:00 am".
            if let part = TimeWords.partsOfDay[lower(found.end)] {
                found.time.clock = part
                found.end += 1
            } else if let (clock, end) = clock(skip([",", "at"], found.end)) {
                found.time.clock = clock
                found.end = end
            }
        }
        return found
    }

    // MARK: Numbers

    func year(_ index: Int) -> Int? {
        guard words.indices.contains(index), words[index].text.utf8.count == 4, let year = Int(words[index].text),
            (1_000...2_099).contains(year)
        else { return nil }
        return year
    }

    /// A year with its era, "480 BC", "AD 70", or one of four digits.
    private func yearWithEra(_ index: Int) -> (year: Int, end: Int)? {
        if words.indices.contains(index), words[index].text.utf8.count <= 4, let number = Int(words[index].text), number > 0 {
            if TimeWords.beforeChrist.contains(lower(index + 1)) { return (1 - number, skip(["."], index + 2)) }
            if ["-", "–", "to"].contains(lower(index + 1)), let until = Int(lower(index + 2)), until < number,
                TimeWords.beforeChrist.contains(lower(index + 3))
            {
                return (1 - number, index + 1)
            }
            if ["ad", "a.d", "ce"].contains(lower(index + 1)) { return (number, skip(["."], index + 2)) }
        }
        if ["ad", "a.d"].contains(lower(index)), let number = Int(lower(index + 1)), (1...2_099).contains(number) {
            return (number, index + 2)
        }
        return year(index).map { ($0, index + 1) }
    }

    func dayOfMonth(_ index: Int) -> Int? {
        guard words.indices.contains(index) else { return nil }
        let digits = words[index].text.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
        guard digits > 0, digits < 3, let day = Int(words[index].text.prefix(digits)), (1...31).contains(day) else { return nil }
        let rest = words[index].text.dropFirst(digits)
        return rest.isEmpty || ["st", "nd", "rd", "th"].contains(rest.lowercased()) ? day : nil
    }

    private func isOrdinal(_ index: Int) -> Bool {
        dayOfMonth(index) != nil && words[index].text.last?.isLetter == true
    }

    private func monthName(_ index: Int, isShort: Bool = true) -> Int? {
        guard isCapital(index) else { return nil }
        return TimeWords.months[lower(index)] ?? (isShort ? TimeWords.shortMonths[lower(index)] : nil)
    }

    // MARK: Days

    /// "28 June 2025", "June 28", "the 28th of June", "Saturday, June 28", "2025-06-28", "28/6/2025".
    private func day(_ index: Int) -> Found? {
        guard words.indices.contains(index) else { return nil }
        if let day = Day(words[index].text) { return Found(time: CalendarTime(day), end: index + 1) }
        if isCapital(index), TimeWords.weekdays[lower(index)] != nil,
            let found = day(skip(["the"], skip([","], index + 1)))
        {
            return found
        }
        let start = skip(["the"], index)
        if let date = dayOfMonth(start) {
            let next = skip(["of"], start + 1)
            if let month = monthName(next) { return whole(month, date, next + 1) }
            // "3 to 5 March": the first of two days takes its month from the second.
            if ["-", "–", "—", "/", "to", "and", "or", "until"].contains(lower(start + 1)), dayOfMonth(start + 2) != nil,
                let month = monthName(skip(["of"], start + 3)), let found = whole(month, date, skip(["of"], start + 3) + 1)
            {
                return Found(time: found.time, end: start + 1)
            }
        }
        if let month = monthName(index), let date = dayOfMonth(index + 1) { return whole(month, date, index + 2) }
        return nil
    }

    /// A day of a month, with the year that may follow.
    private func whole(_ month: Int, _ date: Int, _ end: Int) -> Found? {
        let (year, after) = yearAfter(end) ?? (timeline.year(of: month, day: date, tense(end - 1)), end)
        guard date <= Day.length(ofMonth: month, year: year ?? 2_000) else { return nil }
        return Found(time: CalendarTime(year: year, .day(month: month, day: date)), end: after)
    }

    /// The year after a day or month: "2025", ", 2025", "of 2025", "of that year".
    private func yearAfter(_ index: Int) -> (year: Int?, end: Int)? {
        if let found = yearWithEra(index) ?? yearWithEra(skip([",", "of"], index)) { return (found.year, found.end) }
        if ["of", "the"].contains(lower(index)), let found = related(skip(["of"], index), isOpened: false),
            found.time.grain == .year
        {
            return (found.time.year, found.end)
        }
        return nil
    }

    /// "the 20th" of the month the story is in; "and 29" after another day of it.
    private func monthDayAlone(_ index: Int) -> Found? {
        let start = skip(["the"], index)
        guard let date = dayOfMonth(start), !isNominal(start + 1), let last = timeline.last, let month = last.month else {
            return nil
        }
        let isSecond =
            ["-", "–", "—", "/", "to", "and", "or", "until"].contains(lower(index - 1)) && dayOfMonth(index - 2) != nil
            && (monthName(index - 3) != nil || lower(index - 3) == "the")
        guard isSecond || start > index && isOrdinal(start) && lower(start + 1) != "-" else { return nil }
        guard date <= Day.length(ofMonth: month, year: last.year ?? 2_000) else { return nil }
        return Found(time: CalendarTime(year: last.year, .day(month: month, day: date)), end: start + 1)
    }

    private func weekday(_ index: Int) -> Found? {
        let word = lower(index)
        let start = ["last", "next", "this"].contains(word) ? index + 1 : index
        guard isCapital(start), let weekday = TimeWords.weekdays[lower(start)] else { return nil }
        let time = timeline.weekday(weekday, tense(start), after: start > index ? word : lower(index - 1))
        return time.map { Found(time: $0, end: start + 1) }
    }

    private func deictic(_ index: Int) -> Found? {
        let shift: Int
        switch lower(index) {
        case "today", "tonight": shift = 0
        case "yesterday": shift = -1
        case "tomorrow": shift = 1
        default: return nil
        }
        guard let now = timeline.now, var day = now.shifted(by: shift, .day) else { return nil }
        if lower(index) == "tonight" { day.clock = "TNI" }
        return Found(time: day, end: index + 1)
    }

    private func holiday(_ index: Int) -> Found? {
        var end = index + 1
        let (month, date): (Int, Int)
        switch lower(index) {
        case "christmas" where lower(index + 1) == "eve": (month, date, end) = (12, 24, index + 2)
        case "christmas": (month, date, end) = (12, 25, skip(["day"], index + 1))
        case "new" where isCapital(index) && lower(index + 1) == "year" && lower(index + 2) == "'s":
            switch lower(index + 3) {
            case "day": (month, date, end) = (1, 1, index + 4)
            case "eve": (month, date, end) = (12, 31, index + 4)
            default: return nil
            }
        default: return nil
        }
        return whole(month, date, end)
    }

    // MARK: Months and seasons

    /// "December", "December 2024", "last December".
    private func month(_ index: Int) -> Found? {
        let word = lower(index)
        let start = ["last", "next", "this", "past"].contains(word) ? index + 1 : index
        guard let month = monthName(start) else { return nil }
        if let (year, end) = yearAfter(start + 1) { return Found(time: CalendarTime(year: year, .month(month)), end: end) }
        guard monthName(start, isShort: false) != nil else { return nil }
        // "from May to August 1950": the first month is of the second's year.
        if ["-", "–", "/", "to", "and", "or"].contains(lower(start + 1)), let second = monthName(start + 2),
            let (year, _) = yearAfter(start + 3)
        {
            let isBefore = second < month
            return Found(time: CalendarTime(year: year.map { isBefore ? $0 - 1 : $0 }, .month(month)), end: start + 1)
        }
        let before = start > index ? word : lower(index - 1)
        // "May" and "March" are months only where something says so.
        if ["may", "march"].contains(lower(start)) {
            let marks: Set<String> = [
                "in", "since", "last", "next", "this", "of", "early", "late", "until", "by", "from", "mid", "-", "during", "and",
                "to", "till", "between", "through", "–", "(",
            ]
            let isCompound = words[start].relation == "compound" && lower(start) == "march"
            guard marks.contains(before) || isCompound, words[start].tag != .auxiliary, words[start].tag != .verb else {
                return nil
            }
        }
        // "April Smith" is a person.
        guard !isCapital(start + 1) || words[start + 1].tag != .name || words[start].relation != "flat" else { return nil }
        let year = timeline.year(of: month, tense(start), after: before)
        return Found(time: CalendarTime(year: year, .month(month)), end: start + 1)
    }

    private static let firstMonths: [CalendarTime.Season: Int] = [.spring: 3, .summer: 6, .autumn: 9, .winter: 12]

    /// "the summer of 1779", "spring 1920", "last winter", "summer".
    private func season(_ index: Int) -> Found? {
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
    private func partOfYear(_ index: Int) -> Found? {
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

    // MARK: Years and more

    private static let beforeYears: Set<String> = [
        "in", "since", "of", "by", "from", "during", "until", "till", "to", "early", "late", "mid", "-", "–", "—", "/", "the",
        "after",
        "before", "(", "and", "or", "between", "through", "throughout", "around", "circa", "about", ",", "into", "for", "than",
        "as", "year", "years", "beyond", "a", "its", "his", "her", "their", "'s", "this", "that",
    ]

    /// "2019", "480 BC"; "1914–18" is two years.
    private func year(_ index: Int, isOpened: Bool) -> Found? {
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
    private func shortYear(_ index: Int) -> Found? {
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
    private func decade(_ index: Int) -> Found? {
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
    private func century(_ index: Int) -> Found? {
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

    // MARK: Hours

    /// "5:00 am", "08:30 UTC", "3 p.m."; as TIMEX3 writes it, and the word after it.
    func clock(_ index: Int) -> (clock: String, end: Int)? {
        guard words.indices.contains(index) else { return nil }
        let word = words[index].lower
        let hourDigits = word.prefix { $0.isNumber }
        guard var hour = Int(hourDigits), hour < 25, hourDigits.count < 3 else { return nil }
        var rest = word.dropFirst(hourDigits.count)
        var minutes = "00"
        var isClock = false
        if rest.first == ":" {
            let digits = rest.dropFirst().prefix { $0.isNumber }
            guard digits.count == 2, let number = Int(digits), number < 60 else { return nil }
            minutes = String(digits)
            rest = rest.dropFirst(3)
            isClock = true
        }
        var end = index + 1
        var half = String(rest)
        if half.isEmpty, ["am", "pm", "a.m", "p.m"].contains(lower(end)) {
            half = lower(end)
            end += 1
        }
        switch half.filter(\.isLetter) {
        case "am": hour %= 12
        case "pm": hour = hour % 12 + 12
        case "hrs", "hr", "h", "": guard isClock else { return nil }
        default: return nil
        }
        var zone = ""
        if ["utc", "gmt"].contains(lower(end)) {
            zone = "Z"
            end += 1
        } else if ["hrs", "hr", "hours", "est", "edt", "cet"].contains(lower(end)) {
            end += 1
        } else if lower(end) == "local", lower(end + 1) == "time" {
            end += 2
        }
        return ("T" + (hour < 10 ? "0" : "") + "\(hour):" + minutes + zone, end)
    }

    /// "5:00 am on Monday", "5:00 am".
    private func clockThenDate(_ index: Int) -> Found? {
        guard let (clock, end) = clock(index) else { return nil }
        let next = skip([",", "on"], end)
        if let found = day(next) ?? weekday(next) ?? deictic(next) {
            var time = found.time
            time.clock = clock
            return Found(time: time, end: found.end)
        }
        guard var time = (timeline.isNarrative ? timeline.last : timeline.now)?.widened(to: .day) else { return nil }
        time.clock = clock
        return Found(time: time, end: end)
    }
}
