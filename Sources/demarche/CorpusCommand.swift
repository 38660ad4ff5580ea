import ArgumentParser
import Coding
import Foundation
import World

struct CorpusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "corpus",
        abstract: "The annotated reports: checks, exports and compares them.",
        subcommands: [CorpusCheck.self, CorpusExport.self, CorpusAgree.self])

    /// What the subcommands read.
    struct Options: ParsableArguments {
        @Option(name: .customLong("corpus"), help: "The Corpus's folder.")
        var folder = "Corpus"

        func corpus() throws -> Corpus { try corpus(in: folder) }

        func corpus(in folder: String) throws -> Corpus {
            let reader = CorpusReader(ontology: try .standard(), organs: try World.standard().organs)
            return try Corpus(folder: URL(fileURLWithPath: folder, isDirectory: true), reader: reader)
        }
    }
}
