import ArgumentParser
import Coding
import Foundation
import Reading
import Record

/// Events in, incidents out, without a record.
struct IncidentsMerge: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Events in, incidents out: JSON lines, without a record.",
        discussion: """
            Reads events (JSON lines on standard input, as `demarche code` writes them) and merges those that tell of the same
            thing done once. In whatever order they come, the incidents are the same.

              demarche code < reports.jsonl | demarche merge --reports reports.jsonl
            """)

    @Option(help: "The events' reports (JSON lines): their days of publication date what is told without a date.")
    var reports: String?

    @Flag(help: "In place of incidents, every two events that may be one with what is weighed of them.")
    var pairs = false

    func run() throws {
        var known: [String: Report] = [:]
        if let reports {
            try Inbox(sources: [reports], published: nil, outlet: nil).forEach { known[$0.id] = $0 }
        }
        var events: [String: [Event]] = [:]
        let decoder = JSONDecoder()
        var number = 0
        while let line = readLine() {
            number += 1
            guard !line.isEmpty else { continue }
            do {
                let event = try decoder.decode(Event.self, from: Data(line.utf8))
                events[event.report, default: []].append(event)
            } catch {
                throw ValidationError("standard input, line \(number): is no event; give what `demarche code` writes")
            }
        }
        if pairs {
            for pair in try LikenessPair.all(among: events, reports: known) { try Lines.json(pair) }
            return
        }
        for incident in try Record.merged(events, reports: known) { try Lines.json(incident) }
    }
}
