package import Coding
package import Reading
internal import Foundation
internal import GRDB

extension Record {
    /// What taking in a coded shard came to.
    package struct Import: Sendable {
        package var added = 0
        package var known = 0
        package var events = 0

        package init() {}
    }

    /// Takes in reports that were coded elsewhere, all of a shard in one transaction.
    ///
    /// Shards may be taken in any order and grouping, and again: the record holds the same in the end. Where two differ in a
    /// report of one identity (a page fetched twice tells two dates), the one stays that comes first in the order of its
    /// JSON, whichever was taken in first.
    package func add(_ readings: [(report: Report, reading: Coder.Reading)]) throws(RecordError) -> Import {
        try writing { db in
            var result = Import()
            var intake = Intake(db, rules: rules)
            for (report, reading) in readings {
                if let stored = try Self.stored(report.id, db) {
                    guard try Self.order(report, reading.events) < stored else {
                        result.known += 1
                        continue
                    }
                    try Self.remove(report.id, &intake)
                    _ = try Self.insert(report, reading, &intake)
                    result.known += 1
                } else if case .added(let events) = try Self.insert(report, reading, &intake) {
                    result.added += 1
                    result.events += events
                }
            }
            try intake.finish()
            return result
        }
    }

    /// What two reports of one identity are ordered by.
    private static func order(_ report: Report, _ events: [Event]) throws -> String {
        let told = try events.map { try json($0) }.sorted().joined(separator: "\n")
        return try (report.published ?? "~") + "\n" + json(report) + "\n" + told
    }

    private static func stored(_ id: String, _ db: Database) throws -> String? {
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM report WHERE id = ?", arguments: [id]) else { return nil }
        let report = Report(
            id: row["id"], url: row["url"], outlet: row["outlet"], title: row["title"], byline: row["byline"],
            published: row["published"], language: row["language"], text: row["text"])
        let events = try String.fetchAll(db, sql: "SELECT json FROM event WHERE report = ?", arguments: [id])
        return try order(report, events.map { try JSONDecoder().decode(Event.self, from: Data($0.utf8)) })
    }

    private static func remove(_ id: String, _ intake: inout Intake) throws {
        try intake.delete(String.fetchAll(intake.db, sql: "SELECT id FROM event WHERE report = ?", arguments: [id]))
        try intake.db.execute(sql: "DELETE FROM sentence WHERE report = ?", arguments: [id])
        try intake.db.execute(sql: "DELETE FROM report WHERE id = ?", arguments: [id])
    }
}
