import Foundation
import Reading
import Testing

@testable import Record

@Suite struct ReportGroupsTests {
    private let reports = [
        Report(id: "a", text: "A patrol shot a fisherman on Lake Titicaca near Yunguyo on Sunday."),
        Report(id: "b", text: "The fisherman from Yunguyo was shot by a patrol on Lake Titicaca."),
        Report(id: "c", text: "Ministers met in Vienna to talk about the price of gas and a pipeline."),
        Report(id: "d", text: "In Vienna the ministers talked of gas prices and of a new pipeline."),
        Report(id: "e", text: ""),
    ]

    @Test func groupsReportsOfOneEventInAnyOrder() throws {
        let groups = try ReportGroups(of: reports).groups
        #expect(groups == [["a", "b"], ["c", "d"], ["e"]])
        #expect(try ReportGroups(of: reports.reversed() + reports).groups == groups)
        #expect(try ReportGroups(of: []).groups.isEmpty)
    }
}
