internal import Coding
internal import Reading
internal import World

/// Incidents as comma-separated values (RFC 4180). The last line tells how many rows there are, so that a table that was
/// cut short is known: `# 120 rows`.
struct IncidentTable: IncidentWriter {
    func opening() -> String {
        Self.row([
            "incident", "start", "end", "actor", "recipient", "type", "quad", "act", "scale", "place", "place_state", "latitude",
            "longitude", "figures", "status", "contested", "events", "reports", "outlets", "urls", "sentence",
        ])
    }

    func text(of item: ExportedIncident) -> String? {
        let incident = item.incident
        return Self.row([
            incident.id, incident.date?.start.description ?? "", incident.date?.end.description ?? "", item.actor, item.recipient,
            incident.type.rawValue, incident.type.quad.rawValue, incident.act, String(item.scale), incident.place?.name ?? "",
            incident.place?.state ?? "", incident.place?.latitude.map { String($0) } ?? "",
            incident.place?.longitude.map { String($0) } ?? "", item.figures, incident.status.rawValue,
            incident.contested ? "yes" : "no", String(incident.events.count), String(incident.reports.count),
            item.outlets.joined(separator: "; "), item.sources.compactMap(\.url).joined(separator: " "), item.sentence,
        ])
    }

    func closing(count: Int) -> String { "# \(count) rows\r\n" }

    static func row(_ cells: [String]) -> String { cells.map(quoted).joined(separator: ",") + "\r\n" }

    /// Quoted where need be; a cell that a spreadsheet would take for a formula is kept from being one.
    private static func quoted(_ cell: String) -> String {
        let isFormula = cell.unicodeScalars.first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } == true
        let safe = isFormula && !isNumber(cell) ? "'" + cell : cell
        guard safe.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }

    private static func isNumber(_ cell: String) -> Bool {
        Double(cell) != nil && cell.utf8.allSatisfy { (48...57).contains($0) || $0 == 45 || $0 == 46 }
    }
}
