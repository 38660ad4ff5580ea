import ArgumentParser
import Foundation
import Language

struct Parse: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "CoNLL-U in, CoNLL-U out: lemmas, tags, features and trees predicted on the words given.",
        discussion: """
            The words, comments, multiword tokens and empty nodes are kept as they are. With --names the output is IOB2.

              demarche parse < gold.conllu > predicted.conllu
              demarche parse --names < gold.iob2 > predicted.iob2
              demarche parse --text < report.txt > report.conllu
            """)

    @Flag(help: "Write the names as IOB2 instead of trees.")
    var names = false

    @Flag(help: "Read plain text, cut into sentences and words here.")
    var text = false

    func run() throws {
        let analyser = try Analyser.standard()
        let input = FileHandle.standardInput.readDataToEndOfFile()
        let given = String(decoding: input, as: UTF8.self)
        let document = text ? CoNLLU(cutting: given) : CoNLLU(given)
        let output = names ? document.iob2(by: analyser) : document.parsed(by: analyser)
        try FileHandle.standardOutput.write(contentsOf: Data(output.utf8))
    }
}
