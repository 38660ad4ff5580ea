internal import Coding
internal import Foundation
internal import Reading
internal import Record
internal import World

/// What the interface says, in one language: `Resources/words.en.txt` and its translations, and `acts.fr.txt`.
struct Words: Sendable {
    let language: Language
    let texts: [String: String]
    /// Names of acts, where the language has its own.
    let acts: [String: String]
    /// Names of states by code, where the language has its own.
    private let states: [String: String]

    /// - Throws: `ReadingError` where the file is missing.
    init(_ language: Language, states: some Sequence<State>) throws {
        self.language = language
        texts = Self.parse(try ResourceFolder.text("words.\(language.rawValue).txt", of: "Desk"))
        // The ontology's own names are English.
        acts = language == .english ? [:] : Self.parse(try ResourceFolder.text("acts.\(language.rawValue).txt", of: "Desk"))
        let locale = Locale(identifier: language.rawValue)
        var names: [String: String] = [:]
        for state in states {
            let own = language == .english ? nil : state.iso2.flatMap { locale.localizedString(forRegionCode: $0) }
            names[state.code] = own ?? state.name
        }
        self.states = names
    }

    /// Lines of `key = text`; what begins with `#` is a remark.
    static func parse(_ file: String) -> [String: String] {
        var texts: [String: String] = [:]
        for line in file.split(separator: "\n") where !line.hasPrefix("#") {
            guard let mark = line.range(of: " = ") else { continue }
            texts[String(line[..<mark.lowerBound])] = String(line[mark.upperBound...])
        }
        return texts
    }

    subscript(key: String) -> String { texts[key] ?? key }

    /// The text of a key with values in the places of `{name}`.
    func callAsFunction(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
        values.reduce(self[key]) { $0.replacingOccurrences(of: "{\($1.key)}", with: $1.value) }
    }

    /// "1 report", "3 reports": the texts of `key.one` and `key.many`.
    func count(_ number: Int, _ key: String) -> String {
        self(number == 1 ? key + ".one" : key + ".many", ["n": self.number(number)])
    }

    /// Digits in groups of three.
    func number(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        let groups = digits.enumerated().map { index, digit in
            (index > 0 && (digits.count - index) % 3 == 0 ? self["number.group"] : "") + String(digit)
        }
        return (number < 0 ? "−" : "") + groups.joined()
    }

    func party(_ code: String) -> String { code.isEmpty ? self["party.none"] : states[code] ?? code }

    func day(_ day: Day) -> String {
        self("date", ["day": String(day.components.day), "month": self["month.\(day.month)"], "year": String(day.year)])
    }

    func month(_ day: Day) -> String {
        self("date.month", ["month": self["month.\(day.month)"], "year": String(day.year)])
    }

    /// A day, a month, a year or a span.
    func dates(_ first: Day, _ last: Day) -> String {
        if first == last { return day(first) }
        let (a, b) = (first.components, last.components)
        if a.day == 1, a.year == b.year, b.day == Day.length(ofMonth: b.month, year: b.year) {
            if a.month == b.month { return month(first) }
            if a.month == 1, b.month == 12 { return String(a.year) }
        }
        return "\(day(first)) – \(day(last))"
    }

    func act(_ key: String) -> String { acts[key] ?? key.replacingOccurrences(of: "-", with: " ") }

    func type(_ type: EventType) -> String { self["type.\(type.rawValue)"] }
    func status(_ status: Event.Status) -> String { self["status.\(status.rawValue)"] }

    /// "at least 8", without what is counted.
    func amount(_ value: Int?, _ qualifier: Event.Figure.Qualifier) -> String {
        self("amount.\(qualifier.rawValue)", ["n": value.map(number) ?? "?"])
    }
}
