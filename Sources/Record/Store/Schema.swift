internal import GRDB

/// The tables of a record, and the steps from one version of them to the next.
enum Schema {
    /// "Dema": marks an SQLite file as a record.
    static let application: Int32 = 0x4465_6D61

    /// - Parameter rules: by which what older versions merged is merged anew.
    static func migrator(_ rules: Rules) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 reports, events, incidents") { db in
            try db.execute(
                sql: """
                    CREATE TABLE report (
                        id TEXT PRIMARY KEY NOT NULL,
                        url TEXT, outlet TEXT, title TEXT, byline TEXT,
                        published TEXT, language TEXT,
                        text TEXT NOT NULL
                    ) WITHOUT ROWID;
                    CREATE TABLE sentence (
                        report TEXT NOT NULL REFERENCES report(id),
                        number INTEGER NOT NULL,
                        start INTEGER NOT NULL, end INTEGER NOT NULL,
                        text TEXT NOT NULL,
                        PRIMARY KEY (report, number)
                    ) WITHOUT ROWID;
                    CREATE TABLE event (
                        id TEXT PRIMARY KEY NOT NULL,
                        report TEXT NOT NULL REFERENCES report(id),
                        sentence INTEGER NOT NULL,
                        actor TEXT NOT NULL, recipient TEXT NOT NULL,
                        type TEXT NOT NULL, act TEXT NOT NULL,
                        start TEXT, end TEXT,
                        pair TEXT NOT NULL,
                        json TEXT NOT NULL
                    ) WITHOUT ROWID;
                    CREATE INDEX event_by_report ON event (report, sentence);
                    CREATE INDEX event_by_pair ON event (pair, type);
                    CREATE TABLE incident (
                        id TEXT PRIMARY KEY NOT NULL,
                        actor TEXT NOT NULL, recipient TEXT NOT NULL,
                        type TEXT NOT NULL, act TEXT NOT NULL,
                        start TEXT, end TEXT,
                        pair TEXT NOT NULL,
                        json TEXT NOT NULL
                    ) WITHOUT ROWID;
                    CREATE INDEX incident_by_pair ON incident (pair, type);
                    CREATE INDEX incident_by_date ON incident (start);
                    """)
            try db.execute(sql: "PRAGMA application_id = \(application)")
        }
        migrator.registerMigration("2 mentions, accounts, corrections") { db in
            try db.execute(sql: second)
            var intake = Intake(db, rules: rules)
            try intake.mergeAnew()
        }
        FeedSchema.register(in: &migrator)
        migrator.registerMigration("archives", migrate: Record.createArchives)
        migrator.registerMigration("search", migrate: SearchSchema.make)
        migrator.registerMigration("views", migrate: Views.make)
        migrator.registerMigration("copies of texts") { db in
            try Copies.create(db)
            var intake = Intake(db, rules: rules)
            try intake.recount(Copies(db: db).placeAll())
            try intake.finish()
        }
        migrator.registerMigration("beginnings of words", migrate: SearchSchema.indexBeginnings)
        migrator.registerMigration("windows of a large record") { db in try db.execute(sql: windows) }
        migrator.registerMigration("mentions of vague dates", migrate: Mentions.indexLong)
        return migrator
    }

    /// What lists go through stands in an index, so that a window of them reads little else, however much there is.
    private static let windows = """
        DROP INDEX incident_by_pair;
        CREATE INDEX incident_by_pair ON incident (pair, start, id, end, type, status, contested);
        CREATE INDEX incident_by_end ON incident (end);
        CREATE INDEX incident_by_act ON incident (act, end);
        CREATE INDEX report_by_outlet ON report (outlet, published, url);
        CREATE INDEX report_by_day ON report (coalesce(published, ''), id);
        """

    /// - `report.origin`: the first report whose words it repeats, where it repeats any.
    /// - `event.standing`: confirmed, rejected or recoded by a person; `event.coded`: as the coder had it, where recoded;
    ///   `event.part`: the number of the group that a person split off with it.
    /// - `mention`: what of each standing event is compared; `founder` is the event it was placed with, `part` that of
    ///   the event, `incident` where it is told.
    /// - `telling`: figures that a report tells beside its events. `answer`: events that answer others.
    /// - `bond`: events that a person found to tell of one incident.
    /// - `correction`: what people corrected, in order; nothing is ever taken out of it.
    /// - `redirect`: identities that incidents once had, with the event that tells which incident is meant.
    private static let second = """
        ALTER TABLE report ADD COLUMN origin TEXT;
        ALTER TABLE event ADD COLUMN standing TEXT;
        ALTER TABLE event ADD COLUMN coded TEXT;
        ALTER TABLE event ADD COLUMN part INTEGER;
        CREATE TABLE mention (
            event TEXT PRIMARY KEY NOT NULL REFERENCES event(id),
            report TEXT NOT NULL, sentence INTEGER NOT NULL,
            pair TEXT NOT NULL, type TEXT NOT NULL, act TEXT NOT NULL,
            actor TEXT NOT NULL, recipient TEXT NOT NULL,
            status TEXT NOT NULL, speaker TEXT NOT NULL,
            vagueness INTEGER NOT NULL, day_from INTEGER NOT NULL, day_until INTEGER NOT NULL,
            words BLOB NOT NULL, target BLOB NOT NULL, place BLOB NOT NULL, figures BLOB NOT NULL,
            founder TEXT, part INTEGER, incident TEXT
        ) WITHOUT ROWID;
        CREATE INDEX mention_by_days ON mention (pair, type, day_from, day_until);
        CREATE INDEX mention_by_founder ON mention (founder);
        CREATE INDEX mention_by_report ON mention (report);
        CREATE INDEX mention_by_incident ON mention (incident);
        CREATE INDEX mention_by_part ON mention (part) WHERE part IS NOT NULL;
        CREATE TABLE telling (
            event TEXT NOT NULL REFERENCES event(id) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            figure TEXT NOT NULL, attribution TEXT,
            PRIMARY KEY (event, number)
        ) WITHOUT ROWID;
        CREATE TABLE answer (
            event TEXT NOT NULL REFERENCES event(id) ON DELETE CASCADE,
            answered TEXT NOT NULL REFERENCES event(id) ON DELETE CASCADE,
            cue TEXT NOT NULL,
            PRIMARY KEY (event, answered)
        ) WITHOUT ROWID;
        CREATE INDEX answer_by_answered ON answer (answered);
        CREATE TABLE bond (
            one TEXT NOT NULL, other TEXT NOT NULL, correction INTEGER NOT NULL,
            PRIMARY KEY (one, other)
        ) WITHOUT ROWID;
        CREATE INDEX bond_by_other ON bond (other);
        CREATE TABLE correction (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            time TEXT NOT NULL, author TEXT NOT NULL, reason TEXT NOT NULL,
            kind TEXT NOT NULL, subject TEXT NOT NULL, detail TEXT NOT NULL
        );
        CREATE TABLE redirect (
            incident TEXT PRIMARY KEY NOT NULL, event TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX redirect_by_event ON redirect (event);
        DROP TABLE incident;
        CREATE TABLE incident (
            id TEXT PRIMARY KEY NOT NULL,
            actor TEXT NOT NULL, recipient TEXT NOT NULL,
            type TEXT NOT NULL, act TEXT NOT NULL,
            start TEXT, end TEXT, date_text TEXT,
            pair TEXT NOT NULL,
            place TEXT, place_state TEXT, latitude REAL, longitude REAL,
            status TEXT NOT NULL, contested INTEGER NOT NULL, confidence REAL NOT NULL,
            events TEXT NOT NULL, reports TEXT NOT NULL, origins TEXT NOT NULL, accounts TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX incident_by_pair ON incident (pair, end);
        CREATE INDEX incident_by_date ON incident (start);
        CREATE INDEX incident_by_actor ON incident (actor);
        CREATE INDEX incident_by_recipient ON incident (recipient);
        """
}
