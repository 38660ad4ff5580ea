internal import Coding
internal import Foundation
internal import GRDB

extension Record {
    /// Hands on the incidents of a selection in the order of their dates, undated ones last, each with its events and
    /// where these were published: one at a time, all as they stood at one moment.
    func forEachExported(_ selection: Selection, _ body: (ExportedIncident) throws -> Void) throws {
        do {
            try database.read { db in
                let (condition, arguments) = selection.condition
                let ids = try String.fetchAll(
                    db, sql: "SELECT id FROM incident WHERE \(condition) ORDER BY start IS NULL, start, end, id",
                    arguments: arguments)
                for id in ids {
                    guard let incident = try Self.exported(id, db) else { continue }
                    try body(incident)
                }
            }
        } catch let error as DatabaseError {
            throw RecordError(path, error)
        }
    }

    private static func exported(_ id: String, _ db: Database) throws -> ExportedIncident? {
        guard let incident = try Incidents.find(id, db) else { return nil }
        let decoder = JSONDecoder()
        let events = try db.cachedStatement(sql: "SELECT json FROM event WHERE id = ?")
        let reports = try db.cachedStatement(sql: "SELECT id, outlet, url, title, published FROM report WHERE id = ?")
        return ExportedIncident(
            incident: incident,
            events: try incident.events.compactMap { try String.fetchOne(events, arguments: [$0]) }
                .map { try decoder.decode(Event.self, from: Data($0.utf8)) },
            sources: try incident.reports.compactMap { try Row.fetchOne(reports, arguments: [$0]) }.map { row in
                ExportedIncident.Source(
                    report: row["id"], outlet: row["outlet"], url: row["url"], title: row["title"], published: row["published"])
            }
            .sorted { ($0.published ?? "9999", $0.report) < ($1.published ?? "9999", $1.report) })
    }
}
