import Coding
import Record
import World

/// A dossier as a document in Markdown.
struct DossierMarkdown {
    let dossier: Dossier
    let names: [String]
    let evidence: Bool

    func write() {
        Lines.write("# \(names.count == 2 ? names.joined(separator: " and ") : names[0] + " and others")\n")
        Lines.write("| Date | Who | What | Type | Where | Figures | Status | Reports |")
        Lines.write("|---|---|---|---|---|---|---|---|")
        for entry in dossier.entries {
            let incident = entry.incident
            let cells = [
                incident.date.map(Telling.dates) ?? "undated", incident.dyad.joined(separator: " → "), incident.act,
                incident.type.rawValue, incident.place?.name ?? "", Telling.figures(incident),
                incident.status.rawValue + (incident.contested ? ", contested" : ""), String(incident.reports.count),
            ]
            Lines.write("| " + cells.map(escaped).joined(separator: " | ") + " |")
        }
        guard evidence else { return }
        for entry in dossier.entries {
            Lines.write(
                "\n## \(entry.incident.date.map(Telling.dates) ?? "undated"): \(entry.incident.dyad.joined(separator: " → ")), \(entry.incident.act)\n"
            )
            for event in entry.events {
                let speaker = event.attribution.map { ", according to \($0.actor.name ?? $0.text)" } ?? ""
                Lines.write(
                    "> \(escaped(event.sentence.text))\n>\n> — \(escaped(entry.outlets[event.report] ?? event.report))\(escaped(speaker))\n"
                )
            }
        }
    }

    /// Text of reports may hold marks that Markdown, or the HTML it becomes, would act on.
    private func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            if "\\|*_`[]<>#&".contains(character) { escaped.append("\\") }
            escaped.append(character.isNewline ? " " : character)
        }
        return escaped
    }
}
