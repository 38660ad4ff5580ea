import Reading
import Testing

@testable import Coding
@testable import Record

/// One text in many outlets has one origin.
@Suite struct CopiesTests {
    private static let agency = """
        Ruritanian police held three Zendan journalists on Tuesday after a search of their office near the river, the interior \
        ministry in the capital said, adding that the equipment found there would be looked at by experts before the end of the \
        week and that a consul might see the three on Thursday. The foreign ministry across the border called in the envoy.
        """
    private static let own = """
        Three reporters of a Zendan weekly spent the night in cells, their editor told us by telephone. She had been given no \
        reason, she said, and nobody had let her speak to them. A neighbour saw men carry two computers and a heap of paper to \
        a van. The police did not answer our questions; at the embassy of Zenda the lights were on until four in the morning.
        """

    private static func report(_ id: String, _ text: String, day: String) -> (Report, Coder.Reading) {
        let event = Fixture.event(
            "e\(id)", id, "RUS", "AZE", .coerce, "arrest", day: "2025-06-24", figures: [Fixture.arrested(3)])
        let (report, reading) = Fixture.report(id, [event], published: day)
        return (Report(id: id, outlet: report.outlet, published: day, text: text), reading)
    }

    private static let reports = [
        report("a", "Journalists held. " + agency, day: "2025-06-25"), report("b", agency, day: "2025-06-24"),
        report("c", String(agency.prefix(260)), day: "2025-06-26"), report("d", own, day: "2025-06-25"),
    ]

    @Test(arguments: [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1], [1, 3, 0, 2]])
    func countOnceInAnyOrder(order: [Int]) throws {
        let record = try Fixture.record(of: order.map { Self.reports[$0] })
        let incidents = try record.incidents()
        #expect(incidents.count == 1)
        #expect(incidents.first?.reports == ["a", "b", "c", "d"])
        #expect(incidents.first?.origins == ["b", "d"])
        #expect(incidents.first?.accounts.map(\.origins) == [2])
    }
}
