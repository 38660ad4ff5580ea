internal import Coding
internal import Foundation
internal import GRDB

/// The table of mentions: every event that stands, with the founder it is placed with.
enum Mentions {
    static func insert(_ mention: Mention, _ db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO mention (event, report, sentence, pair, type, act, actor, recipient, status, speaker, vagueness,
                    day_from, day_until, words, target, place, figures, part)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,
                    (SELECT part FROM event WHERE id = ?1))
                """
        ).execute(arguments: [
            mention.event, mention.report, mention.sentence, mention.pair, mention.type, mention.act, mention.actor,
            mention.recipient, mention.status.rawValue, mention.speaker, mention.vagueness, mention.from, mention.until,
            mention.words.bytes, mention.target.bytes, mention.place.bytes, mention.figures.bytes,
        ])
    }

    static func delete(_ event: String, _ db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM mention WHERE event = ?").execute(arguments: [event])
    }

    static func place(_ event: String, with founder: String, _ db: Database) throws {
        try db.cachedStatement(sql: "UPDATE mention SET founder = ? WHERE event = ?").execute(arguments: [founder, event])
    }

    static func find(_ event: String, _ db: Database) throws -> (Mention, founder: String?)? {
        try fetch("event = ?", [event], db).first
    }

    static func members(of founder: String, _ db: Database) throws -> [(Mention, founder: String?)] {
        try fetch("founder = ?", [founder], db)
    }

    /// Mentions of the same pair and type that may have happened in the same days. The few of vague dates, which begin long
    /// before, have an index of their own, so that nobody goes through all that happened since.
    static func near(_ mention: Mention, foundersOnly: Bool = false, _ db: Database) throws -> [(Mention, founder: String?)] {
        try fetch(
            """
            event IN (
                SELECT event FROM mention WHERE pair = ?1 AND type = ?2
                    AND day_from BETWEEN ?3 - \(Mention.lateness) AND ?4 AND day_until >= ?3
                UNION ALL
                SELECT event FROM mention WHERE \(isLong) AND pair = ?1 AND type = ?2
                    AND day_from BETWEEN ?3 - \(Mention.longest) AND ?3 - \(Mention.lateness + 1) AND day_until >= ?3)
            """ + (foundersOnly ? " AND founder = event" : ""),
            [mention.pair, mention.type, mention.from - Likeness.slack, mention.until + Likeness.slack], db)
    }

    static func indexLong(_ db: Database) throws {
        try db.execute(
            sql: "CREATE INDEX long_mention_by_days ON mention (pair, type, day_from, day_until) WHERE \(isLong)")
    }

    private static let isLong = "day_until - day_from > \(Mention.lateness)"

    private static func fetch(_ condition: String, _ arguments: StatementArguments, _ db: Database) throws -> [(
        Mention, founder: String?
    )] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT event, report, sentence, pair, type, act, actor, recipient, status, speaker, vagueness, day_from, day_until,
                    words, target, place, figures, founder
                FROM mention WHERE \(condition)
                """)
        let rows = try Row.fetchCursor(statement, arguments: arguments)
        var found: [(Mention, founder: String?)] = []
        while let row = try rows.next() { found.append((Mention(row), row[17])) }
        return found
    }
}

extension Mention {
    fileprivate init(_ row: Row) {
        (event, report, sentence) = (row[0], row[1], row[2])
        (pair, type, act, actor, recipient) = (row[3], row[4], row[5], row[6], row[7])
        status = Event.Status(rawValue: row[8]) ?? .happened
        (speaker, vagueness, from, until) = (row[9], row[10], row[11], row[12])
        words = WordSet(bytes: row[13])
        target = WordSet(bytes: row[14])
        place = WordSet(bytes: row[15])
        figures = WordSet(bytes: row[16])
    }
}
