import ArgumentParser
import Coding
import Language

struct CorpusExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "The Corpus as JSON lines: its reports, its events, or its words with events on them.",
        discussion: """
            `tokens` is what Training/ reads; `reports` are for `demarche code`; `events` have the form of gold that events are
            scored against.

              demarche corpus export tokens > tokens.jsonl
              demarche corpus export reports --part dev | demarche code > coded.jsonl
            """)

    enum Form: String, ExpressibleByArgument, CaseIterable {
        case reports, events, tokens
    }

    enum Part: String, ExpressibleByArgument, CaseIterable {
        case train, dev, test
    }

    @Argument(help: "What to export: \(Form.allCases.map(\.rawValue).joined(separator: ", ")).")
    var form: Form

    @OptionGroup var options: CorpusCommand.Options

    @Flag(help: "Add to tokens what the language model reads in them: training keeps to it where no treebank has the sentence.")
    var understood = false

    @Option(help: "Only train, dev or test.")
    var part: Part?

    func run() throws {
        let corpus = try options.corpus()
        let ontology = try Ontology.standard()
        let analyser = understood ? try Analyser.standard() : nil
        for report in corpus.reports where part == nil || part?.rawValue == corpus.part(of: report).rawValue {
            if form == .reports { try Lines.json(report.report) }
            for (index, line) in report.lines.enumerated() {
                switch form {
                case .reports: break
                case .events:
                    for note in line.notes {
                        if let event = GoldEvent(note, in: line, of: report, ontology: ontology) { try Lines.json(event) }
                    }
                case .tokens:
                    let tokens = TokenisedLine(
                        line, index: index, of: report.id, part: corpus.part(of: report), ontology: ontology)
                    try Lines.json(analyser.map { tokens.understood(by: $0) } ?? tokens)
                }
            }
        }
    }
}
