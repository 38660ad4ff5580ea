import Foundation
import GRDB

/// What a record's file holds after its writer was killed.
struct Integrity {
    let verdict: String
    let reportsWithoutSentences: Int
    let eventsOutsideIncidents: Int

    init(path: String) throws {
        (verdict, reportsWithoutSentences, eventsOutsideIncidents) = try DatabaseQueue(path: path).read { db in
            let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master WHERE name = 'incident'") ?? 0
            let verdict = try String.fetchOne(db, sql: "PRAGMA integrity_check") ?? ""
            guard tables > 0 else { return (verdict, 0, 0) }
            let bare = try Int.fetchOne(
                db, sql: "SELECT count(*) FROM report WHERE NOT EXISTS (SELECT 1 FROM sentence WHERE sentence.report = report.id)"
            )
            let loose = try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM event WHERE NOT EXISTS (
                        SELECT 1 FROM incident, json_each(incident.events) WHERE json_each.value = event.id)
                    """)
            return (verdict, bare ?? 0, loose ?? 0)
        }
    }
}
