import GRDB

/// Makes a record many times as large: what was read is told again in the years that follow, under other names.
///
/// To read a million events takes the better part of an hour, to copy them a few minutes; what the tables hold is alike.
struct Retelling {
    private let database: DatabaseQueue

    init(of path: String) throws {
        var configuration = Configuration()
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA synchronous = OFF")
            try db.execute(sql: "PRAGMA cache_size = -400000")
        }
        database = try DatabaseQueue(path: path, configuration: configuration)
    }

    func times(_ count: Int) throws {
        let days = try database.read { db in
            try Int.fetchOne(db, sql: "SELECT julianday(max(published)) - julianday(min(published)) + 1 FROM report") ?? 0
        }
        try database.write { db in
            // To sort an index once is much quicker than to put a million rows into it one by one.
            let indexes = try Row.fetchAll(
                db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
            for index in indexes { try db.execute(sql: "DROP INDEX \(index["name"] as String)") }
            for sql in Self.copies {
                for number in 1..<count {
                    // A letter at the end of each identity: it then lies beside the one it is of, as scattered as they are.
                    let mark = String(UnicodeScalar(UInt8(96 + number)))
                    try db.execute(sql: sql, arguments: ["mark": mark, "days": number * days])
                }
            }
            for index in indexes { try db.execute(sql: index["sql"]) }
        }
    }

    /// Identities that were read have 17 letters.
    private static let copies = [
        """
        INSERT INTO report (id, outlet, published, text)
            SELECT id || :mark, outlet, date(published, '+' || :days || ' days'), text FROM report WHERE length(id) = 17
        """,
        """
        INSERT INTO sentence SELECT report || :mark, number, start, end, text FROM sentence WHERE length(report) = 17 AND :days
        """,
        """
        INSERT INTO event (id, report, sentence, actor, recipient, type, act, start, end, pair, json)
            SELECT id || :mark, report || :mark, sentence, actor, recipient, type, act, \(moved("start")), \(moved("end")), pair,
                json_set(json, '$.event', id || :mark, '$.report', report || :mark, '$.date.start', \(moved("start")),
                    '$.date.end', \(moved("end")))
            FROM event WHERE length(id) = 17
        """,
        """
        INSERT INTO mention SELECT event || :mark, report || :mark, sentence, pair, type, act, actor, recipient, status, speaker,
                vagueness, day_from + :days, day_until + :days, words, target, place, figures, founder || :mark, part,
                incident || :mark
            FROM mention WHERE length(event) = 17
        """,
        """
        INSERT INTO incident
            SELECT id || :mark, actor, recipient, type, act, \(moved("start")), \(moved("end")), date_text, pair, place, place_state,
                latitude, longitude, status, contested, confidence, \(marked("events")), \(marked("reports")),
                \(marked("origins")), accounts
            FROM incident WHERE length(id) = 17
        """,
        """
        INSERT INTO fingerprint SELECT report || :mark, bytes FROM fingerprint WHERE length(report) = 17 AND :days
        """,
        """
        INSERT INTO fingerprint_hash
            SELECT (hash + 7919 * :days) & 0xFFFFFFFF, report || :mark FROM fingerprint_hash WHERE length(report) = 17
        """,
    ]

    private static func moved(_ day: String) -> String { "date(\(day), '+' || :days || ' days')" }

    /// A list of identities.
    private static func marked(_ list: String) -> String {
        "replace(replace(\(list), '\",', :mark || '\",'), '\"]', :mark || '\"]')"
    }
}
