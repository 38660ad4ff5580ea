internal import GRDB

/// The tables of feeds, of what has been seen of them, and of the pages kept.
enum FeedSchema {
    static func register(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration("feeds, copies") { db in
            try db.execute(
                sql: """
                    CREATE TABLE feed (
                        address TEXT PRIMARY KEY NOT NULL,
                        title TEXT,
                        added INTEGER NOT NULL,
                        etag TEXT, modified TEXT,
                        checked INTEGER, due INTEGER NOT NULL,
                        failures INTEGER NOT NULL DEFAULT 0, error TEXT,
                        reports INTEGER NOT NULL DEFAULT 0
                    ) WITHOUT ROWID;
                    CREATE TABLE feed_item (
                        feed TEXT NOT NULL REFERENCES feed(address) ON UPDATE CASCADE ON DELETE CASCADE,
                        item TEXT NOT NULL,
                        seen INTEGER NOT NULL, failures INTEGER NOT NULL DEFAULT 0,
                        PRIMARY KEY (feed, item)
                    ) WITHOUT ROWID;
                    CREATE INDEX feed_item_by_item ON feed_item (item);
                    CREATE TABLE copy (
                        report TEXT PRIMARY KEY NOT NULL,
                        address TEXT NOT NULL, fetched INTEGER NOT NULL,
                        type TEXT, charset TEXT,
                        sha256 TEXT NOT NULL, size INTEGER NOT NULL,
                        content BLOB NOT NULL
                    );
                    """)
        }
    }
}
