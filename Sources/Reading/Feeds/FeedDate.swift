/// When something was published, as feeds and servers write it: RFC 822, RFC 3339, and what people make of them.
///
/// A date is taken where it can mean only one day; with a time and a zone it is an instant.
struct FeedDate: Hashable, Sendable {
    let day: Day
    /// Seconds since 1970-01-01 in UTC, where hour and zone are told.
    let seconds: Int?

    init?(_ text: String) {
        var reader = Reader(text)
        guard let date = reader.date() else { return nil }
        guard let time = reader.time, let zone = reader.zone else {
            (day, seconds) = (date, nil)
            return
        }
        // A leap second, or midnight at the end of a day, is the beginning of what follows.
        let instant = date.number * 86_400 + time.hour * 3_600 + time.minute * 60 + min(time.second, 59) - zone * 60
        let number = instant >= 0 ? instant / 86_400 : (instant - 86_399) / 86_400
        (day, seconds) = (Day(number: number), instant)
    }

    /// As in the contract: `2025-06-28T18:05:00Z`, or the day alone.
    var published: String {
        guard let seconds else { return day.description }
        let inDay = seconds - day.number * 86_400
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day)T\(padded(inDay / 3_600)):\(padded(inDay / 60 % 60)):\(padded(inDay % 60))Z"
    }
}

extension FeedDate {
    /// Takes a date apart into numbers, words and a time, whatever their order.
    private struct Reader {
        private let bytes: [UInt8]
        private var at = 0
        private(set) var time: (hour: Int, minute: Int, second: Int)?
        /// Minutes east of Greenwich.
        private(set) var zone: Int?

        init(_ text: String) { bytes = Array(text.utf8.prefix(100)) }

        private var current: UInt8? { at < bytes.count ? bytes[at] : nil }

        private mutating func number() -> (value: Int, digits: Int)? {
            let start = at
            var value = 0
            while let byte = current, (0x30...0x39).contains(byte), at - start < 9 {
                value = value * 10 + Int(byte - 0x30)
                at += 1
            }
            return at > start ? (value, at - start) : nil
        }

        /// A word in lower case; letters beyond ASCII are part of it.
        private mutating func word() -> String {
            let start = at
            while let byte = current, byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x80 { at += 1 }
            return String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
        }

        mutating func date() -> Day? {
            while let byte = current, byte <= 0x20 { at += 1 }
            if let day = numeric() { return day }
            at = 0
            return inWords()
        }

        /// Dates whose first part is a number with a hyphen, slash or dot behind it, or eight digits.
        private mutating func numeric() -> Day? {
            guard let first = number() else { return nil }
            if first.digits == 8 {
                guard current.map({ $0 <= 0x20 || $0 | 0x20 == 0x74 }) ?? true else { return nil }
                readTime()
                return Day(year: first.value / 10_000, month: first.value / 100 % 100, day: first.value % 100)
            }
            guard let mark = current, [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ".")].contains(mark) else { return nil }
            at += 1
            guard let second = number(), second.digits <= 2, current == mark else { return nil }
            at += 1
            guard let third = number() else { return nil }
            readTime()
            if first.digits == 4 {
                return third.digits <= 2 ? Day(year: first.value, month: second.value, day: third.value) : nil
            }
            guard first.digits <= 2, third.digits == 4 else { return nil }
            // 28/06/2025 and 6/28/2025 are plain, 28.06.2025 too; 5/6/2025 is one day here and another there.
            if mark == UInt8(ascii: ".") || first.value > 12 {
                return Day(year: third.value, month: second.value, day: first.value)
            }
            if second.value > 12 || first.value == second.value {
                return Day(year: third.value, month: first.value, day: second.value)
            }
            return nil
        }

        /// Dates with the month's name: "Sat, 28 Jun 2025 18:05:00 GMT", "June 28, 2025", "Sat Jun 28 18:05:00 2025".
        private mutating func inWords() -> Day? {
            var month: Int?
            var numbers: [(value: Int, digits: Int)] = []
            while let byte = current, at < 100 {
                if (0x30...0x39).contains(byte) {
                    if time == nil, isTime { readTime() } else if let number = number() { numbers.append(number) }
                } else if byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x80 {
                    let word = word()
                    // "mar, 28 jun 2025" begins with a Spanish Tuesday.
                    month = Self.month(word) ?? month
                } else {
                    at += 1
                }
                if month != nil, numbers.count >= 2, time != nil { break }
            }
            guard let month, numbers.count >= 2 else { return nil }
            let (one, other) = (numbers[0], numbers[1])
            if one.digits == 4, other.digits <= 2 { return Day(year: one.value, month: month, day: other.value) }
            guard one.digits <= 2 else { return nil }
            switch other.digits {
            case 4: return Day(year: other.value, month: month, day: one.value)
            // RFC 2822, section 4.3.
            case 2: return Day(year: other.value + (other.value < 50 ? 2_000 : 1_900), month: month, day: one.value)
            case 3: return Day(year: other.value + 1_900, month: month, day: one.value)
            default: return nil
            }
        }

