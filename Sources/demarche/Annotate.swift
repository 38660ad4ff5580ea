import ArgumentParser
import Coding
import Foundation
import Language
import Reading

struct Annotate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reports in, what is in them out: sentences and names, as JSON lines.",
        discussion: """
            Offsets are Unicode code points into the report's text, end exclusive.

              demarche annotate < reports.jsonl
            """)

    @Argument(help: "Files or folders of reports; - is standard input.")
    var sources: [String] = ["-"]

    private struct Annotation: Encodable {
        struct Name: Encodable {
            let start: Int
            let end: Int
            let kind: String
        }

        let report: String
        let sentences: [[Int]]
        let names: [Name]
    }

    func run() throws {
        let analyser = try Analyser.standard()
        try Inbox(sources: sources, published: nil, outlet: nil).forEach { report in
            let sentences = analyser.sentences(of: ScannedText(report.text))
            try Lines.json(
                Annotation(
                    report: report.id, sentences: sentences.map { [$0.start, $0.end] },
                    names: sentences.flatMap { sentence in
                        sentence.names.map { name in
                            Annotation.Name(
                                start: sentence.words[name.words.lowerBound].start,
                                end: sentence.words[name.words.upperBound - 1].end, kind: name.kind.rawValue)
                        }
                    }))
        }
    }
}
