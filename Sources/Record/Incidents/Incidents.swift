internal import Coding
internal import Foundation
internal import GRDB
internal import Reading
internal import World

/// The table of incidents. Columns, not one JSON text: a dossier of ten thousand is read in a fraction of a second, and
/// others read it in SQL.
enum Incidents {
    static let columns = """
        id, actor, recipient, type, act, start, end, date_text, place, place_state, latitude, longitude, status, contested,
        confidence, events, reports, origins, accounts
        """

    static func write(_ incident: Incident, _ db: Database) throws {
        let recipient = incident.dyad.count > 1 ? incident.dyad[1] : ""
        try db.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO incident (\(columns), pair)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            incident.id, incident.dyad.first ?? "", recipient, incident.type.rawValue, incident.act,
            incident.date?.start.description, incident.date?.end.description, incident.date?.text, incident.place?.name,
            incident.place?.state, incident.place?.latitude, incident.place?.longitude, incident.status.rawValue,
            incident.contested, incident.confidence, try Record.json(incident.events), try Record.json(incident.reports),
            try Record.json(incident.origins), try Record.json(incident.accounts),
            Record.pair(incident.dyad.first ?? "", recipient),
        ])
    }

    static func find(_ id: String, _ db: Database) throws -> Incident? {
        try fetch("SELECT \(columns) FROM incident WHERE id = ?", [id], db).first
    }

    static func fetch(_ sql: String, _ arguments: StatementArguments, _ db: Database) throws -> [Incident] {
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
        var incidents: [Incident] = []
        while let row = try rows.next() { incidents.append(incident(row)) }
        return incidents
    }

    private static func incident(_ row: Row) -> Incident {
        let start: String? = row[5]
        let end: String? = row[6]
        let date = start.flatMap { Day($0) }.flatMap { first in
            end.flatMap { Day($0) }.map { Event.Dating(start: first, end: $0, text: row[7]) }
        }
        let place: String? = row[8]
        return Incident(
            id: row[0], dyad: [row[1], row[2]], type: EventType(rawValue: row[3]) ?? .consult, act: row[4], date: date,
            place: place.map { Place(name: $0, state: row[9], latitude: row[10], longitude: row[11]) },
            events: list(row[15]), reports: list(row[16]), origins: list(row[17]), contested: row[13],
            status: Event.Status(rawValue: row[12]) ?? .happened, confidence: row[14],
            keptAccounts: .json(row[18]))
    }

    /// A JSON array of identities; most hold no mark that JSON escapes, and are split faster than decoded.
    private static func list(_ json: String) -> [String] {
        guard json.utf8.count > 2 else { return [] }
        guard !json.utf8.contains(UInt8(ascii: "\\")) else {
            return (try? JSONDecoder().decode([String].self, from: Data(json.utf8))) ?? []
        }
        return json.utf8.split(separator: UInt8(ascii: "\"")).enumerated().compactMap { index, part in
            index % 2 == 1 ? String(part) : nil
        }
    }
}
