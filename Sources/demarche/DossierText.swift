import Coding
import Foundation
import Record
import World

/// A dossier as a table for a terminal.
struct DossierText {
    let dossier: Dossier
    let names: [String]
    let evidence: Bool

    func write() {
        let title = names.count == 2 ? names.joined(separator: " and ") : "\(names[0]) and others"
        Lines.write("\(title): \(dossier.entries.count) incidents")
        guard !dossier.entries.isEmpty else {
            Lines.write("The record tells of nothing of them; `demarche read` reports of theirs first.")
            return
        }
        let isPlain = isatty(STDOUT_FILENO) != 1
        func dim(_ text: String) -> String { isPlain ? text : "\u{1B}[2m\(text)\u{1B}[0m" }
        Lines.write("")
        for entry in dossier.entries {
            let incident = entry.incident
            let date = pad(incident.date.map(Telling.dates) ?? "undated", 23)
            let who = pad("\(incident.dyad[0]) → \(incident.dyad[1])", 10)
            var line = "\(date)\(who)  \(pad(incident.act, 24)) \(pad(incident.type.rawValue, 10))"
            line += details(entry)
            Lines.write(String(line.reversed().drop { $0 == " " }.reversed()))
            guard evidence else { continue }
            for event in entry.events {
                Lines.write(dim("      “\(event.sentence.text)”"))
                Lines.write(dim("        \(source(event, entry))"))
            }
        }
    }

    private func details(_ entry: Dossier.Entry) -> String {
        let incident = entry.incident
        var parts: [String] = []
        if let place = incident.place { parts.append(place.name) }
        let figures = Telling.figures(incident)
        if !figures.isEmpty { parts.append(figures) }
        if incident.status != .happened { parts.append(incident.status.rawValue) }
        if incident.contested { parts.append("contested") }
        parts.append(incident.reports.count == 1 ? "1 report" : "\(incident.reports.count) reports")
        return parts.joined(separator: " · ")
    }

    private func source(_ event: Event, _ entry: Dossier.Entry) -> String {
        let speaker = event.attribution.map { ", according to \($0.actor.name ?? $0.text)" } ?? ""
        return "\(entry.outlets[event.report] ?? event.report)\(speaker) (report \(event.report.prefix(8)))"
    }

    private func pad(_ text: String, _ width: Int) -> String {
        text.count >= width ? text : text + String(repeating: " ", count: width - text.count)
    }
}
