import ArgumentParser
import Coding
import Foundation
import Language
import Reading

struct Code: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reports in, events out: JSON lines, without a record.",
        discussion: """
            Reads reports (JSON lines on standard input, or the sources named) and writes their events, one a line, in the
            order of the reports, on all cores. The same reports always give the same events.

              demarche code < reports.jsonl > events.jsonl
              demarche code report.html
            """)

    @Argument(help: "Files or folders of reports; - is standard input.")
    var sources: [String] = ["-"]

    @Option(help: "The day of publication of reports that do not tell it, as 2025-06-30.")
    var published: String?

    @OptionGroup var world: WorldOption

    func run() throws {
        let coder = try Coder(analyser: .standard(), world: world.world(), ontology: .standard())
        var batch = Batch {
            coder.events(of: $0)
        } take: { (events: [Event]) in
            for event in events { try Lines.json(event) }
        }
        let failure = Result { try Inbox(sources: sources, published: published, outlet: nil).forEach { try batch.add($0) } }
        try batch.finish()
        try failure.get()
    }
}
