import ArgumentParser
import Coding
import Foundation
import Language
import Reading

struct Annotate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reports in, what is in them out: sentences, names, times, who says what, predicates, as JSON lines.",
        discussion: """
            Offsets are Unicode code points into the report's text, end exclusive.

              demarche annotate < reports.jsonl
            """)

    @Argument(help: "Files or folders of reports; - is standard input.")
    var sources: [String] = ["-"]

    func run() throws {
        let analyser = try Analyser.standard()
        try Inbox(sources: sources, published: nil, outlet: nil).forEach { report in
            try Lines.json(Annotation(of: report, by: analyser))
        }
    }
}
