internal import Reading
internal import Coding
internal import Record
internal import World

extension Listing {
    /// Incidents as a list.
    init(_ rows: [IncidentRow], title: String, words: Words) {
        self.init(
            title: title,
            columns: [
                "incident", "start", "end", "actor", "recipient", "type", "act", "status", "contested", "place", "latitude",
                "longitude", "figures", "confidence", "reports", "origins", "sentence", "outlet",
            ],
            rows: rows.map { row in
                let incident = row.incident
                return [
                    incident.id, incident.date?.start.description ?? "", incident.date?.end.description ?? "", row.actor,
                    row.recipient, incident.type.rawValue, incident.act, incident.status.rawValue,
                    incident.contested ? "yes" : "no", incident.place?.name ?? "",
                    incident.place?.latitude.map { String($0) } ?? "", incident.place?.longitude.map { String($0) } ?? "",
                    incident.figures(words), String(incident.confidence), String(incident.reports.count),
                    String(incident.origins.count), row.sentence ?? "", row.outlet ?? "",
                ]
            },
            entries: rows.map { row in
                Entry(
                    id: row.incident.id,
                    title: "\(words.party(row.actor)) → \(words.party(row.recipient)): \(words.act(row.incident.act))",
                    summary: [row.sentence.map { "“\($0)”" }, row.outlet].compactMap(\.self).joined(separator: " — "),
                    address: Address("incidents", row.incident.id), first: row.incident.date?.start,
                    last: row.incident.date?.end, updated: nil)
            })
    }
}
