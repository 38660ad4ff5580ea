internal import Foundation
internal import GRDB
internal import Reading

/// Finds reports that repeat the words of others, so that an agency's text in twelve outlets is one account with twelve
/// carriers.
///
/// Reports are compared where some of the smallest hashes of their fingerprints agree. Copies of copies belong together, and
/// the first published of them is the origin of all, in whatever order they are read.
struct Copies {
    let db: Database

    /// Shorter texts may be alike by chance; in UTF-8 bytes.
    private static let shortest = 240
    private static let compared = 16

    static func create(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE fingerprint (
                    report TEXT PRIMARY KEY NOT NULL REFERENCES report(id) ON DELETE CASCADE,
                    bytes BLOB NOT NULL
                ) WITHOUT ROWID;
                CREATE TABLE fingerprint_hash (
                    hash INTEGER NOT NULL, report TEXT NOT NULL REFERENCES report(id) ON DELETE CASCADE,
                    PRIMARY KEY (hash, report)
                ) WITHOUT ROWID;
                CREATE INDEX fingerprint_hash_by_report ON fingerprint_hash (report);
                CREATE INDEX report_by_origin ON report (origin) WHERE origin IS NOT NULL;
                """)
    }

    /// - Returns: the reports that have another origin than before.
    func place(_ report: String, text: String) throws -> [String] {
        guard text.utf8.count >= Self.shortest else { return [] }
        let fingerprint = Fingerprint(text)
        let bytes = fingerprint.bytes
        let hashes = stride(from: 4, to: min(bytes.count, 4 * (Self.compared + 1)), by: 4).map { at in
            (0..<4).reduce(0) { $0 | Int(bytes[at + $1]) << ($1 * 8) }
        }
        let copies = try candidates(hashes).filter { Fingerprint(bytes: $0.bytes)?.isCopy(of: fingerprint) ?? false }
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO fingerprint (report, bytes) VALUES (?, ?)").execute(
            arguments: [report, Data(bytes)])
        let statement = try db.cachedStatement(sql: "INSERT OR IGNORE INTO fingerprint_hash (hash, report) VALUES (?, ?)")
        for hash in hashes { try statement.execute(arguments: [hash, report]) }
        return copies.isEmpty ? [] : try unite(copies.map(\.report) + [report])
    }

    private func candidates(_ hashes: [Int]) throws -> [(report: String, bytes: [UInt8])] {
        guard !hashes.isEmpty else { return [] }
        let list = hashes.map(String.init).joined(separator: ", ")
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT report, bytes FROM fingerprint
                WHERE report IN (SELECT report FROM fingerprint_hash WHERE hash IN (\(list)))
                """)
        return rows.map { ($0[0] as String, Array($0[1] as Data)) }
    }

    private func unite(_ reports: [String]) throws -> [String] {
        var members: [String: (published: String, origin: String)] = [:]
        let statement = try db.cachedStatement(
            sql: """
                WITH mine AS (SELECT coalesce(origin, id) AS origin FROM report WHERE id = ?)
                SELECT report.id, coalesce(published, '~'), coalesce(report.origin, report.id) FROM report, mine
                WHERE report.id = mine.origin OR report.origin = mine.origin
                """)
        for report in reports {
            for row in try Row.fetchAll(statement, arguments: [report]) { members[row[0]] = (row[1], row[2]) }
        }
        guard let first = members.min(by: { ($0.value.published, $0.key) < ($1.value.published, $1.key) })?.key else { return [] }
        let changed = members.filter { $0.value.origin != first }.keys.sorted()
        let update = try db.cachedStatement(sql: "UPDATE report SET origin = nullif(?1, ?2) WHERE id = ?2")
        for report in changed { try update.execute(arguments: [first, report]) }
        return changed
    }

    /// For records that were made before copies were known.
    func placeAll() throws -> [String] {
        var changed: Set<String> = []
        let reports = try String.fetchAll(db, sql: "SELECT DISTINCT report FROM event ORDER BY report")
        for report in reports {
            let text = try String.fetchOne(
                db.cachedStatement(sql: "SELECT text FROM report WHERE id = ?"), arguments: [report])
            changed.formUnion(try place(report, text: text ?? ""))
        }
        return changed.sorted()
    }
}
