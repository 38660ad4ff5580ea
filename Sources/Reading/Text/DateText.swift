/// Dates as pages, feeds and bylines write them.
enum DateText {
    /// The contract's form (`YYYY-MM-DD`, or with `Thh:mm:ssZ` where a time and zone are given) of the first date in a text:
    /// ISO 8601, RFC 822, plain English ("28 June 2025", "Jun. 28, 2025, 4:10 p.m."), figures whose order is sure
    /// ("28.6.2025"), or seconds since 1970 alone; `nil` where there is no whole date.
    static func published(_ text: String) -> String? {
        let tokens = Token.all(in: text)
        if let seconds = tokens.first, tokens.count == 1, seconds.isDigits, [10, 13].contains(seconds.bytes.count) {
            return Day(number: seconds.number / (seconds.bytes.count == 10 ? 1 : 1_000) / 86_400).description
        }
        for index in tokens.indices {
            if let (day, next) = inFigures(tokens[index...]) ?? inWords(tokens[index...]) {
                return instant(day: day, tokens[next...]) ?? day.description
            }
        }
        return nil
    }

    /// The first date written with the month's name.
    static func inWords(_ text: String) -> Day? {
        let tokens = Token.all(in: text)
        return tokens.indices.lazy.compactMap { inWords(tokens[$0...])?.day }.first
    }

