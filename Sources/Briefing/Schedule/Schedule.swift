public import Foundation
public import Reading

/// When the letter goes out: on a day of the week, at an hour of some zone, through changes to and from summer time.
public struct Schedule: Hashable, Sendable {
    /// Monday is 1, Sunday 7.
    public let weekday: Int
    public let hour: Int
    public let minute: Int
    public let zone: TimeZone

    /// - Throws: where there is no such day, time or zone.
    public init(weekday: Int = 5, hour: Int, minute: Int = 0, zone: String) throws(BriefingError) {
        guard (1...7).contains(weekday), (0...23).contains(hour), (0...59).contains(minute) else {
            throw BriefingError("the schedule", "there is no such day or time", remedy: "write “friday 07:00 Europe/Berlin”")
        }
        guard let known = TimeZone(identifier: zone) else {
            throw BriefingError("the schedule", "there is no time zone “\(zone)”", remedy: "write one such as Europe/Berlin")
        }
        self.weekday = weekday
        self.hour = hour
        self.minute = minute
        self.zone = known
    }

    /// "friday 07:00 Europe/Berlin".
    public init(_ text: String) throws(BriefingError) {
        let parts = text.split(separator: " ").map(String.init)
        let day = parts.first.flatMap { name in Period.weekdays.firstIndex { $0.lowercased() == name.lowercased() } }
        let time = parts.count > 1 ? parts[1].split(separator: ":").map { Int($0) } : []
        guard let day, parts.count == 3, time.count == 2, let hour = time[0], let minute = time[1] else {
            throw BriefingError(
                "the schedule", "“\(text)” is no day, time and zone", remedy: "write “friday 07:00 Europe/Berlin”")
        }
        try self.init(weekday: day + 1, hour: hour, minute: minute, zone: parts[2])
    }

    /// The day in the schedule's zone, which is the day an issue sent then appears on.
    public func day(of date: Date) -> Day { Civil(date, in: zone).day }

    /// The next run after an instant.
    public func next(after date: Date) -> Date {
        var day = Civil(date, in: zone).day - 1
        while true {
            if day.weekday == weekday, run(on: day) > date { return run(on: day) }
            day = day + 1
        }
    }

    /// The run that is due: the latest up to now that is later than the last one. Of several missed only the latest is caught up.
    public func due(now: Date, last: Date) -> Date? {
        var day = Civil(now, in: zone).day + 1
        while day.weekday != weekday || run(on: day) > now { day = day - 1 }
        let run = run(on: day)
        return run > last ? run : nil
    }

    /// The instant at which clocks in the zone show the time on a day. A time that is skipped comes as much later as is skipped;
    /// of a time that comes twice the first counts.
    private func run(on day: Day) -> Date {
        let shown = Double(day.number * 86_400 + hour * 3600 + minute * 60)
        func offset(_ instant: Double) -> Double { Double(zone.secondsFromGMT(for: Date(timeIntervalSince1970: instant))) }
        let before = offset(shown - 86_400)
        let after = offset(shown + 86_400)
        let candidates = [shown - before, shown - after].sorted().filter { $0 + offset($0) == shown }
        return Date(timeIntervalSince1970: candidates.first ?? shown - before)
    }
}

extension Civil {
    init(_ date: Date, in zone: TimeZone) {
        let seconds = Int(date.timeIntervalSince1970.rounded(.down)) + zone.secondsFromGMT(for: date)
        let days = Int((Double(seconds) / 86_400).rounded(.down))
        self.init(day: days, seconds: seconds - days * 86_400)
    }
}
