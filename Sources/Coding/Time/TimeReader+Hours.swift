internal import Language

/// Hours of the day.
extension TimeReader {
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
    func clockThenDate(_ index: Int) -> Found? {
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
