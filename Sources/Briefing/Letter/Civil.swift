internal import Reading

/// A day and the second of it, in some zone.
struct Civil {
    let day: Day
    let seconds: Int

    init(day: Int, seconds: Int) {
        self.day = Day(number: day)
        self.seconds = seconds
    }

    private var time: (hour: String, minute: String, second: String) {
        (Self.two(seconds / 3600), Self.two(seconds / 60 % 60), Self.two(seconds % 60))
    }

    /// "Fri, 04 Jul 2025 05:00:00 +0000".
    var mail: String {
        let parts = day.components
        return
            "\(Period.weekdays[day.weekday - 1].prefix(3)), \(Self.two(parts.day)) \(Self.months[parts.month - 1]) \(parts.year) \(time.hour):\(time.minute):\(time.second) +0000"
    }

    /// "20250704T050000Z", as calendars write it.
    var calendar: String {
        "\(day.description.filter { $0 != "-" })T\(time.hour)\(time.minute)\(time.second)Z"
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
