import ArgumentParser
import Record
import World

struct EventsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events",
        abstract: "The record's events as JSON lines.",
        discussion: """
              demarche events
              demarche events AZE RUS --type SANCTION --since 2025-01-01
            """)

    @Argument(help: "A state, or two: their events, or those between them.")
    var states: [String] = []

    @OptionGroup var selection: SelectionOptions
    @OptionGroup var record: RecordOption

    func run() throws {
        let selection = try selection.selection(of: states, in: .standard())
        for event in try record.reading().events(selection) { try Lines.json(event) }
    }
}
