import ArgumentParser
import Foundation
import Reading

struct Extract: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Pages in, reports out: JSON lines, without a record.",
        discussion: """
            Finds the report in each page: its text without the page's furniture, title, outlet, byline and date; and tells
            where on the page each was told, when it was changed, its own address, its dateline, and whether it is to be paid for.

              demarche extract page.html
              demarche extract < pages.jsonl        {"id": …, "url": …, "html": …} a line
            """)

    @Argument(help: "Files or folders; - is standard input.")
    var sources: [String] = ["-"]

    func run() throws {
        try Inbox(sources: sources, published: nil, outlet: nil).forEachExtraction { found in try Lines.json(found) }
    }
}
