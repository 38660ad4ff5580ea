import ArgumentParser
import Foundation
import Reading
import Record
import World

struct CiteCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case bibtex, ris
        case csl = "csl-json"
    }

    static let configuration = CommandConfiguration(
        commandName: "cite",
        abstract: "A reference to a selection of the record as it stands, with the hash of its content.",
        discussion: """
            The hash is the SHA-256 of what `demarche export --format jsonl` writes for the same selection: whoever has the same
            has the same hash.

              demarche cite AZE RUS
              demarche cite Mexico Ecuador --until 2024-12-31 --format csl-json
            """)

    @Argument(help: "A state, or two: their incidents, or those between them.")
    var states: [String] = []

    @Option(help: "\(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format = Format.bibtex

    @OptionGroup var selection: SelectionOptions
    @OptionGroup var record: RecordOption

    func run() throws {
        let world = try World.standard()
        let selection = try selection.selection(of: states, in: world)
        let snapshot = try Snapshot(of: selection, in: record.reading())
        let subject = ExportCommand.title(selection.states.map { world.state($0)?.name ?? $0 })
        let day = Day(number: Int((Date.now.timeIntervalSince1970 / 86_400).rounded(.down)))
        let citation = Citation(snapshot, subject: subject, day: day, version: Demarche.configuration.version)
        guard let form = Citation.Format(rawValue: format.rawValue) else { return }
        FileHandle.standardOutput.write(Data(try citation.text(form).utf8))
    }
}
