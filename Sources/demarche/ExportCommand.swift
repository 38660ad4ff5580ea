import ArgumentParser
import Foundation
import Record
import World

struct ExportCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case csv, jsonl, timeline, calendar, rss, atom, gdelt, polecat, graphml, sqlite
    }

    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "A selection of the record's incidents in a form that other programs read.",
        discussion: """
            csv (the last line tells the number of rows), jsonl, timeline (TimelineJS), calendar (iCalendar), rss, atom, gdelt
            and polecat (tables in the shape of these data sets), graphml (the network of states), or sqlite: the whole record
            as one file that Datasette opens. Documentation/exports.md says what each holds.

              demarche export AZE RUS --format csv -o azerbaijan-russia.csv
              demarche export --type SANCTION --since 2024-01-01 --format gdelt > sanctions.tsv
              demarche export --format sqlite -o snapshot.sqlite
            """)

    @Argument(help: "A state, or two: their incidents, or those between them.")
    var states: [String] = []

    @Option(help: "\(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format = Format.csv

    @Option(name: [.short, .customLong("output")], help: ArgumentHelp("Write to this file.", valueName: "file"))
    var output: String?

    @OptionGroup var selection: SelectionOptions
    @OptionGroup var record: RecordOption

    func run() throws {
        let world = try World.standard()
        let selection = try selection.selection(of: states, in: world)
        let record = try record.reading()
        guard let form = Export.Format(rawValue: format.rawValue) else { return try copy(record, selection) }
        let names = selection.states.map { world.state($0)?.name ?? $0 }
        let export = Export(form, title: Self.title(names), made: Self.now) { world.state($0)?.name ?? $0 }
        let sink = try ExportSink(path: output)
        let count = try export.write(selection, of: record, to: sink.put)
        try sink.finish()
        if let output { Lines.write("\(count) incidents written to \(output)") }
    }

    private func copy(_ record: Record, _ selection: Record.Selection) throws {
        guard let output else { throw ValidationError("An SQLite file needs a name: give one with --output.") }
        guard selection.isEverything else {
            throw ValidationError("An SQLite file holds the whole record; leave the selection out, or take another format.")
        }
        try record.copy(to: output)
        Lines.write("the record was copied to \(output)")
    }

    static func title(_ names: [String]) -> String {
        names.isEmpty ? "States and how they treat each other" : names.joined(separator: " and ")
    }

    /// The time now as `YYYY-MM-DDThh:mm:ssZ`.
    static var now: String { Date.now.formatted(.iso8601) }
}
