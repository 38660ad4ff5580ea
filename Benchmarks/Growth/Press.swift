import Coding
import Foundation
import Language
import Reading
import Record
import World

/// Prints invented reports: four events each, on some day of the years that follow one another, about nine hundred pairs of
/// states of which one is in the news as often as the next hundred together.
struct Press {
    static let busiest = ["RUS", "UKR"]
    static let ordinary = ["AZE", "TUR"]

    private var lot: UInt64 = 42
    private var number = 0
    /// What all events have in common.
    private let blank: Event

    init() throws {
        let json = """
            {"event": "", "report": "", "sentence": {"index": 0, "start": 0, "end": 0, "text": ""}, "type": "CONSULT",
                "actor": {"text": "", "sector": "GOV"}, "act": "", "quad": "verbal-cooperation", "scale": 0, "contexts": [],
                "figures": [], "status": "happened", "confidence": 0.8}
            """
        blank = try JSONDecoder().decode(Event.self, from: Data(json.utf8))
    }

    private static let acts: [(EventType, String, Double)] = [
        (.assault, "shell", -9), (.assault, "drone-strike", -9.5), (.coerce, "arrest", -7), (.accuse, "condemn", -2),
        (.accuse, "summon-envoy", -2), (.sanction, "expel-diplomats", -5), (.consult, "phone-call", 1), (.consult, "talks", 2),
        (.request, "demand-release", -1), (.threaten, "threaten-retaliation", -4), (.reject, "deny", -1),
        (.aid, "give-humanitarian-aid", 6),
        (.agree, "agree-to-talk", 3), (.mobilize, "exercise", -5), (.support, "praise", 4), (.protest, "demonstrate", -4),
    ]
    private static let codes = [
        "RUS", "UKR", "ARE", "ARG", "AUS", "AUT", "AZE", "BEL", "BGR", "BRA", "CAN", "CHE", "CHL", "CHN", "COL", "CUB", "CZE",
        "DEU", "DNK", "DZA", "EGY", "ESP", "ETH", "FIN", "FRA", "GBR", "GEO", "GRC", "HUN", "IDN", "IND", "IRN", "IRQ", "ISR",
        "ITA", "JPN", "KAZ", "KEN", "KOR", "MEX", "NGA", "PAK", "POL", "SAU", "TUR",
    ]
    private static let words = (0..<2_000).map { "name\($0)" }

    /// Reports a day.
    private static let daily = 70

    private mutating func draw(_ bound: Int) -> Int {
        lot = lot &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((lot >> 33) % UInt64(bound))
    }

    /// Reports as the coder hands them on.
    mutating func print(_ count: Int) -> [(report: Report, reading: Coder.Reading)] { (0..<count).map { _ in report() } }

    /// Goes on as if so many reports had been printed.
    mutating func pass(reports: Int) { number = max(number, reports) }

    static func day(of number: Int) -> Day { (Day("2000-01-01") ?? Day(number: 0)) + number / daily }

    private mutating func report() -> (report: Report, reading: Coder.Reading) {
        number += 1
        let id = "r" + name(number)
        let published = Self.day(of: number)
        var sentences: [Sentence] = []
        var events: [Event] = []
        for index in 0..<4 {
            let told = (0..<8).map { _ in Self.words[draw(Self.words.count)] }.joined(separator: " ")
            let text = "Officials said \(told)."
            let start = index * 120
            sentences.append(Sentence(index: index, text: text, start: start, end: start + text.count, words: [], names: []))
            var event = blank
            event.id = "e" + name(number * 4 + index)
            event.report = id
            (event.sentence.index, event.sentence.start, event.sentence.end) = (index, start, start + text.count)
            event.sentence.text = text
            (event.type, event.act, event.scale) = Self.acts[draw(Self.acts.count)]
            let isBusiest = draw(10) == 0
            let first = isBusiest ? 0 : 2 + draw(Self.codes.count - 2)
            let second = isBusiest ? 1 : (first + 1 + draw(Self.codes.count - 3)) % Self.codes.count
            event.actor = side(Self.codes[first])
            event.recipient = side(Self.codes[second])
            let date = published - draw(3)
            event.date = draw(8) == 0 ? nil : Event.Dating(start: date, end: date, text: "then")
            if draw(4) == 0 {
                event.figures = [Event.Figure(kind: .arrested, value: 1 + draw(9), qualifier: .exact, text: "men")]
            }
            events.append(event)
        }
        let text = sentences.map(\.text).joined(separator: "\n")
        let report = Report(id: id, outlet: "The Press \(number % 50)", published: published.description, text: text)
        return (report, Coder.Reading(sentences: sentences, events: events))
    }

    /// Identities lie scattered, as digests do.
    private func name(_ number: Int) -> String {
        let mixed = (UInt64(number) &+ 1) &* 0x9E37_79B9_7F4A_7C15
        let digits = String((mixed ^ (mixed >> 29)) &* 0xBF58_476D_1CE4_E5B9, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    private func side(_ state: String) -> Event.Side { Event.Side(text: state, actor: Actor(state: state, sector: "GOV")) }
}
