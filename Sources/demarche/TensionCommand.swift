import ArgumentParser
import Coding
import Reading
import Record
import World

struct TensionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tension",
        abstract: "How hostile the reported acts of two states towards each other were, week by week.",
        discussion: """
            The share of reported acts in these sources that were hostile, weighted by severity: 0 all cooperative, 100 all
            hostile. It tells what was reported and is no forecast. How much was reported stands beside it and is no part of
            it. How it is made: Documentation/tension.md.

              demarche tension AZE RUS
              demarche tension Azerbaijan russia --since 2025-01-01 --json
            """)

    @Argument(help: "One state.")
    var first: String

    @Argument(help: "The other.")
    var second: String

    @Option(help: "From this day on, as 2025-06-30. What is earlier still counts for the weeks shown.")
    var since: String?

    @Option(help: "Up to this day.")
    var until: String?

    @Flag(help: "JSON lines, one a week and direction, with what each incident contributes.")
    var json = false

    @OptionGroup var record: RecordOption

    func run() throws {
        let world = try World.standard()
        let states = [try SelectionOptions.state(first, in: world), try SelectionOptions.state(second, in: world)]
        guard states[0].code != states[1].code else { throw ValidationError("Tension needs two different states.") }
        let (since, until) = (try Self.day(since), try Self.day(until))
        let pair = try PairActs(of: (states[0].code, states[1].code), in: record.reading(), ontology: .standard())
        for (index, tension) in pair.tensions.enumerated() {
            let weeks = tension.weeks.filter { week in
                since.map { week.start + 6 >= $0 } ?? true && until.map { week.start <= $0 } ?? true
            }
            if json {
                for week in weeks { try Lines.json(TensionLine(week, of: tension)) }
            } else {
                let names = [states[index].name, states[1 - index].name]
                TensionTable(tension: tension, weeks: weeks, names: names, incidents: pair.incidents).write()
            }
        }
        if !json, pair.undated > 0 {
            Lines.write("\(pair.undated) incidents are left out: their date is not known to a month.")
        }
    }

    private static func day(_ text: String?) throws -> Day? {
        guard let text else { return nil }
        guard let day = Day(text) else { throw ValidationError("“\(text)” is not a date; write it as 2025-06-30.") }
        return day
    }
}
