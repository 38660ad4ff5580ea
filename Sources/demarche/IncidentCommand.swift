import ArgumentParser
import Coding
import Foundation
import Reading
import Record
import World

struct IncidentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "incident",
        abstract: "One incident: its competing accounts, who tells them where, and what led to it.",
        discussion: """
            An identity that another incident took up leads there; the beginning of one is enough where it is plain.

              demarche incident i6fa5f78
              demarche incident i6fa5f78 --json
            """)

    @Argument(help: "The incident's identity, as `demarche incidents` gives it.")
    var id: String

    @Flag(help: "JSON in place of text.")
    var json = false

    @OptionGroup var record: RecordOption

    private struct Whole: Encodable {
        let incident: Incident
        let outlets: [String: Outlets.Outlet]
        let answers: [Record.Answer]
        let answeredBy: [Record.Answer]
        let causes: [String]
    }

    func run() throws {
        let record = try record.reading()
        guard let incident = try record.incident(id) else {
            Lines.complain("no incident “\(id)”, or several, in \(record.path); `demarche incidents` tells the identities")
            throw ExitCode.failure
        }
        let outlets = try record.outlets(ofReports: incident.reports, known: .standard())
        let (given, received) = try record.answers(of: incident)
        let causes = try record.causes(of: incident)
        if json {
            try Lines.json(
                Whole(
                    incident: incident, outlets: outlets, answers: given, answeredBy: received,
                    causes: causes.map(\.incident.id)))
            return
        }
        Lines.write("\(incident.id)  \(Telling.line(incident))")
        Lines.write(
            "\(count(incident.reports.count, "report")) of \(count(incident.origins.count, "independent origin")), "
                + "confidence \(incident.confidence)")
        if !incident.accounts.isEmpty { Lines.write("\nAccounts") }
        for account in incident.accounts { Lines.write("  " + Telling.account(account, outlets)) }
        Lines.write("\nSentences")
        for event in try record.events(withIDs: incident.events) {
            Lines.write("  \(event.id)  “\(event.sentence.text)”")
            Lines.write("      \(outlets[event.report].map(Telling.outlet) ?? event.report)")
        }
        if !causes.isEmpty { Lines.write("\nWhat led to it") }
        for (cause, answer) in causes { Lines.write("  \(cause.id)  \(Telling.line(cause)) (“\(answer.cue)”)") }
        if !received.isEmpty { Lines.write("\nWhat answered it") }
        for answer in received {
            if let other = try record.incident(answer.incident) { Lines.write("  \(other.id)  \(Telling.line(other))") }
        }
    }

    private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
