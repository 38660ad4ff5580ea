import Foundation
import Language
import Reading
import Testing
import World

@testable import Coding
@testable import Record

@Suite struct RecordTests {
    private var crisis: [(Report, Coder.Reading)] {
        [
            Fixture.report(
                "a",
                [Fixture.event("e1", "a", "RUS", "AZE", .coerce, "arrest", day: "2025-06-27", figures: [Fixture.arrested(50)])]),
            Fixture.report(
                "b",
                [
                    Fixture.event(
                        "e2", "b", "RUS", "AZE", .coerce, "detain", day: "2025-06-27", figures: [Fixture.arrested(9)],
                        speaker: "AZE")
                ]),
            Fixture.report(
                "c",
                [
                    Fixture.event("e3", "c", "AZE", "RUS", .accuse, "summon-envoy", day: "2025-06-28"),
                    Fixture.event("e4", "c", "RUS", "AZE", .coerce, "arrest", day: nil),
                ]),
            Fixture.report("d", [Fixture.event("e5", "d", "RUS", "AZE", .coerce, "arrest", day: "2025-05-01")]),
        ]
    }

    @Test func mergesWhatWasDoneOnceAndKeepsEveryAccount() throws {
        let record = try Record(path: Fixture.path())
        try Fixture.add(crisis, to: record)
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
        let record = try Record(path: Fixture.path())
        try Fixture.add(crisis, to: record)
        let before = try record.incidents()
        for (report, reading) in crisis { #expect(try record.add(report, reading) == .known) }
        #expect(try record.incidents() == before)
        #expect(try record.counts().reports == 4)
    }

    @Test func givesTheSameIncidentsInAnyOrder() throws {
        let first = try Record(path: Fixture.path())
        try Fixture.add(crisis, to: first)
        let expected = try first.incidents()
        for seed in 1..<8 {
            var order = crisis
            for index in order.indices { order.swapAt(index, (index * 7 + seed * 3) % order.count) }
            let record = try Record(path: Fixture.path())
            try Fixture.add(order, to: record)
            #expect(try record.incidents() == expected)
        }
    }

    @Test func selectsByStateTypeAndDate() throws {
        let record = try Record(path: Fixture.path())
        try Fixture.add(crisis, to: record)
        #expect(try record.events(Record.Selection(types: [.accuse])).map(\.id) == ["e3"])
        #expect(try record.events(Record.Selection(states: ["FRA"])).isEmpty)
        #expect(try record.events(Record.Selection(since: Day("2025-06-28"))).map(\.id) == ["e3"])
        #expect(try record.events(Record.Selection(until: Day("2025-05-31"))).map(\.id) == ["e5"])
        #expect(try Dossier(of: ["RUS", "AZE"], in: record).entries.count == record.counts().incidents)
    }

    @Test func findsAReportByTheBeginningOfItsIdentity() throws {
        let record = try Record(path: Fixture.path())
        try Fixture.add([Fixture.report("abc1", []), Fixture.report("abd2", [])], to: record)
        #expect(try record.report("abc")?.report.id == "abc1")
        #expect(try record.report("ab") == nil)
        #expect(try record.report("zz") == nil)
    }
}
