import ArgumentParser
import Coding
import Record

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Finds incidents, reports and names by their words.",
        discussion: """
            All words must occur, in any form of letters and accents. Quotes keep words together, a star at the end of a word
            lets it go on.

              demarche search ambassador summoned
              demarche search '"state media" raid*' --limit 5
            """)

    @Argument(help: "Words.")
    var words: [String]

    @Option(help: "How many of each kind, at most.")
    var limit = 10

    @Flag(help: "JSON lines.")
    var json = false

    @OptionGroup var record: RecordOption

    func validate() throws {
        guard (1...1_000).contains(limit) else { throw ValidationError("The limit must be between 1 and 1000.") }
    }

    func run() throws {
        let asked = words.joined(separator: " ")
        let results = try record.reading().search(asked, limit: limit)
        guard !results.isEmpty else {
            Lines.complain("nothing in \(record.path) has all of these words: \(asked)")
            throw ExitCode.failure
        }
        if json { try SearchLine.write(results) } else { write(results) }
    }

    private func write(_ results: SearchResults) {
        section("Incidents", results.incidents.map(telling))
        section("Reports", results.reports.map(document))
        section("Names", results.names.map { ["\($0.name)  (\($0.events) \($0.events == 1 ? "event" : "events"))"] })
    }

    private func section(_ title: String, _ entries: [[String]]) {
        guard !entries.isEmpty else { return }
        Lines.write(title)
        for line in entries.joined() { Lines.write("  " + line) }
        Lines.write("")
    }

    private func telling(_ found: SearchResults.Telling) -> [String] {
        let incident = found.incident
        let date = incident.date.map(Telling.dates) ?? "undated"
        return [
            "\(date)  \(incident.dyad.joined(separator: " → "))  \(incident.act) (\(incident.type.rawValue))  \(incident.id)",
            "    “\(found.sentence)”",
        ]
    }

    private func document(_ found: SearchResults.Document) -> [String] {
        let facts = [found.published.map { String($0.prefix(10)) }, found.outlet, found.title].compactMap(\.self)
        let line = "\(facts.joined(separator: "  "))  (report \(found.report.prefix(8)))"
        return [line] + [found.sentence.map { "    “\($0)”" }].compactMap(\.self)
    }
}
