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
    func yearWithEra(_ index: Int) -> (year: Int, end: Int)? {
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

    func isOrdinal(_ index: Int) -> Bool {
        dayOfMonth(index) != nil && words[index].text.last?.isLetter == true
    }

    func monthName(_ index: Int, isShort: Bool = true) -> Int? {
        // "mid-August" is one word.
        let isMiddle = lower(index).hasPrefix("mid-")
        guard isMiddle || isCapital(index) else { return nil }
        let name = isMiddle ? String(lower(index).dropFirst(4)) : lower(index)
        return TimeWords.months[name] ?? (isShort ? TimeWords.shortMonths[name] : nil)
    }

    // MARK: Days

    /// "28 June 2025", "June 28", "the 28th of June", "Saturday, June 28", "2025-06-28", "28/6/2025".
    func day(_ index: Int) -> Found? {
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
    func whole(_ month: Int, _ date: Int, _ end: Int) -> Found? {
        let (year, after) = yearAfter(end) ?? (timeline.year(of: month, day: date, tense(end - 1)), end)
        guard date <= Day.length(ofMonth: month, year: year ?? 2_000) else { return nil }
        return Found(time: CalendarTime(year: year, .day(month: month, day: date)), end: after)
    }

    /// The year after a day or month: "2025", ", 2025", "of 2025", "of that year".
    func yearAfter(_ index: Int) -> (year: Int?, end: Int)? {
        if let found = yearWithEra(index) ?? yearWithEra(skip([",", "of"], index)) { return (found.year, found.end) }
        if ["of", "the"].contains(lower(index)), let found = related(skip(["of"], index), isOpened: false),
            found.time.grain == .year
        {
            return (found.time.year, found.end)
        }
        return nil
    }

    private static let beforeDays: Set<String> = ["on", "since", "until", "by", "from", "before", "after"]

    /// "the 20th" or "on the twentieth" of the month the story is in; "and 29" after another day of it.
    func monthDayAlone(_ index: Int) -> Found? {
        let start = skip(["the"], index)
        let spelled = start > index && Self.beforeDays.contains(lower(index - 1)) ? TimeWords.ordinals[lower(start)] : nil
        guard let date = dayOfMonth(start) ?? spelled, !isNominal(start + 1), let (year, month) = monthOfStory(date, at: start)
        else {
            return nil
        }
        let isSecond =
            ["-", "–", "—", "/", "to", "and", "or", "until"].contains(lower(index - 1)) && dayOfMonth(index - 2) != nil
            && (monthName(index - 3) != nil || lower(index - 3) == "the")
        let isOrdinal = start > index && (isOrdinal(start) || spelled != nil) && lower(start + 1) != "-"
        guard isSecond || isOrdinal, date <= Day.length(ofMonth: month, year: year ?? 2_000) else { return nil }
        return Found(time: CalendarTime(year: year, .day(month: month, day: date)), end: start + 1)
    }

    /// The month told of last; of news told on the 10th, "on the 28th" was in the one before.
    private func monthOfStory(_ date: Int, at index: Int) -> (year: Int?, month: Int)? {
        guard let last = timeline.last, let month = last.month else { return nil }
        guard let year = last.year, let (thisYear, thisMonth, today) = timeline.now?.days?.lowerBound.components,
            year == thisYear, month == thisMonth, date > today, tense(index) == .past
        else { return (last.year, month) }
        return month > 1 ? (year, month - 1) : (year - 1, 12)
    }

    func weekday(_ index: Int) -> Found? {
        let word = lower(index)
        let start = ["last", "next", "this"].contains(word) ? index + 1 : index
        guard isCapital(start), let weekday = TimeWords.weekdays[lower(start)] else { return nil }
        let time = timeline.weekday(weekday, tense(start), after: start > index ? word : lower(index - 1))
        return time.map { Found(time: $0, end: start + 1) }
    }

    func deictic(_ index: Int) -> Found? {
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

    func holiday(_ index: Int) -> Found? {
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

    // MARK: Months

    /// "December", "December 2024", "last December".
    func month(_ index: Int) -> Found? {
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
}
