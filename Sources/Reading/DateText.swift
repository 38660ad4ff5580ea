/// Dates as pages, feeds and bylines write them.
enum DateText {
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    /// The contract's form (`YYYY-MM-DD`, or with `Thh:mm:ssZ` where a time and zone are given) of a date in ISO 8601,
    /// RFC 822 or plain English ("28 June 2025", "Jun. 28, 2025, 4:10 p.m."); `nil` where there is no whole date.
    static func published(_ text: String) -> String? {
        let text = text.trimmingWhitespace
        if let day = Day(text) { return instant(day: day, time: text.dropFirst(10)) ?? day.description }
        if let match = text.firstMatch(of: #/\b(\d{4})[-/](\d{1,2})[-/](\d{1,2})\b/#),
            let day = Day(year: number(match.1), month: number(match.2), day: number(match.3))
        {
            return day.description
        }
        guard let (day, rest) = inWords(text) else { return nil }
        return instant(day: day, time: rest) ?? day.description
    }

    /// A date written with the month's name, and what follows it.
    static func inWords(_ text: String) -> (day: Day, rest: Substring)? {
        for match in text.matches(of: #/\b(\d{1,2})(?:st|nd|rd|th)?\.?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})\b/#) {
            if let month = month(match.2), let day = Day(year: number(match.3), month: month, day: number(match.1)) {
                return (day, text[match.range.upperBound...])
            }
        }
        for match in text.matches(of: #/\b([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/#) {
            if let month = month(match.1), let day = Day(year: number(match.3), month: month, day: number(match.2)) {
                return (day, text[match.range.upperBound...])
            }
        }
        return nil
    }

    /// The number of a month named in full or by its first three letters.
    static func month(_ name: some StringProtocol) -> Int? {
        let name = name.lowercased()
        guard let index = months.firstIndex(of: String(name.prefix(3))) else { return nil }
        let full = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
            "december",
        ][index]
        return full.hasPrefix(name) || name == "sept" ? index + 1 : nil
    }

    /// A day and a time of day with a zone, moved to UTC.
    private static func instant(day: Day, time: some StringProtocol) -> String? {
        let time = String(time)
        guard let match = time.firstMatch(of: #/(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(Z|GMT|UTC|[+-]\d{2}:?\d{2})/#)
        else { return nil }
        var minutes = number(match.1) * 60 + number(match.2)
        guard minutes < 24 * 60 else { return nil }
        let zone = match.4
        if let sign = zone.first, sign == "+" || sign == "-" {
            let digits = zone.filter(\.isNumber)
            let offset = number(digits.prefix(2)) * 60 + number(digits.suffix(2))
            minutes -= sign == "-" ? -offset : offset
        }
        let shifted = day + Int((Double(minutes) / 1_440).rounded(.down))
        let inDay = (minutes % 1_440 + 1_440) % 1_440
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(shifted)T\(padded(inDay / 60)):\(padded(inDay % 60)):\(padded(match.3.map { number($0) } ?? 0))Z"
    }

    private static func number(_ digits: some StringProtocol) -> Int { Int(digits) ?? 0 }
}

extension StringProtocol {
    /// Without white space at either end.
    var trimmingWhitespace: String {
        var view = Substring(self)
        while let first = view.unicodeScalars.first, first.properties.isWhitespace { view = view.dropFirst() }
        while let last = view.unicodeScalars.last, last.properties.isWhitespace { view = view.dropLast() }
        return String(view)
    }

    /// With every run of white space as one space, and none at the ends.
    var collapsingWhitespace: String {
        split(whereSeparator: { $0.unicodeScalars.allSatisfy(\.properties.isWhitespace) }).joined(separator: " ")
    }
}
