import Foundation
import Reading
import Testing

@testable import Coding
@testable import Record

/// The same incidents, in whatever order their reports are read.
@Suite struct MergingTests {
    /// Numbers that are the same on every machine.
    struct Lot: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    /// Reports whose events lie near one another in days, acts and words, dated, vaguely dated and undated.
    static func reports(_ count: Int, seed: UInt64) -> [(Report, Coder.Reading)] {
        var lot = Lot(state: seed)
        let words = ["Yekaterinburg", "consul", "trawler", "convoy", "minister", "embassy", "market", "bridge", "ferry", "drone"]
        let acts: [(EventType, String)] = [
            (.coerce, "arrest"), (.coerce, "detain"), (.coerce, "search"), (.assault, "kill"), (.assault, "injure"),
            (.accuse, "criticise"), (.accuse, "condemn"), (.accuse, "summon-envoy"), (.consult, "phone-call"),
            (.consult, "talks"),
        ]
        return (0..<count).map { number in
            let id = "r\(number)"
            let events = (0..<Int.random(in: 1...4, using: &lot)).map { index in
                let (type, act) = acts.randomElement(using: &lot) ?? acts[0]
                let day = (Day("2025-06-01") ?? Day(number: 0)) + Int.random(in: 0...25, using: &lot)
                let isDated = Int.random(in: 0...4, using: &lot) > 0
                let span = Int.random(in: 0...5, using: &lot) == 0 ? Int.random(in: 2...40, using: &lot) : 0
                let sides = Bool.random(using: &lot) ? ("RUS", "AZE") : ("AZE", "RUS")
                let told = words.shuffled(using: &lot).prefix(4).joined(separator: " ")
                return Fixture.event(
                    "e\(number)x\(index)", id, sides.0, sides.1, type, act, day: isDated ? day.description : nil,
                    until: (day + span).description, figures: [Fixture.arrested(Int.random(in: 1...3, using: &lot))],
                    status: Event.Status.allCases.randomElement(using: &lot) ?? .happened,
                    text: told, sentence: index)
            }
            return Fixture.report(id, events, published: "2025-06-\(10 + number % 20)")
        }
    }

    private func lines(_ record: OurRecord) throws -> [String] { try record.incidents().map { try OurRecord.json($0) } }

    @Test(arguments: UInt64(1)...20) func givesTheSameLinesInAnyOrder(seed: UInt64) throws {
        let reports = Self.reports(40, seed: 7)
        let expected = try lines(Fixture.record(of: reports))
        var lot = Lot(state: seed)
        #expect(try lines(Fixture.record(of: reports.shuffled(using: &lot))) == expected)
        #expect(expected.count > 20 && expected.count < reports.flatMap { $0.1.events }.count)
    }

    @Test func mergesAnewAsItMergedOneByOne() throws {
        let reports = Self.reports(60, seed: 3)
        let events = Dictionary(grouping: reports.flatMap { $0.1.events }, by: \.report)
        let known = Dictionary(uniqueKeysWithValues: reports.map { ($0.0.id, $0.0) })
        let merged = try OurRecord.merged(events, reports: known).map { try OurRecord.json($0) }
        #expect(try lines(Fixture.record(of: reports)) == merged)
    }

    @Test func tellsARecurringActApartByItsDays() throws {
        let record = try Fixture.record(of: [
            Fixture.report("a", [Fixture.event("e1", "a", "RUS", "UKR", .assault, "shell", day: "2025-03-01")]),
            Fixture.report("b", [Fixture.event("e2", "b", "RUS", "UKR", .assault, "shell", day: "2025-03-09")]),
            Fixture.report("c", [Fixture.event("e3", "c", "RUS", "UKR", .assault, "shell", day: "2025-03-01")]),
        ])
        #expect(try record.incidents().map(\.reports) == [["a", "c"], ["b"]])
    }

    @Test func leadsFromAFormerIdentityToTheIncidentOfNow() throws {
        let record = try Fixture.record(of: [
            Fixture.report(
                "a",
                [
                    Fixture.event(
                        "e1", "a", "RUS", "AZE", .coerce, "arrest", day: "2025-06-01", until: "2025-06-30",
                        text: "Police arrested men in Yekaterinburg.")
                ])
        ])
        let former = try #require(try record.incidents().first)
        try Fixture.add(
            [
                Fixture.report(
                    "b",
                    [
                        Fixture.event(
                            "e2", "b", "RUS", "AZE", .coerce, "arrest", day: "2025-06-27",
                            text: "Police arrested men in Yekaterinburg on Friday.")
                    ])
            ], to: record)
        let now = try #require(try record.incidents().first)
        #expect(try record.incidents().count == 1)
        #expect(now.id != former.id)
        #expect(now.date?.start.description == "2025-06-27")
        #expect(try record.incident(former.id) == now)
        #expect(try record.incident("i00") == nil)
    }
}
