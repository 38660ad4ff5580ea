import Coding
import Reading
import Record
import World

/// A dossier as comma-separated values (RFC 4180), a row an incident.
struct DossierTable {
    let dossier: Dossier

    func write() {
        put([
            "incident", "start", "end", "actor", "recipient", "type", "act", "place", "figures", "status", "contested", "reports",
            "sentence",
        ])
        for entry in dossier.entries {
            let incident = entry.incident
            put([
                incident.id, incident.date?.start.description ?? "", incident.date?.end.description ?? "", incident.dyad[0],
                incident.dyad[1], incident.type.rawValue, incident.act, incident.place?.name ?? "", Telling.figures(incident),
                incident.status.rawValue, incident.contested ? "yes" : "no", String(incident.reports.count),
                entry.events.first?.sentence.text ?? "",
            ])
        }
    }

    private func put(_ cells: [String]) {
        Lines.write(cells.map(quoted).joined(separator: ","))
    }

    /// Quoted where need be; a cell that a spreadsheet would take for a formula is kept from being one.
    private func quoted(_ cell: String) -> String {
        let safe = cell.first.map { "=+-@\t\r".contains($0) } == true ? "'" + cell : cell
        guard safe.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}
