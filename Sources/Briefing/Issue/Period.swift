public import Reading

/// The seven days an issue tells of: those before the day it appears on.
public struct Period: Hashable, Sendable, Codable {
    public let first: Day
    public let last: Day

    /// - Parameter day: on which the issue appears.
    public init(before day: Day) {
        first = day - 7
        last = day - 1
    }

    /// Whether something of some days is news of the period; what is dated no closer than a week is not.
    func holds(_ start: Day, _ end: Day) -> Bool { end - start < 7 && start <= last && end >= first }

    /// "27 June to 3 July 2025".
    public var words: String {
        let (a, b) = (first.components, last.components)
        let start = a.year == b.year ? "\(a.day) \(Self.months[a.month - 1])" : Self.words(first)
        return "\(start) to \(Self.words(last))"
    }

    /// "4 July 2025".
    static func words(_ day: Day) -> String {
        let parts = day.components
        return "\(parts.day) \(months[parts.month - 1]) \(parts.year)"
    }

    /// "Friday 4 July".
    static func weekdayWords(_ day: Day) -> String {
        let parts = day.components
        return "\(weekdays[day.weekday - 1]) \(parts.day) \(months[parts.month - 1])"
    }

    static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
