import Foundation
import GRDB
import Reading
import Testing
import World

@testable import Coding
@testable import Record

/// What people correct: who, when, why, and nothing of it is ever lost.
@Suite struct CorrectionsTests {
    private let ontology: Ontology

    init() throws { ontology = try .standard() }

    /// Two raids, and a call.
    private var reports: [(Report, Coder.Reading)] {
        [
            Fixture.report("a", [Fixture.event("e1", "a", "RUS", "AZE", .coerce, "arrest", day: "2025-06-27")]),
            Fixture.report("b", [Fixture.event("e2", "b", "RUS", "AZE", .coerce, "arrest", day: "2025-06-27")]),
            Fixture.report("c", [Fixture.event("e3", "c", "RUS", "AZE", .coerce, "arrest", day: "2025-03-01")]),
            Fixture.report("d", [Fixture.event("e4", "d", "RUS", "AZE", .consult, "phone-call", day: "2025-06-29")]),
        ]
    }

    private func groups(_ record: OurRecord) throws -> Set<Set<String>> { Set(try record.incidents().map { Set($0.events) }) }

    private func correct(_ record: OurRecord, _ change: Correction.Change, by author: String = "Ada") throws -> OurRecord.Outcome
    {
        try record.correct(change, author: author, reason: "the ministry's page", ontology: ontology)
    }

    private func failure(_ body: () throws -> Void) -> CorrectionError? {
        do {
            try body()
            return nil
        } catch {
            return error as? CorrectionError
        }
    }

    @Test func confirmsAndRejects() throws {
        let record = try Fixture.record(of: reports)
        #expect(try correct(record, .confirm("i1")).incidents == ["i1"])
        #expect(try record.incident("i1")?.confidence == 1)
        let rejection = try correct(record, .reject("e2"), by: "Ben")
        #expect(rejection.notes.first?.contains("Ada had made a confirm") == true)
        #expect(try groups(record) == [["e1"], ["e3"], ["e4"]])
        #expect(try record.events().map(\.id).contains("e2") == false)
        // The later stands, the log keeps both.
        #expect(try correct(record, .confirm("e2")).notes.first?.contains("Ben had made a reject") == true)
        #expect(try groups(record) == [["e1", "e2"], ["e3"], ["e4"]])
        #expect(try record.corrections().map(\.kind) == ["confirm", "reject", "confirm"])
        #expect(try record.corrections().map(\.author) == ["Ada", "Ben", "Ada"])
        #expect(try record.corrections().allSatisfy { $0.time.hasSuffix("Z") && $0.reason == "the ministry's page" })
    }

    @Test func recodesAnEventAndMovesIt() throws {
        let record = try Fixture.record(of: reports)
        _ = try correct(record, .recode("e2", [.start: "2025-03-01", .status: "claimed"]))
        #expect(try groups(record) == [["e1"], ["e2", "e3"], ["e4"]])
        _ = try correct(record, .recode("e2", [.act: "deny", .actor: "AZE", .recipient: "RUS", .start: ""]))
        let event = try #require(try record.events(withIDs: ["e2"]).first)
        #expect(event.type == .reject && event.actor.actor.state == "AZE" && event.date == nil && event.status == .claimed)
        #expect(try record.incidents().first { $0.events == ["e2"] }?.dyad == ["AZE", "RUS"])
        #expect(try record.corrections().last?.detail.coded?.act == "arrest")
    }

    @Test func mergesAMergeAndSplitsWhatAnotherMerged() throws {
        let record = try Fixture.record(of: reports)
        let merged = try correct(record, .merge("i1", with: "i3"))
        #expect(try groups(record) == [["e1", "e2", "e3"], ["e4"]])
        let former = merged.incidents[0] == "i1" ? "i3" : "i1"
        #expect(try record.incident(former)?.id == merged.incidents[0])
        #expect(failure { _ = try correct(record, .merge("i1", with: "i3")) }?.cause.contains("one with") == true)

        // What is read later joins the whole.
        try Fixture.add(
            [Fixture.report("f", [Fixture.event("e6", "f", "RUS", "AZE", .coerce, "arrest", day: "2025-03-01")])], to: record)
        #expect(try groups(record) == [["e1", "e2", "e3", "e6"], ["e4"]])

        let split = try correct(record, .split(former, events: ["e2"]), by: "Ben")
        #expect(split.notes.contains { $0.contains("is \(merged.incidents[0]) now") })
        #expect(try groups(record) == [["e1", "e3", "e6"], ["e2"], ["e4"]])
        _ = try correct(record, .split(merged.incidents[0], events: ["e3", "e6"]))
        #expect(try groups(record) == [["e1"], ["e2"], ["e3", "e6"], ["e4"]])
        _ = try correct(record, .merge("i1", with: "i2"))
        #expect(try groups(record) == [["e1", "e2"], ["e3", "e6"], ["e4"]])
    }

    @Test func takesAMergeBackByTheFormerIdentity() throws {
        let record = try Fixture.record(of: reports)
        let merged = try correct(record, .merge("i1", with: "i3"))
        let former = merged.incidents[0] == "i1" ? "i3" : "i1"
        _ = try correct(record, .split(former, events: []))
        #expect(try groups(record) == [["e1", "e2"], ["e3"], ["e4"]])
    }

