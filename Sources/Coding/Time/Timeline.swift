internal import Language
internal import Reading

/// What times are told against: the day of publication in news, the date told before in a narrative of the past.
struct Timeline {
    /// When what is told lies, seen from the telling.
    enum Tense { case past, present, future }

    let published: Day?
    let isNarrative: Bool
    /// The last date told.
    private(set) var last: CalendarTime?

    init(published: Day?, isNarrative: Bool) {
        self.published = published
        self.isNarrative = isNarrative
        last = isNarrative ? nil : published.map { CalendarTime($0) }
    }

    private static let deictic: Set<String> = [
        "today", "yesterday", "tomorrow", "tonight", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]

    /// The timeline of a whole report: a narrative where most years it names are long past and hardly a day is told by its
    /// weekday. A report that does not tell its day may have it as a line of its own at its top.
    init(published given: Day?, sentences: [Sentence]) {
        let published = given ?? sentences.prefix(4).lazy.compactMap(Self.dateline).first
        var far = 0
        var near = 0
        for word in sentences.lazy.flatMap(\.words) {
            if Self.deictic.contains(word.lower) {
                near += 1
            } else if TimeWords.beforeChrist.contains(word.lower) {
                far += 1
            } else if word.tag == .number, word.text.utf8.count == 4, let year = Int(word.text), (1_000...2_099).contains(year) {
                if let published, abs(year - published.year) < 2 { near += 1 } else { far += 1 }
            }
        }
        self.init(published: published, isNarrative: published == nil || far > 3 && far > near)
    }

    private static func dateline(_ sentence: Sentence) -> Day? {
        let reader = TimeReader(words: sentence.words, timeline: Timeline(published: nil, isNarrative: true))
        guard let found = reader.expression(at: 0), found.words.count == sentence.words.count, found.time?.isDay == true else {
            return nil
        }
        return found.days?.lowerBound
    }

    /// Goes on to a date just told. A year named in passing does not move a story that is told by months and days.
    mutating func pass(_ time: CalendarTime, inPassing: Bool) {
        guard time.isFixed, !inPassing || time.month != nil || last?.month == nil else { return }
        last = time
    }

    /// The day that "today" is.
    var now: CalendarTime? { isNarrative ? nil : published.map { CalendarTime($0) } }

    /// What "this" and "last" are told against.
    var here: CalendarTime? { isNarrative ? last : now }

    // MARK: Years

    /// The year of a month, or of a day of it, told without one.
    func year(of month: Int, day: Int? = nil, _ tense: Tense, after word: String = "") -> Int? {
        guard !isNarrative, let published else { return narratedYear(of: month) }
        let (thisYear, thisMonth, today) = published.components
        if let day {
            guard let date = Day(year: thisYear, month: month, day: day) else { return thisYear }
            switch tense {
            case .future: return date < published - 60 ? thisYear + 1 : thisYear
            case .present: return date > published + 60 ? thisYear - 1 : thisYear
            case .past: return (month, day) > (thisMonth, today) ? thisYear - 1 : thisYear
            }
        }
        if word == "next" || tense == .future && word != "last" { return month >= thisMonth ? thisYear : thisYear + 1 }
        // "last December" in December is a year ago; "in December" may be now.
        return month < thisMonth || month == thisMonth && word != "last" ? thisYear : thisYear - 1
    }

    /// Narratives go on in the year they are in; a month long before the last one is the next year's.
    private func narratedYear(of month: Int) -> Int? {
        guard let last, let year = last.year else { return nil }
        guard let before = last.month else { return year }
        return month <= before - 8 ? year + 1 : year
    }

    // MARK: Weekdays

    /// A bare weekday of news is the most recent one, publication day included, unless what happens is yet to come; of a
    /// narrative, the one that comes next.
    func weekday(_ weekday: Int, _ tense: Tense, after word: String = "") -> CalendarTime? {
        if isNarrative {
            guard let day = last?.widened(to: .day)?.days?.lowerBound else { return nil }
            return CalendarTime(day + (weekday - day.weekday + 7) % 7)
        }
        guard let published else { return nil }
        let back = (published.weekday - weekday + 7) % 7
        if word == "next" || tense == .future && word != "last" { return CalendarTime(published + (7 - back) % 7) }
        return CalendarTime(published - (word == "last" && back == 0 ? 7 : back))
    }
}
