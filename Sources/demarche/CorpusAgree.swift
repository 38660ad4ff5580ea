import ArgumentParser
import Coding
import Foundation

struct CorpusAgree: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agree",
        abstract: "How far a second annotation of some reports agrees with the first.",
        discussion: "  demarche corpus agree Corpus/second")

    @Argument(help: "The folder of the second annotation.")
    var second: String

    @OptionGroup var options: CorpusCommand.Options

    func run() throws {
        let found = Agreement(try options.corpus(), try options.corpus(in: second), ontology: try .standard())
        func share(_ count: Int) -> String { String(format: "%.3f", Double(count) / Double(max(1, found.matched))) }
        Lines.write("\(found.reports) reports; \(found.first) events in the first annotation, \(found.second) in the second")
        Lines.write("same sentence, states and type: F1 " + String(format: "%.3f", found.eventF1))
        Lines.write("same sentence and states:       F1 " + String(format: "%.3f", found.sidesF1))
        Lines.write(
            "of the \(found.matched) matched: act \(share(found.act)), status \(share(found.status)), date \(share(found.date)), "
                + "speaker's state \(share(found.speaker))")
    }
}
