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

    private static func row(_ cells: [String]) -> String { CSV.line(cells) + "\r\n" }
}