        private var isTime: Bool {
            var index = at
            while index < bytes.count, (0x30...0x39).contains(bytes[index]), index - at < 3 { index += 1 }
            return index + 1 < bytes.count && index - at <= 2 && bytes[index] == UInt8(ascii: ":")
                && (0x30...0x39).contains(bytes[index + 1])
        }

        /// The time that follows, "T18:05:00.123+04:00" or "18:05 GMT", where one does.
        private mutating func readTime() {
            while let byte = current, byte <= 0x20 || byte | 0x20 == 0x74 || byte == UInt8(ascii: ",") { at += 1 }
            guard let first = number() else { return }
            var (hour, minute, second) = (first.value, 0, 0)
            if first.digits == 6 || first.digits == 4, current != UInt8(ascii: ":") {
                let six = first.digits == 6 ? first.value : first.value * 100
                (hour, minute, second) = (six / 10_000, six / 100 % 100, six % 100)
            } else {
                guard first.digits <= 2, current == UInt8(ascii: ":") else { return }
                at += 1
                guard let minutes = number(), minutes.digits == 2 else { return }
                minute = minutes.value
                if current == UInt8(ascii: ":") {
                    at += 1
                    guard let seconds = number() else { return }
                    second = seconds.value
                }
                if let mark = current, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",") {
                    at += 1
                    while let byte = current, (0x30...0x39).contains(byte) { at += 1 }
                }
            }
            while let byte = current, byte <= 0x20 { at += 1 }
            let mark = at
            switch word() {
            case "am" where hour == 12: hour = 0
            case "pm" where hour < 12: hour += 12
            case "am", "pm": break
            default: at = mark
            }
            guard hour <= 24, minute < 60, second <= 60, hour < 24 || minute == 0 && second == 0 else { return }
            time = (hour, minute, second)
            readZone()
        }

        private mutating func readZone() {
            while let byte = current, byte <= 0x20 || byte == UInt8(ascii: "(") { at += 1 }
            guard let byte = current else { return }
            if byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A {
                let start = at
                let name = word()
                if let minutes = Self.zones[name] {
                    // "GMT+4", but "2025" after "GMT" is a year.
                    zone = minutes
                    if minutes == 0, let sign = current, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { readOffset() }
                } else {
                    at = start
                    if Self.month(name) == nil { at += name.utf8.count }
                }
            } else {
                readOffset()
            }
        }

        private mutating func readOffset() {
            var sign = 1
            switch current {
            case UInt8(ascii: "+"): at += 1
            case UInt8(ascii: "-"):
                sign = -1
                at += 1
            // The true minus sign, in three bytes.
            case 0xE2 where bytes[at...].starts(with: [0xE2, 0x88, 0x92]):
                sign = -1
                at += 3
            default: return
            }
            guard let first = number() else { return }
            var (hours, minutes) = (first.value, 0)
            if first.digits > 2 {
                (hours, minutes) = (first.value / 100, first.value % 100)
            } else if current == UInt8(ascii: ":") {
                at += 1
                guard let second = number() else { return }
                minutes = second.value
            }
            guard hours <= 14, minutes < 60 else { return }
            zone = sign * (hours * 60 + minutes)
        }

        /// RFC 822's zones, and those whose names mean one thing only in feeds.
        private static let zones: [String: Int] = [
            "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 60, "west": 60, "cet": 60, "met": 60, "cest": 120, "eet": 120,
            "mest": 120, "sast": 120, "eest": 180, "msk": 180, "trt": 180, "jst": 540, "kst": 540, "aest": 600, "aedt": 660,
            "nzst": 720, "nzdt": 780, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480,
            "pdt": -420, "akst": -540, "akdt": -480, "hst": -600, "brt": -180, "art": -180, "sgt": 480, "hkt": 480, "pkt": 300,
            "wib": 420, "uzt": 300, "azt": 240, "get": 240,
        ]

        /// English names, and those of other languages' feeds that are no English name's beginning.
        private static let months: [String: Int] = [
            "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11,
            "dec": 12, "ene": 1, "gen": 1, "fév": 2, "mär": 3, "mrz": 3, "mrt": 3, "avr": 4, "abr": 4, "mai": 5, "mei": 5,
            "mag": 5, "maj": 5, "giu": 6, "lug": 7, "aoû": 8, "ago": 8, "set": 9, "okt": 10, "ott": 10, "out": 10, "dez": 12,
            "déc": 12, "dic": 12,
        ]

        private static func month(_ name: String) -> Int? {
            // Juin and juillet, junho and julho differ in what follows; no weekday begins like a month but March's Martes.
            if name.hasPrefix("juil") { return 7 }
            if name.hasPrefix("juin") { return 6 }
            if ["mardi", "martes", "marts", "martedì"].contains(name) { return name == "marts" ? 3 : nil }
            return months[String(name.prefix(3))]
        }
    }
}
