import ArgumentParser
import Foundation
import Reading
import World

struct WorldLookup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lookup",
        abstract: "Tells what a name may mean: a state, an organ, a person in office, a body, an outlet, a place.",
        discussion: """
              demarche world lookup Lavrov --on 2015-06-30
              demarche world lookup "Milli Majlis" --json
            """)

    @Argument(help: "A name as a newspaper writes it.")
    var name: String

    @Option(help: "Only what it meant on this day, as 2025-06-30.")
    var on: String?

    @Flag(help: "JSON lines in place of a table.")
    var json = false

    @OptionGroup var world: WorldOption

    func run() throws {
        let day = on.flatMap { Day($0) }
        if let on, day == nil { throw ValidationError("“\(on)” is not a date; write it as 2025-06-30.") }
        let senses = try world.world().senses(of: name, on: day)
        guard !senses.isEmpty else {
            Lines.complain("the World knows nothing called “\(name)”" + (day.map { " on \($0)" } ?? ""))
            throw ExitCode.failure
        }
        if json {
            for sense in senses { try Lines.json(sense) }
        } else {
            table(senses)
        }
    }

    private func table(_ senses: [World.Sense]) {
        let rows = senses.map { sense in
            [
                sense.kind, sense.name, sense.state ?? "", sense.sector ?? "", sense.office ?? sense.organ ?? "",
                sense.from == nil && sense.until == nil ? "" : "\(sense.from ?? "")..\(sense.until ?? "")",
                sense.latitude.flatMap { latitude in sense.longitude.map { "\(latitude) \($0)" } } ?? "",
                sense.population.map { "\($0) inhabitants" } ?? "",
            ]
        }
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        for row in rows {
            let cells = zip(row, widths).filter { $1 > 0 }.map { $0 + String(repeating: " ", count: $1 - $0.count) }
            Lines.write(String(cells.joined(separator: "  ").reversed().drop { $0 == " " }.reversed()))
        }
    }
}
