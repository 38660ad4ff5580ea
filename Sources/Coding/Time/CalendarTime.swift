internal import Reading

/// A point of the calendar as precise as it was told: a century, a season, a day, an hour of it.
struct CalendarTime: Hashable {
    enum Season: String {
        case spring = "SP"
        case summer = "SU"
        case autumn = "FA"
        case winter = "WI"
    }

    enum Grain: Hashable {
        case century
        case decade
        case year
        case half(Int)
        case quarter(Int)
        case season(Season)
        case month(Int)
        /// Weeks are those of ISO 8601, and so is the year they are counted in.
        case week(Int)
        case weekend(Int)
        case day(month: Int, day: Int)
    }

    /// Astronomical: 0 is 1 BC, -1 is 2 BC. `nil` where nothing told the year.
    var year: Int?
    var grain: Grain
    /// The part of the day or the hour, as TIMEX3 writes it: `TMO`, `T15:00`.
    var clock = ""

    init(year: Int?, _ grain: Grain, clock: String = "") {
        self.year = year
        self.grain = grain
        self.clock = clock
    }

    init(_ day: Day, clock: String = "") {
        let (year, month, date) = day.components
        self.init(year: year, .day(month: month, day: date), clock: clock)
    }

    /// The ISO 8601 week of a day.
    static func week(of day: Day) -> CalendarTime {
        let thursday = day + (4 - day.weekday)
        guard let first = Day(year: thursday.year, month: 1, day: 1) else { return CalendarTime(day) }
        return CalendarTime(year: thursday.year, .week((thursday - first) / 7 + 1))
    }

    /// The weekend of a day's week.
    static func weekend(of day: Day) -> CalendarTime {
        let week = week(of: day)
        guard case .week(let number) = week.grain else { return week }
        return CalendarTime(year: week.year, .weekend(number))
    }

    var month: Int? {
        switch grain {
        case .month(let month), .day(let month, _): month
        default: nil
        }
    }

    var isDay: Bool { if case .day = grain { true } else { false } }

    /// Whether it fixes a stretch of the calendar that other dates can be told from.
    var isFixed: Bool { year != nil && grain != .century && grain != .decade }
}

extension CalendarTime: CustomStringConvertible {
    /// The value of TIMEX3: `2025-06-28`, `1789-SU`, `194`, `BC0480`.
    var description: String {
        let base: String
        switch grain {
        case .century: base = Self.written(year, places: 2)
        case .decade: base = Self.written(year, places: 3)
        case .year: base = Self.written(year)
        case .half(let number): base = Self.written(year) + "-H\(number)"
        case .quarter(let number): base = Self.written(year) + "-Q\(number)"
        case .season(let season): base = Self.written(year) + "-" + season.rawValue
        case .month(let month): base = Self.written(year) + "-" + Self.padded(month, 2)
        case .week(let number): base = Self.written(year) + "-W" + Self.padded(number, 2)
        case .weekend(let number): base = Self.written(year) + "-W" + Self.padded(number, 2) + "-WE"
        case .day(let month, let day): base = Self.written(year) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2)
        }
        return base + clock
    }

    private static func written(_ year: Int?, places: Int = 4) -> String {
        guard let year else { return String("XXXX".prefix(places)) }
        return year > 0 ? String(padded(year, 4).prefix(places)) : "BC" + padded(1 - year, 4).prefix(places)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

// MARK: Days

extension CalendarTime {
    /// The first and the last day; `nil` before the year 1 and where the year is not known.
    var days: ClosedRange<Day>? {
        guard let year, year > 0 else { return nil }
        switch grain {
        case .century: return Self.months(year / 100 * 100, 1, year / 100 * 100 + 99, 12)
        case .decade: return Self.months(year / 10 * 10, 1, year / 10 * 10 + 9, 12)
        case .year: return Self.months(year, 1, year, 12)
        case .half(let number): return Self.months(year, number * 6 - 5, year, number * 6)
        case .quarter(let number): return Self.months(year, number * 3 - 2, year, number * 3)
        case .season(.spring): return Self.months(year, 3, year, 5)
        case .season(.summer): return Self.months(year, 6, year, 8)
        case .season(.autumn): return Self.months(year, 9, year, 11)
        case .season(.winter): return Self.months(year, 12, year + 1, 2)
        case .month(let month): return Self.months(year, month, year, month)
        case .week(let number):
            return Day(year: year, month: 1, day: 4).map { fourth in
                let monday = fourth - (fourth.weekday - 1) + 7 * (number - 1)
                return monday...monday + 6
            }
        case .weekend(let number):
            return CalendarTime(year: year, .week(number)).days.map { $0.upperBound - 1...$0.upperBound }
        case .day(let month, let date): return Day(year: year, month: month, day: date).map { $0...$0 }
        }
    }

    private static func months(_ year: Int, _ month: Int, _ lastYear: Int, _ lastMonth: Int) -> ClosedRange<Day>? {
        guard let first = Day(year: max(year, 1), month: month, day: 1),
            let last = Day(year: lastYear, month: lastMonth, day: Day.length(ofMonth: lastMonth, year: lastYear))
        else { return nil }
        return first...last
    }

    /// So many years, a multiple of the 400 that the calendar repeats in, bring the years before Christ into `Day`'s.
    private static let cycle = 6_400

    /// Some units later, or earlier where negative, as precise as the unit; `nil` where this is told less precisely.
    func shifted(by count: Int, _ unit: TimeUnit) -> CalendarTime? {
        guard let year, abs(count) < 10_000 else { return nil }
        let moved: CalendarTime
        switch unit {
        case .second, .minute, .hour: return nil
        case .day, .week:
            guard case .day(let month, let date) = grain, year > -Self.cycle, year + Self.cycle < 10_000,
                let day = Day(year: year + Self.cycle, month: month, day: date)
            else { return nil }
            let (then, thenMonth, thenDate) = (day + count * (unit == .week ? 7 : 1)).components
            moved = CalendarTime(year: then - Self.cycle, .day(month: thenMonth, day: thenDate))
        case .month:
            guard let month else { return nil }
            let number = year * 12 + month - 1 + count
            let then = (number - ((number % 12) + 12) % 12) / 12
            moved = CalendarTime(year: then, .month(number - then * 12 + 1))
        case .year: moved = CalendarTime(year: year + count, .year)
        case .decade: moved = CalendarTime(year: year + 10 * count, .decade)
        case .century: moved = CalendarTime(year: year + 100 * count, .century)
        }
        return (moved.year ?? 0) > 9_999 ? nil : moved
    }

    /// The unit of the calendar around it: the month of a day, the year of a season.
    func widened(to unit: TimeUnit) -> CalendarTime? {
        switch unit {
        case .second, .minute, .hour: return nil
        case .day: return isDay ? CalendarTime(year: year, grain) : nil
        case .week:
            guard case .day = grain, let day = days?.lowerBound else { return nil }
            return .week(of: day)
        case .month: return month.map { CalendarTime(year: year, .month($0)) }
        case .year: return CalendarTime(year: year, .year)
        case .decade: return CalendarTime(year: year, .decade)
        case .century: return CalendarTime(year: year, .century)
        }
    }
}
