import ArgumentParser
import Record
import World

struct IncidentsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "incidents",
        abstract: "The record's incidents as JSON lines: what happened once, however often told.",
        discussion: """
              demarche incidents
              demarche incidents Mexico Ecuador --until 2024-04-30
            """)

    @Argument(help: "A state, or two: their incidents, or those between them.")
    var states: [String] = []

    @OptionGroup var selection: SelectionOptions
    @OptionGroup var record: RecordOption

    func run() throws {
        let selection = try selection.selection(of: states, in: .standard())
        for incident in try record.reading().incidents(selection) { try Lines.json(incident) }
    }
}
