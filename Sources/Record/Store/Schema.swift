internal import GRDB

/// The tables of a record, and the steps from one version of them to the next.
enum Schema {
    /// "Dema": marks an SQLite file as a record.
    static let application: Int32 = 0x4465_6D61

    static var migrator: DatabaseMigrator {
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
        migrator.registerMigration("search", migrate: SearchSchema.make)
        migrator.registerMigration("views", migrate: Views.make)
        return migrator
    }
}