    @Test func refusesWhatMakesNoSense() throws {
        let record = try Fixture.record(of: reports)
        #expect(failure { _ = try correct(record, .confirm("i99")) }?.cause.contains("no such incident") == true)
        #expect(failure { _ = try correct(record, .reject("e99")) }?.cause.contains("no such event") == true)
        #expect(failure { _ = try correct(record, .merge("i1", with: "i4")) }?.remedy.contains("recode") == true)
        #expect(failure { _ = try correct(record, .merge("i1", with: "i1")) } != nil)
        #expect(failure { _ = try correct(record, .split("i1", events: ["e1", "e2"])) }?.cause.contains("nothing left") == true)
        #expect(failure { _ = try correct(record, .split("i1", events: ["e3"])) }?.cause.contains("not told") == true)
        #expect(failure { _ = try correct(record, .split("i1", events: [])) } != nil)
        #expect(failure { _ = try correct(record, .recode("e1", [:])) } != nil)
        #expect(failure { _ = try correct(record, .recode("e1", [.act: "sing"])) }?.cause == "is no act")
        #expect(failure { _ = try correct(record, .recode("e1", [.start: "2025-02-30"])) } != nil)
        #expect(failure { _ = try correct(record, .recode("e1", [.actor: "x'; DROP"])) } != nil)
        #expect(failure { _ = try correct(record, .confirm("e1"), by: "") }?.cause.contains("no author") == true)
        #expect(try record.corrections().isEmpty)
        #expect(try groups(record) == [["e1", "e2"], ["e3"], ["e4"]])
    }

    @Test func staysWhenReportsAreReadInAnyOrderAndCodedAgain() throws {
        let record = try Fixture.record(of: reports)
        _ = try correct(record, .merge("i1", with: "i3"))
        _ = try correct(record, .reject("e4"))
        _ = try correct(record, .recode("e2", [.status: "denied"]))
        let before = try record.incidents()
        // The new coder reads the same, calls the arrest a detention, and finds a visit.
        for (report, reading) in reports {
            var events = reading.events.map { event in
                var event = event
                if event.id == "e1" { (event.id, event.act) = ("e1n", "detain") }
                return event
            }
            if report.id == "d" { events.append(Fixture.event("e5", "d", "AZE", "RUS", .consult, "visit", day: "2025-01-05")) }
            let new = Coder.Reading(sentences: reading.sentences, events: events)
            let shown = try record.recoding(report, new)
            let kept = try record.keep(report, new)
            #expect(shown.added == kept.added && shown.kept == kept.kept)
            #expect(kept.kept.count == reading.events.count)
        }
        #expect(try record.incidents().filter { $0.events != ["e5"] } == before)
        #expect(try record.incidents().count == before.count + 1)
        #expect(try record.corrections().count == 3)
    }

    @Test func replacesWhatNobodyCorrected() throws {
        let record = try Fixture.record(of: reports)
        let former = try #require(try record.incident("i3"))
        let (report, reading) = reports[2]
        var event = reading.events[0]
        (event.id, event.act) = ("e3n", "detain")
        let recoding = try record.keep(report, Coder.Reading(sentences: reading.sentences, events: [event]))
        #expect(recoding.removed.map(\.id) == ["e3"] && recoding.added.map(\.id) == ["e3n"])
        #expect(try groups(record) == [["e1", "e2"], ["e3n"], ["e4"]])
        #expect(try record.incident(former.id)?.events == ["e3n"])
        #expect(try record.keep(report, Coder.Reading(sentences: reading.sentences, events: [event])).isEmpty)
    }

    @Test func losesNothingOfTwoWritersAtOnce() async throws {
        let path = Fixture.path()
        try Fixture.add(reports, to: OurRecord(path: path))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                let ontology = ontology
                group.addTask {
                    let record = try OurRecord(path: path)
                    for number in 0..<10 {
                        let change: Correction.Change =
                            writer == 0 ? .confirm("e1") : writer == 1 ? .reject("e2") : .recode("e3", [.place: "Baku \(number)"])
                        _ = try record.correct(change, author: "w\(writer)", reason: "n\(number)", ontology: ontology)
                    }
                }
            }
            try await group.waitForAll()
        }
        let record = try OurRecord(path: path)
        #expect(try record.corrections().count == 40)
        #expect(try record.incidents().flatMap(\.events).sorted() == ["e1", "e3", "e4"])
    }

    @Test func changesNothingWhenTheDiskIsFull() throws {
        let record = try Fixture.record(of: reports)
        try record.database.write { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages)")
        }
        let reason = String(repeating: "why ", count: 200_000)
        #expect(throws: OurRecordError.self) {
            _ = try record.correct(.reject("e1"), author: "Ada", reason: reason, ontology: ontology)
        }
        #expect(try groups(record) == [["e1", "e2"], ["e3"], ["e4"]])
        #expect(try record.corrections().isEmpty)
    }
}
