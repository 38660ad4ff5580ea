internal import Language
internal import Reading

/// Expressions of time in a sentence, resolved against the day of publication.
struct TimeExpressions {
    struct Expression {
        let words: Range<Int>
        let start: Day
        let end: Day
    }

    let expressions: [Expression]

    private static let weekdays = [
        "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
    ]
    private static let months: [String: Int] = [
        "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
        "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
        "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
    ]
    private static let numbers: [String: Int] = [
        "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10, "several": 3, "few": 3,
    ]

    init(in sentence: Sentence, published: Day?) {
        var found: [Expression] = []
        let reader = Reader(words: sentence.words, published: published)
        var index = 0
        while index < sentence.words.count {
            if let expression = reader.expression(at: index) {
                found.append(expression)
                index = expression.words.upperBound
            } else {
                index += 1
            }
        }
        expressions = found
    }

    private struct Reader {
        let words: [Word]
        let published: Day?

        private func lower(_ index: Int) -> String {
            guard words.indices.contains(index) else { return "" }
            let word = words[index].lower
            return word.count > 2 && word.hasSuffix(".") ? String(word.dropLast()) : word
        }

        private func year(_ index: Int) -> Int? {
            guard words.indices.contains(index), words[index].text.utf8.count == 4, let year = Int(words[index].text),
                (1900...2099).contains(year)
            else { return nil }
            return year
        }

        private func dayOfMonth(_ index: Int) -> Int? {
            guard words.indices.contains(index) else { return nil }
            let digits = words[index].text.prefix { $0.isNumber }
            let rest = words[index].text.dropFirst(digits.count)
            guard let day = Int(digits), (1...31).contains(day),
                rest.isEmpty || ["st", "nd", "rd", "th"].contains(rest.lowercased())
            else { return nil }
            return day
        }

        private func month(_ index: Int) -> Int? {
            guard words.indices.contains(index), words[index].text.first?.isUppercase == true else { return nil }
            return months[lower(index)]
        }

        func expression(at index: Int) -> Expression? {
            absolute(index) ?? weekday(index) ?? relative(index)
        }

        /// "28 June 2025", "June 28", "in December", "December 2024", "2024", "2025-06-28".
        private func absolute(_ index: Int) -> Expression? {
            if let day = Day(words[index].text) { return Expression(words: index..<index + 1, start: day, end: day) }
            if let date = dayOfMonth(index), let month = month(index + 1) {
                return dated(index, index + 2, month, date)
            }
            if let month = month(index) {
                if let date = dayOfMonth(index + 1), year(index + 1) == nil { return dated(index, index + 2, month, date) }
                // "May" and "March" are months only where something says so.
                let isWord = ["may", "march"].contains(lower(index))
                let before = lower(index - 1)
                let isMarked = ["in", "since", "last", "next", "this", "of", "early", "late", "until", "by", "from", "mid"]
                    .contains(before)
                if isWord, !isMarked, year(index + 1) == nil { return nil }
                var next = index + 1
                if lower(next) == "," { next += 1 }
                if let year = year(next) ?? year(index + 1) {
                    return span(index, year == self.year(index + 1) ? index + 2 : next + 1, year, month)
                }
                guard let published else { return nil }
                let start = before == "last" ? index - 1 : index
                if before == "next" || isFuture(index) && before != "last" {
                    return span(start, index + 1, month >= published.month ? published.year : published.year + 1, month)
                }
                // "last December" in December is a year ago; "in December" may be now.
                let isThisYear = month < published.month || month == published.month && before != "last"
                return span(start, index + 1, isThisYear ? published.year : published.year - 1, month)
            }
            if let year = year(index),
                ["in", "since", "of", "by", "from", "during", "until", "early", "late", "mid", "the"].contains(lower(index - 1))
                    || words[index].tag == .number && lower(index - 1) == ","
            {
                guard let start = Day(year: year, month: 1, day: 1), let end = Day(year: year, month: 12, day: 31) else {
                    return nil
                }
                return Expression(words: index..<index + 1, start: start, end: end)
            }
            return nil
        }

