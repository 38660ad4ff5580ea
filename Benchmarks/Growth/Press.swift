import Coding
import Foundation
import Reading
import Record

/// Prints invented reports: four events each, on some day of the years that follow one another, about a few hundred pairs of
/// states of which one is in the news as often as the next hundred together.
struct Press {
    static let busiest = ["RUS", "UKR"]

    private var lot: UInt64 = 42
    private var number = 0
    private static let acts: [(EventType, String, Double)] = [
        (.assault, "shell", -9), (.assault, "drone-strike", -9.5), (.coerce, "arrest", -7), (.accuse, "condemn", -2),
        (.accuse, "summon-envoy", -2), (.sanction, "expel-diplomats", -5), (.consult, "phone-call", 1), (.consult, "talks", 2),
        (.request, "demand-release", -1), (.threaten, "threaten-retaliation", -4), (.reject, "deny", -1),
        (.aid, "give-humanitarian-aid", 6),
        (.agree, "agree-to-talk", 3), (.mobilize, "exercise", -5), (.support, "praise", 4), (.protest, "demonstrate", -4),
    ]
    private static let codes = ["RUS", "UKR"] + (0..<26).map { "X\(Character(UnicodeScalar(UInt8(65 + $0))))A" }
    private static let words = (0..<2_000).map { "name\($0)" }

    /// Reports a day.
    private static let daily = 70

    private mutating func draw(_ bound: Int) -> Int {
        lot = lot &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((lot >> 33) % UInt64(bound))
    }

    mutating func print(_ count: Int, into record: Record) throws {
        for _ in 0..<count {
            let report = try self.report()
            _ = try record.add(report.0, sentences: report.1, events: report.2)
        }
    }

    /// The day since when the busiest pair had so many incidents, were they spread evenly.
    func days(ofIncidents wanted: Int, of all: Int) -> Day? {
        guard all > wanted else { return nil }
        return day(of: number - number * wanted / all)
    }

    private func day(of number: Int) -> Day { (Day("2000-01-01") ?? Day(number: 0)) + number / Self.daily }

    private mutating func report() throws -> (Report, [Record.Passage], [Event]) {
        number += 1
        let id = "r" + name(number)
        let published = day(of: number)
        var passages: [Record.Passage] = []
        var events: [Event] = []
        for index in 0..<4 {
            let (type, act, scale) = Self.acts[draw(Self.acts.count)]
            let isBusiest = draw(10) == 0
            let first = isBusiest ? 0 : 2 + draw(Self.codes.count - 2)
            let second = isBusiest ? 1 : (first + 1 + draw(Self.codes.count - 3)) % Self.codes.count
            let date = published - draw(3)
            let text = (0..<8).map { _ in Self.words[draw(Self.words.count)] }.joined(separator: " ")
            let start = index * 100
            let event: [String: Any?] = [
                "event": "e" + name(number * 4 + index), "report": id,
                "sentence": ["index": index, "start": start, "end": start + text.count, "text": text],
                "actor": side(Self.codes[first]), "recipient": side(Self.codes[second]), "type": type.rawValue, "act": act,
                "quad": type.quad.rawValue, "scale": scale, "contexts": [String](),
                "date": draw(8) == 0 ? nil : ["start": date.description, "end": date.description, "text": "then"],
                "place": nil, "status": "happened", "attribution": nil, "confidence": 0.8,
                "figures": draw(4) == 0 ? [["kind": "arrested", "value": 1 + draw(9), "qualifier": "exact", "text": "men"]] : [],
            ]
            let data = try JSONSerialization.data(withJSONObject: event.compactMapValues { $0 })
            events.append(try JSONDecoder().decode(Event.self, from: data))
            passages.append(Record.Passage(number: index, start: start, end: start + text.count, text: text))
        }
        let text = passages.map(\.text).joined(separator: "\n")
        return (
            Report(id: id, outlet: "The Press \(number % 50)", published: published.description, text: text), passages, events
        )
    }

    /// Identities lie scattered, as digests do.
    private func name(_ number: Int) -> String {
        let mixed = (UInt64(number) &+ 1) &* 0x9E37_79B9_7F4A_7C15
        let digits = String((mixed ^ (mixed >> 29)) &* 0xBF58_476D_1CE4_E5B9, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    private func side(_ state: String) -> [String: String] { ["text": state, "state": state, "sector": "GOV"] }
}
