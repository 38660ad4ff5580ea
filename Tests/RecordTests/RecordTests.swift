import Foundation
import Language
import Reading
import Testing
import World

@testable import Coding
@testable import Record

@Suite struct RecordTests {
    private func path() -> String {
        FileManager.default.temporaryDirectory.appendingPathComponent("record-\(UUID().uuidString).sqlite").path
    }

    /// A report with one event a line: actor, recipient, act, type, day, figures.
    private func report(_ id: String, _ events: [Event]) -> (Report, Coder.Reading) {
        let report = Report(id: id, outlet: "Outlet \(id)", published: "2025-06-30", text: "Text of \(id).")
        let sentence = Sentence(index: 0, text: "Text of \(id).", start: 0, end: 10, words: [], names: [])
        return (report, Coder.Reading(sentences: [sentence], events: events))
    }

    private func event(
        _ id: String, _ report: String, _ actor: String, _ recipient: String, _ type: EventType, _ act: String, day: String?,
        figures: [Event.Figure] = [], status: Event.Status = .happened, speaker: String? = nil
    ) -> Event {
        Event(
            id: id, report: report, sentence: Event.Quote(index: 0, start: 0, end: 10, text: "Text of \(report)."),
            actor: Event.Side(text: actor, actor: Actor(state: actor, sector: "GOV")),
            recipient: Event.Side(text: recipient, actor: Actor(state: recipient, sector: "GOV")), type: type, act: act,
            scale: -2,
            contexts: [], date: day.flatMap { Day($0) }.map { Event.Dating(start: $0, end: $0) }, place: nil, figures: figures,
            status: status,
            attribution: speaker.map { Event.Attribution(text: $0, actor: Actor(state: $0), cue: "said", quoted: false) },
            confidence: 0.8)
    }

    private func arrested(_ count: Int) -> Event.Figure {
        Event.Figure(kind: .arrested, value: count, qualifier: .exact, text: "\(count) men")
    }

    private func add(_ reports: [(Report, Coder.Reading)], to record: Record) throws {
        for (report, reading) in reports { _ = try record.add(report, reading) }
    }

    private var crisis: [(Report, Coder.Reading)] {
        [
            report("a", [event("e1", "a", "RUS", "AZE", .coerce, "arrest", day: "2025-06-27", figures: [arrested(50)])]),
            report(
                "b",
                [event("e2", "b", "RUS", "AZE", .coerce, "detain", day: "2025-06-27", figures: [arrested(9)], speaker: "AZE")]),
            report(
                "c",
                [
                    event("e3", "c", "AZE", "RUS", .accuse, "summon-envoy", day: "2025-06-28"),
                    event("e4", "c", "RUS", "AZE", .coerce, "arrest", day: nil),
                ]),
            report("d", [event("e5", "d", "RUS", "AZE", .coerce, "arrest", day: "2025-05-01")]),
        ]
    }

    @Test func mergesWhatWasDoneOnceAndKeepsEveryAccount() throws {
        let record = try Record(path: path())
        try add(crisis, to: record)
        let incidents = try record.incidents(Record.Selection(states: ["AZE", "RUS"]))
        let raid = try #require(incidents.first { $0.date?.start.description == "2025-06-27" })
        #expect(Set(raid.reports).isSuperset(of: ["a", "b"]))
        #expect(raid.contested)
        #expect(Set(raid.accounts.map(\.value)) == [50, 9])
        #expect(raid.accounts.first { $0.value == 9 }?.attribution?.actor.state == "AZE")
        #expect(incidents.contains { $0.act == "summon-envoy" && $0.dyad == ["AZE", "RUS"] })
        #expect(incidents.contains { $0.date?.start.description == "2025-05-01" && $0.reports == ["d"] })
    }

    @Test func readingAgainChangesNothing() throws {
        let record = try Record(path: path())
        try add(crisis, to: record)
        let before = try record.incidents()
        for (report, reading) in crisis { #expect(try record.add(report, reading) == .known) }
        #expect(try record.incidents() == before)
        #expect(try record.counts().reports == 4)
    }

    @Test func givesTheSameIncidentsInAnyOrder() throws {
        let first = try Record(path: path())
        try add(crisis, to: first)
        let expected = try first.incidents()
        for seed in 1..<8 {
            var order = crisis
            for index in order.indices { order.swapAt(index, (index * 7 + seed * 3) % order.count) }
            let record = try Record(path: path())
            try add(order, to: record)
            #expect(try record.incidents() == expected)
        }
    }

    @Test func selectsByStateTypeAndDate() throws {
        let record = try Record(path: path())
        try add(crisis, to: record)
        #expect(try record.events(Record.Selection(types: [.accuse])).map(\.id) == ["e3"])
        #expect(try record.events(Record.Selection(states: ["FRA"])).isEmpty)
        #expect(try record.events(Record.Selection(since: Day("2025-06-28"))).map(\.id) == ["e3"])
        #expect(try record.events(Record.Selection(until: Day("2025-05-31"))).map(\.id) == ["e5"])
        #expect(try Dossier(of: ["RUS", "AZE"], in: record).entries.count == record.counts().incidents)
    }

    @Test func findsAReportByTheBeginningOfItsIdentity() throws {
        let record = try Record(path: path())
        try add([report("abc1", []), report("abd2", [])], to: record)
        #expect(try record.report("abc")?.report.id == "abc1")
        #expect(try record.report("ab") == nil)
        #expect(try record.report("zz") == nil)
    }
}

/// The names that GRDB has too, for the files that import it.
typealias OurRecord = Record
typealias OurRecordError = RecordError