    /// The number of a month named in full or by its first three letters.
    static func month(_ name: some StringProtocol) -> Int? { month(Array(name.utf8)[...]) }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ].map { Array($0.utf8) }

    private static func month(_ name: ArraySlice<UInt8>) -> Int? {
        guard name.count >= 3, name.count <= 9 else { return nil }
        let name = name.map(\.lowercased)
        guard let index = months.firstIndex(where: { $0.starts(with: name.prefix(3)) }) else { return nil }
        return months[index].starts(with: name) || name.elementsEqual("sept".utf8) ? index + 1 : nil
    }

    /// A date in figures at the start of some tokens, and where it ends.
    private static func inFigures(_ tokens: ArraySlice<Token>) -> (day: Day, end: Int)? {
        guard let first = tokens.first, first.isDigits else { return nil }
        let start = tokens.startIndex
        if first.bytes.count == 8, (1_900...2_100).contains(first.number / 10_000),
            let day = Day(year: first.number / 10_000, month: first.number / 100 % 100, day: first.number % 100)
        {
            return (day, start + 1)
        }
        guard tokens.count >= 5, tokens[start + 1].isMark, tokens[start + 1].bytes.elementsEqual(tokens[start + 3].bytes),
            tokens[start + 2].isDigits, tokens[start + 2].bytes.count <= 2, tokens[start + 4].isDigits
        else { return nil }
        let (middle, last) = (tokens[start + 2].number, tokens[start + 4])
        let day: Day?
        switch (tokens[start + 1].mark, first.bytes.count, last.bytes.count) {
        case (0x2D, 4, 1...2), (0x2F, 4, 1...2), (0x2E, 4, 1...2): day = Day(year: first.number, month: middle, day: last.number)
        case (0x2E, 1...2, 4): day = Day(year: last.number, month: middle, day: first.number)
        // 28/6 is a day of June and 6/28 too; 6/7 might be either.
        case (0x2F, 1...2, 4) where first.number > 12: day = Day(year: last.number, month: middle, day: first.number)
        case (0x2F, 1...2, 4) where middle > 12: day = Day(year: last.number, month: first.number, day: middle)
        default: day = nil
        }
        return day.map { ($0, start + 5) }
    }

    /// A date with its month in words at the start of some tokens, and where it ends.
    private static func inWords(_ tokens: ArraySlice<Token>) -> (day: Day, end: Int)? {
        var rest = tokens
        func skip(_ words: String...) {
            while let next = rest.first,
                next.isSpace || next.mark == 0x2C || next.mark == 0x2E || words.contains(where: next.isWord)
            {
                rest = rest.dropFirst()
            }
        }
        func number(_ digits: ClosedRange<Int>) -> Int? {
            guard let next = rest.first, next.isDigits, digits.contains(next.bytes.count) else { return nil }
            rest = rest.dropFirst()
            return next.number
        }
        func month() -> Int? {
            guard let next = rest.first, let month = Self.month(next.bytes) else { return nil }
            rest = rest.dropFirst()
            return month
        }
        var (day, name): (Int?, Int?)
        if tokens.first?.isDigits == true {
            day = number(1...2)
            skip("st", "nd", "rd", "th", "of")
            if rest.first?.mark == 0x2D { rest = rest.dropFirst() }
            name = month()
        } else {
            name = month()
            guard rest.startIndex > tokens.startIndex else { return nil }
            skip()
            day = number(1...2)
            skip("st", "nd", "rd", "th")
        }
        guard let day, let name else { return nil }
        if rest.first?.mark == 0x2D { rest = rest.dropFirst() }
        skip()
        guard let year = number(4...4), let date = Day(year: year, month: name, day: day) else { return nil }
        return (date, rest.startIndex)
    }

    private static let zones: [String: Int] = [
        "z": 0, "gmt": 0, "utc": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
        "bst": 1,
        "cet": 1, "cest": 2, "msk": 3,
    ]

    /// A day and the time of day with a zone that follows it, moved to UTC.
    private static func instant(day: Day, _ tokens: ArraySlice<Token>) -> String? {
        var rest = tokens
        func skip() {
            while let next = rest.first, next.isSpace || next.mark == 0x2C || next.mark == 0x2E { rest = rest.dropFirst() }
        }
        func two() -> Int? {
            guard let next = rest.first, next.isDigits, next.bytes.count <= 2 else { return nil }
            rest = rest.dropFirst()
            return next.number
        }
        func take(_ mark: UInt8) -> Bool {
            guard rest.first?.mark == mark else { return false }
            rest = rest.dropFirst()
            return true
        }
        skip()
        if let next = rest.first, next.isWord("t") || next.isWord("at") { rest = rest.dropFirst() }
        skip()
        guard var hour = two(), take(0x3A), let minute = two(), hour < 24, minute < 60 else { return nil }
        var second = 0
        if take(0x3A) { second = two() ?? 0 }
        if take(0x2E), rest.first?.isDigits == true { rest = rest.dropFirst() }
        skip()
        if let half = rest.first, let letter = half.bytes.first?.lowercased, letter == 0x61 || letter == 0x70,
            half.isWord("am") || half.isWord("pm") || half.isWord("a") || half.isWord("p")
        {
            hour = hour % 12 + (letter == 0x70 ? 12 : 0)
            rest = rest.dropFirst()
            while let next = rest.first, next.isSpace || next.mark == 0x2E || next.isWord("m") { rest = rest.dropFirst() }
        }
        var minutes = hour * 60 + minute
        if let next = rest.first, next.mark == 0x2B || next.mark == 0x2D {
            rest = rest.dropFirst()
            guard let offset = rest.first, offset.isDigits else { return nil }
            rest = rest.dropFirst()
            let far = offset.bytes.count == 4 ? offset.number / 100 * 60 + offset.number % 100 : offset.number * 60
            let extra = offset.bytes.count <= 2 && take(0x3A) ? two() ?? 0 : 0
            guard far + extra <= 15 * 60 else { return nil }
            minutes -= (next.mark == 0x2B ? 1 : -1) * (far + extra)
        } else if let name = rest.first, let hours = zones[String(decoding: name.bytes.map(\.lowercased), as: UTF8.self)] {
            minutes -= hours * 60
        } else {
            return nil
        }
        let shifted = day + Int((Double(minutes) / 1_440).rounded(.down))
        let inDay = (minutes % 1_440 + 1_440) % 1_440
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(shifted)T\(padded(inDay / 60)):\(padded(inDay % 60)):\(padded(min(second, 59)))Z"
    }

    /// A run of digits, a run of letters, or one other byte.
    private struct Token {
        let bytes: ArraySlice<UInt8>
        /// Of digits, if they are few enough.
        let number: Int

        var isDigits: Bool { bytes[bytes.startIndex] &- 0x30 < 10 }
        var isSpace: Bool { bytes[bytes.startIndex].isAsciiSpace }
        var isMark: Bool { mark != nil }
        /// The byte that is neither digit nor letter.
        var mark: UInt8? { Self.kind(bytes[bytes.startIndex]) == 2 ? bytes[bytes.startIndex] : nil }

        func isWord(_ word: String) -> Bool {
            bytes.count == word.utf8.count && bytes.lazy.map(\.lowercased).elementsEqual(word.utf8)
        }

        static func all(in text: String) -> [Token] {
            let bytes = Array(text.utf8.prefix(2_000))
            var tokens: [Token] = []
            var at = 0
            while at < bytes.count {
                let kind = kind(bytes[at])
                var end = at + 1
                while kind < 2, end < bytes.count, Self.kind(bytes[end]) == kind { end += 1 }
                let isNumber = kind == 0 && end - at <= 14
                let number = isNumber ? bytes[at..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) } : 0
                tokens.append(Token(bytes: bytes[at..<end], number: number))
                at = end
            }
            return tokens
        }

        private static func kind(_ byte: UInt8) -> Int {
            byte &- 0x30 < 10 ? 0 : byte.lowercased &- 0x61 < 26 || byte >= 0x80 ? 1 : 2
        }
    }
}