        private func dated(_ from: Int, _ until: Int, _ month: Int, _ date: Int) -> Expression? {
            var end = until
            let next = lower(end) == "," ? end + 1 : end
            let year: Int
            if let written = self.year(next) {
                year = written
                end = next + 1
            } else if let published {
                let isLater = (month, date) > (published.month, published.components.day)
                let isNear = Day(year: published.year, month: month, day: date).map { $0 - published <= 60 } ?? false
                year =
                    isLater && !(isNear && isFuture(from))
                    ? (isNear && month - published.month <= 1 && isFuture(from) ? published.year : published.year - 1)
                    : published.year
            } else {
                return nil
            }
            guard let day = Day(year: year, month: month, day: date) else { return nil }
            return Expression(words: from..<end, start: day, end: day)
        }

        private func span(_ from: Int, _ until: Int, _ year: Int, _ month: Int) -> Expression? {
            guard let start = Day(year: year, month: month, day: 1),
                let end = Day(year: year, month: month, day: Day.length(ofMonth: month, year: year))
            else { return nil }
            return Expression(words: from..<until, start: start, end: end)
        }

        /// A bare weekday is the most recent one, publication day included, unless what happens is yet to come.
        private func weekday(_ index: Int) -> Expression? {
            guard let published, words[index].text.first?.isUppercase == true, let weekday = weekdays[lower(index)] else {
                return nil
            }
            let back = (published.weekday - weekday + 7) % 7
            let before = lower(index - 1)
            var day = published - back
            if before == "next" || isFuture(index) && before != "last" { day = published + (7 - back) % 7 }
            if before == "last", back == 0 { day = published - 7 }
            return Expression(
                words: before == "last" || before == "next" || before == "this" ? index - 1..<index + 1 : index..<index + 1,
                start: day, end: day)
        }

        private func relative(_ index: Int) -> Expression? {
            guard let published else { return nil }
            let word = lower(index)
            func one(_ offset: Int, _ count: Int = 1) -> Expression {
                Expression(words: index..<index + count, start: published + offset, end: published + offset)
            }
            switch word {
            case "today", "tonight": return one(0)
            case "yesterday": return one(-1)
            case "tomorrow": return one(1)
            case "last", "this", "next", "past":
                let shift = word == "last" || word == "past" ? -1 : word == "next" ? 1 : 0
                switch lower(index + 1) {
                case "week":
                    let monday = published - (published.weekday - 1) + 7 * shift
                    return Expression(
                        words: index..<index + 2, start: monday, end: shift == 0 ? max(published, monday) : monday + 6)
                case "month":
                    let month = published.year * 12 + published.month - 1 + shift
                    return span(index, index + 2, month / 12, month % 12 + 1)
                case "year":
                    let year = published.year + shift
                    guard let start = Day(year: year, month: 1, day: 1), let end = Day(year: year, month: 12, day: 31) else {
                        return nil
                    }
                    return Expression(words: index..<index + 2, start: start, end: end)
                default: return nil
                }
            default:
                // "two days ago", "a week earlier": counted back from publication.
                guard let number = Int(words[index].text) ?? numbers[word], number < 400 else { return nil }
                var unit = index + 1
                if lower(unit) == "few" { unit += 1 }
                let scale: Int
                switch lower(unit) {
                case "day", "days": scale = 1
                case "week", "weeks": scale = 7
                case "month", "months": scale = 30
                case "year", "years": scale = 365
                default: return nil
                }
                guard ["ago", "earlier", "before"].contains(lower(unit + 1)) else { return nil }
                let centre = published - number * scale
                let slack = scale == 1 ? (word == "few" || lower(index + 1) == "few" ? 2 : 0) : scale / 4
                if scale == 365 {
                    guard let start = Day(year: centre.year, month: 1, day: 1),
                        let end = Day(year: centre.year, month: 12, day: 31)
                    else { return nil }
                    return Expression(words: index..<unit + 2, start: start, end: end)
                }
                return Expression(words: index..<unit + 2, start: centre - slack, end: centre + slack)
            }
        }

        /// Whether the clause around a word is about what is to come.
        private func isFuture(_ index: Int) -> Bool {
            var verb: Int? = index
            for _ in 0..<8 {
                guard let current = verb else { return false }
                if words[current].tag == .verb {
                    return words.contains {
                        $0.head == current && ["will", "shall", "'ll", "would"].contains($0.lower) && $0.tag == .auxiliary
                    }
                        || words[current].has("VerbForm=Inf") && words.contains { $0.head == current && $0.lower == "to" }
                }
                verb = words[current].head
            }
            return false
        }
    }
}
