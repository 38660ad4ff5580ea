import ArgumentParser
import Foundation
import Reading
import Record

struct ReportGroupsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "group",
        abstract: "Reports in, groups out: which reports are about the same event, as JSON lines.",
        discussion: """
            By their words, without a record and without coding. A group is named after the first of its reports.

              demarche group < reports.jsonl
            """)

    @Argument(help: "Files or folders of reports; - is standard input.")
    var sources: [String] = ["-"]

    private struct Line: Encodable {
        let id: String
        let group: String
    }

    func run() throws {
        var reports: [Report] = []
        let failure = Result { try Inbox(sources: sources, published: nil, outlet: nil).forEach { reports.append($0) } }
        for group in try ReportGroups(of: reports).groups {
            for report in group { try Lines.json(Line(id: report, group: group[0])) }
        }
        try failure.get()
    }
}
