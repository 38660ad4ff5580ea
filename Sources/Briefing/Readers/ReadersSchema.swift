internal import GRDB

/// The tables of the readers' file, in the order they came to be. Old migrations never change.
enum ReadersSchema {
    /// "DBRF".
    static let application: Int32 = 0x4442_5246

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            try db.execute(
                sql: """
                    CREATE TABLE setting (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) WITHOUT ROWID;
                    CREATE TABLE reader (
                        id TEXT PRIMARY KEY NOT NULL,
                        address BLOB,
                        lookup BLOB UNIQUE,
                        state TEXT NOT NULL CHECK (state IN ('pending', 'active', 'left', 'suppressed')),
                        pairs TEXT NOT NULL,
                        wording TEXT NOT NULL, origin TEXT NOT NULL,
                        asked REAL NOT NULL, confirmed REAL, ended REAL,
                        -- How often the letter that asks to confirm was sent, and when last.
                        invitations INTEGER NOT NULL DEFAULT 0, invited REAL,
                        confirming TEXT UNIQUE,
                        leaving TEXT NOT NULL UNIQUE,
                        returning TEXT NOT NULL UNIQUE
                    ) WITHOUT ROWID;
                    CREATE INDEX reader_by_state ON reader (state);
                    -- Who is not to be written to again unless he asks himself: a hash, and why.
                    CREATE TABLE suppression (
                        lookup BLOB PRIMARY KEY NOT NULL, reason TEXT NOT NULL, at REAL NOT NULL
                    ) WITHOUT ROWID;
                    CREATE TABLE issue (
                        id TEXT PRIMARY KEY NOT NULL, json TEXT NOT NULL, composed REAL NOT NULL, finished REAL
                    ) WITHOUT ROWID;
                    CREATE TABLE delivery (
                        issue TEXT NOT NULL REFERENCES issue(id),
                        reader TEXT NOT NULL REFERENCES reader(id) ON DELETE CASCADE,
                        state TEXT NOT NULL,
                        tries INTEGER NOT NULL DEFAULT 0,
                        -- The server's reply without its words, which may name the address: 550, 5.1.1.
                        reply INTEGER, status TEXT,
                        at REAL,
                        -- Of the run of the machine in which it was claimed.
                        boot TEXT,
                        PRIMARY KEY (issue, reader)
                    ) WITHOUT ROWID;
                    CREATE INDEX delivery_by_state ON delivery (issue, state, at);
                    CREATE TABLE returned (
                        reader TEXT NOT NULL REFERENCES reader(id) ON DELETE CASCADE,
                        issue TEXT NOT NULL, status TEXT NOT NULL, at REAL NOT NULL,
                        PRIMARY KEY (reader, issue)
                    ) WITHOUT ROWID;
                    """)
            try db.execute(sql: "PRAGMA application_id = \(application)")
        }
        return migrator
    }
}
