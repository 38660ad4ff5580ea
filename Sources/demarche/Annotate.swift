import ArgumentParser
import Coding
import Language
import Reading
import World

struct Annotate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reports in, what is in them out: sentences, names, actors, places, times, who says what, predicates.",
        discussion: """
            JSON lines; offsets are Unicode code points into the report's text, end exclusive.

              demarche annotate < reports.jsonl
            """)

    @Argument(help: "Files or folders of reports; - is standard input.")
    var sources: [String] = ["-"]

    @OptionGroup var world: WorldOption

    func run() throws {
        let analyser = try Analyser.standard()
        let world = try world.world()
        try Inbox(sources: sources, published: nil, outlet: nil).forEach { report in
            try Lines.json(Annotation(of: report, by: analyser, in: world))
        }
    }
}
