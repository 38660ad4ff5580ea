import Foundation
import Language
import Reading
import World

@testable import Coding
@testable import Record

/// A record of a few invented events whose words try to break out of every form.
enum SmallRecord {
    static let evil = "=HYPERLINK(\"http://x\") said <b>\"Äœ & co\"</b>,\nthen\t; summoned \\ {him} ]]>"

    static func make() throws -> OurRecord {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("record-\(UUID().uuidString).sqlite").path
        let record = try OurRecord(path: path)
        for (id, outlet, day, events) in [
            ("ra", "=cmd|' /C calc'!A0", "2025-06-28", [event("ea", "ra", "AZE", "RUS", .accuse, "summon-envoy", "2025-06-28")]),
            ("rb", "Wire", "2025-06-30", [event("eb", "rb", "RUS", "AZE", .coerce, "arrest", "2025-06-27")]),
            ("rc", "Wire", "2025-07-01", [event("ec", "rc", "RUS", "AZE", .request, "demand-release", nil)]),
        ] {
            let report = Report(
                id: id, url: id == "rb" ? "javascript:alert(1)" : "https://example.org/\(id)?a=1&b=2", outlet: outlet,
                title: "Envoy of \(id)", published: day, text: evil)
            let sentence = Sentence(index: 0, text: evil, start: 0, end: 10, words: [], names: [])
            _ = try record.add(report, Coder.Reading(sentences: [sentence], events: events))
        }
        return record
    }

    static func event(
        _ id: String, _ report: String, _ actor: String, _ recipient: String, _ type: EventType, _ act: String, _ day: String?
    ) -> Event {
        Event(
            id: id, report: report, sentence: Event.Quote(index: 0, start: 0, end: 10, text: evil),
            actor: Event.Side(text: actor, actor: Actor(state: actor, sector: "GOV", name: "İlham Əliyev")),
            recipient: Event.Side(text: recipient, actor: Actor(state: recipient, sector: "GOV")), type: type, act: act,
            scale: -2,
            contexts: ["diplomatic"], date: day.flatMap { Day($0) }.map { Event.Dating(start: $0, end: $0) },
            place: Place(name: "Bakı; \"Baku\"", state: "AZE", latitude: 40.4, longitude: -49.9),
            figures: [
                Event.Figure(kind: .arrested, value: 6, qualifier: .atLeast, text: "at least six")
            ], status: .happened, attribution: nil, confidence: 0.8)
    }
}
