import Coding
import Reading
import Record
import World

/// A dossier as comma-separated values (RFC 4180), a row an incident.
struct DossierTable {
    let dossier: Dossier

    func write() {
        Lines.write(
            CSV.line([
                "incident", "start", "end", "actor", "recipient", "type", "act", "place", "figures", "status", "contested",
                "reports",
                "sentence",
            ]))
        for entry in dossier.entries {
            let incident = entry.incident
            Lines.write(
                CSV.line([
                    incident.id, incident.date?.start.description ?? "", incident.date?.end.description ?? "", incident.dyad[0],
                    incident.dyad[1], incident.type.rawValue, incident.act, incident.place?.name ?? "", Telling.figures(incident),
                    incident.status.rawValue, incident.contested ? "yes" : "no", String(incident.reports.count),
                    entry.events.first?.sentence.text ?? "",
                ]))
        }
    }
}
