internal import GRDB

/// The tables by which reports, events and names are found by their words, kept up by triggers.
///
/// The words themselves are not stored a second time. `report_number` and `event_number` number what FTS5 knows by number
/// only.
enum SearchSchema {
    static func make(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE report_number (number INTEGER PRIMARY KEY, report TEXT NOT NULL UNIQUE);
                CREATE TABLE event_number (number INTEGER PRIMARY KEY, event TEXT NOT NULL UNIQUE);
                CREATE TABLE named (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, events INTEGER NOT NULL);
                CREATE VIRTUAL TABLE report_words USING fts5(title, text, content='', \(tokeniser));
                CREATE VIRTUAL TABLE event_words USING fts5(sentence, names, act, content='', \(tokeniser));
                CREATE VIRTUAL TABLE name_words USING fts5(name, content='', \(tokeniser));
                """)
        for (name, table, moment, body) in triggers {
            try db.execute(sql: "CREATE TRIGGER \(name) AFTER \(moment) ON \(table) BEGIN \(body) END")
        }
        // What the record held before.
        try db.execute(
            sql: """
                INSERT INTO report_number (report) SELECT id FROM report;
                INSERT INTO event_number (event) SELECT id FROM event;
                INSERT INTO named (name, events)
                    SELECT value, count(*) FROM (\(Name.allCases.map { "SELECT json ->> '\($0.rawValue)' AS value FROM event" }
                        .joined(separator: " UNION ALL ")))
                    WHERE value IS NOT NULL AND value != '' GROUP BY value;
                """)
        try fill(db)
    }

    /// Beginnings of words get an index of their own: to gather all words that begin with two letters took seconds.
    static func indexBeginnings(_ db: Database) throws {
        try db.execute(
            sql: """
                DROP TABLE report_words;
                DROP TABLE event_words;
                CREATE VIRTUAL TABLE report_words USING fts5(title, text, content='', prefix='2 3 4', \(tokeniser));
                CREATE VIRTUAL TABLE event_words USING fts5(sentence, names, act, content='', prefix='2 3 4', \(tokeniser));
                """)
        try fill(db)
    }

    private static func fill(_ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO report_words (rowid, title, text)
                    SELECT number, title, text FROM report_number JOIN report ON report.id = report_number.report;
                INSERT INTO event_words (rowid, sentence, names, act)
                    SELECT number, \(words("event")) FROM event_number JOIN event ON event.id = event_number.event;
                """)
    }

    private static let tokeniser = "tokenize='unicode61 remove_diacritics 2'"

    /// Where an event's JSON has names.
    private enum Name: String, CaseIterable {
        case actor = "$.actor.name"
        case recipient = "$.recipient.name"
        case speaker = "$.attribution.name"
        case place = "$.place.name"
    }

    /// The columns of `event_words`.
    private static func words(_ row: String) -> String {
        let names = Name.allCases.map { "coalesce(\(row).json ->> '\($0.rawValue)', '')" }.joined(separator: " || ' ' || ")
        return "\(row).json ->> '$.sentence.text', \(names), replace(\(row).act, '-', ' ')"
    }

    private static func names(_ row: String, change: Int) -> String {
        Name.allCases.map { name in
            """
            INSERT INTO named (name, events) SELECT value, \(max(0, change)) FROM (SELECT \(row).json ->> '\(name.rawValue)' AS value)
                WHERE value IS NOT NULL AND value != ''
                ON CONFLICT (name) DO UPDATE SET events = max(0, events + \(change));
            """
        }.joined(separator: "\n")
    }

    private static var triggers: [(name: String, table: String, moment: String, body: String)] {
        let reportIn = """
            INSERT INTO report_number (report) VALUES (new.id);
            INSERT INTO report_words (rowid, title, text)
                SELECT number, new.title, new.text FROM report_number WHERE report = new.id;
            """
        let reportOut = """
            INSERT INTO report_words (report_words, rowid, title, text)
                SELECT 'delete', number, old.title, old.text FROM report_number WHERE report = old.id;
            DELETE FROM report_number WHERE report = old.id;
            """
        let eventIn = """
            INSERT INTO event_number (event) VALUES (new.id);
            INSERT INTO event_words (rowid, sentence, names, act)
                SELECT number, \(words("new")) FROM event_number WHERE event = new.id;
            \(names("new", change: 1))
            """
        let eventOut = """
            INSERT INTO event_words (event_words, rowid, sentence, names, act)
                SELECT 'delete', number, \(words("old")) FROM event_number WHERE event = old.id;
            DELETE FROM event_number WHERE event = old.id;
            \(names("old", change: -1))
            """
        return [
            ("report_words_in", "report", "INSERT", reportIn),
            ("report_words_out", "report", "DELETE", reportOut),
            ("report_words_anew", "report", "UPDATE OF id, title, text", reportOut + reportIn),
            ("event_words_in", "event", "INSERT", eventIn),
            ("event_words_out", "event", "DELETE", eventOut),
            ("event_words_anew", "event", "UPDATE OF id, act, json", eventOut + eventIn),
            ("name_words_in", "named", "INSERT", "INSERT INTO name_words (rowid, name) VALUES (new.number, new.name);"),
        ]
    }
}
