import Foundation
import Language
import Reading
import World

@testable import Coding
@testable import Record

/// Reports and events for tests, as the coder would give them.
enum Fixture {
    static func path() -> String {
        FileManager.default.temporaryDirectory.appendingPathComponent("record-\(UUID().uuidString).sqlite").path
    }

    static func report(_ id: String, _ events: [Event], outlet: String? = nil, published: String = "2025-06-30") -> (
        Report, Coder.Reading
    ) {
        let texts = Dictionary(events.map { ($0.sentence.index, $0.sentence.text) }) { first, _ in first }
        let report = Report(
            id: id, outlet: outlet ?? "Outlet \(id)", published: published,
            text: texts.sorted { $0.key < $1.key }.map(\.value).joined(separator: " "))
        let sentences = (texts.isEmpty ? [0: "Text of \(id)."] : texts).sorted { $0.key < $1.key }.map {
            Sentence(index: $0.key, text: $0.value, start: $0.key * 1_000, end: $0.key * 1_000 + 10, words: [], names: [])
        }
        return (report, Coder.Reading(sentences: sentences, events: events))
    }

    static func event(
        _ id: String, _ report: String, _ actor: String, _ recipient: String, _ type: EventType, _ act: String, day: String?,
        until: String? = nil, dateText: String? = nil, figures: [Event.Figure] = [], status: Event.Status = .happened,
        speaker: String? = nil, text: String? = nil, sentence: Int = 0, target: String? = nil, confidence: Double = 0.8
    ) -> Event {
        let start = day.flatMap { Day($0) }
        return Event(
            id: id, report: report,
            sentence: Event.Quote(
                index: sentence, start: sentence * 1_000, end: sentence * 1_000 + 10, text: text ?? "Text of \(report)."),
            actor: Event.Side(text: actor, actor: Actor(state: actor, sector: "GOV")),
            recipient: Event.Side(text: target ?? recipient, actor: Actor(state: recipient, sector: "GOV")), type: type,
            act: act, scale: -2, contexts: [],
            date: start.map { Event.Dating(start: $0, end: until.flatMap { Day($0) } ?? $0, text: dateText) }, place: nil,
            figures: figures, status: status,
            attribution: speaker.map { Event.Attribution(text: $0, actor: Actor(state: $0), cue: "said", quoted: false) },
            confidence: confidence)
    }

    static func arrested(_ count: Int, _ qualifier: Event.Figure.Qualifier = .exact) -> Event.Figure {
        Event.Figure(kind: .arrested, value: count, qualifier: qualifier, text: "\(count) men")
    }

    static func add(_ reports: [(Report, Coder.Reading)], to record: OurRecord) throws {
        for (report, reading) in reports { _ = try record.add(report, reading) }
    }

    static func record(of reports: [(Report, Coder.Reading)]) throws -> OurRecord {
        let record = try OurRecord(path: path())
        try add(reports, to: record)
        return record
    }
}

/// The names that GRDB has too, for the files that import it.
typealias OurRecord = Record
typealias OurRecordError = RecordError
