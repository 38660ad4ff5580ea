import ArgumentParser
import Coding

struct CorpusTokens: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tokens",
        abstract: "The Corpus as words with events on them, a sentence a line: what Training/ reads.",
        discussion: "  demarche corpus tokens > tokens.jsonl")

    @OptionGroup var options: CorpusCommand.Options

    func run() throws {
        let corpus = try options.corpus()
        let ontology = try Ontology.standard()
        for report in corpus.reports {
            for (index, line) in report.lines.enumerated() {
                try Lines.json(
                    TokenisedLine(line, index: index, of: report.id, part: corpus.part(of: report), ontology: ontology))
            }
        }
    }
}
