import ArgumentParser
import Record
import World

struct DossierCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json, csv }

    static let configuration = CommandConfiguration(
        commandName: "dossier",
        abstract: "The record of two states, or of one towards all: what each did and said to the other, day by day.",
        discussion: """
            States are given by code or by name in any form.

              demarche dossier AZE RUS
              demarche dossier mexico Ecuador --evidence
              demarche dossier Mexico
              demarche dossier India Canada --since 2023-09-01 --format csv > india-canada.csv
            """)

    @Argument(help: "One state.")
    var first: String

    @Argument(help: "The other; all others where it is left out.")
    var second: String?

    @OptionGroup var selection: SelectionOptions
    @OptionGroup var record: RecordOption

    @Flag(help: "Show the sentences that say so.")
    var evidence = false

    @Option(help: "text, markdown, json or csv.")
    var format = Format.text

    func run() throws {
        let world = try World.standard()
        let states = try [first, second].compactMap(\.self).map { try SelectionOptions.state($0, in: world) }
        guard Set(states.map(\.code)).count == states.count else {
            throw ValidationError("A dossier needs two different states, or one.")
        }
        let dossier = try Dossier(
            of: states.map(\.code), in: record.reading(), types: selection.selection(of: [], in: world).types,
            since: selection.day(selection.since), until: selection.day(selection.until), evidence: evidence || format == .csv)
        switch format {
        case .text: DossierText(dossier: dossier, names: states.map(\.name), evidence: evidence).write()
        case .markdown: DossierMarkdown(dossier: dossier, names: states.map(\.name), evidence: evidence).write()
        case .json: for entry in dossier.entries { try Lines.json(entry.incident) }
        case .csv: DossierTable(dossier: dossier).write()
        }
    }
}
