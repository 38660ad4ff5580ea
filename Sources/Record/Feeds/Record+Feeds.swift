internal import GRDB

extension Record {
    /// Follows a feed; `false` where it is followed already.
    public func follow(_ address: String, title: String?, at now: Int) throws(RecordError) -> Bool {
        try writing { db in
            try db.execute(
                sql: "INSERT INTO feed (address, title, added, due) VALUES (?, ?, ?, 0) ON CONFLICT DO NOTHING",
                arguments: [address, title, now])
            return db.changesCount > 0
        }
    }

    /// Follows a feed no more; what was read stays. `false` where it was not followed.
    public func unfollow(_ address: String) throws(RecordError) -> Bool {
        try writing { db in
            try db.execute(sql: "DELETE FROM feed WHERE address = ?", arguments: [address])
            return db.changesCount > 0
        }
    }

    /// The feeds that are followed, by address.
    public func subscriptions() throws(RecordError) -> [Subscription] {
        try reading { db in
            try Row.fetchAll(db, sql: "SELECT * FROM feed ORDER BY address").map { row in
                Subscription(
                    address: row["address"], title: row["title"], etag: row["etag"], modified: row["modified"],
                    checked: row["checked"], due: row["due"], failures: row["failures"], error: row["error"],
                    reports: row["reports"])
            }
        }
    }

    /// Stores how it went with a feed.
    /// - Parameter movedTo: its new address, where it has moved for good. If that is followed already, the old one ends.
    public func update(_ subscription: Subscription, movedTo: String? = nil) throws(RecordError) {
        try writing { db in
            try db.execute(
                sql: """
                    UPDATE feed SET title = ?, etag = ?, modified = ?, checked = ?, due = ?, failures = ?, error = ?, reports = ?
                    WHERE address = ?
                    """,
                arguments: [
                    subscription.title, subscription.etag, subscription.modified, subscription.checked, subscription.due,
                    subscription.failures, subscription.error, subscription.reports, subscription.address,
                ])
            guard let movedTo, movedTo != subscription.address else { return }
            try db.execute(
                sql: "UPDATE OR IGNORE feed SET address = ? WHERE address = ?", arguments: [movedTo, subscription.address])
            if db.changesCount == 0 {
                try db.execute(
                    sql: "UPDATE OR IGNORE feed_item SET feed = ? WHERE feed = ?", arguments: [movedTo, subscription.address])
                try db.execute(sql: "DELETE FROM feed WHERE address = ?", arguments: [subscription.address])
            }
        }
    }

    // MARK: Items

    /// Which of these items no feed has brought yet, in their order.
    public func unseen(_ items: [String]) throws(RecordError) -> [String] {
        try reading { db in
            let statement = try db.makeStatement(
                sql: "SELECT EXISTS (SELECT 1 FROM feed_item WHERE item = ? AND failures = 0)")
            return try items.filter { try Bool.fetchOne(statement, arguments: [$0]) != true }
        }
    }

    /// Remembers that an item has been read, or given up.
    public func see(_ item: String, of feed: String, at now: Int) throws(RecordError) {
        try writing { db in
            try db.execute(
                sql: """
                    INSERT INTO feed_item (feed, item, seen) SELECT address, ?, ? FROM feed WHERE address = ?
                    ON CONFLICT DO UPDATE SET seen = excluded.seen, failures = 0
                    """,
                arguments: [item, now, feed])
        }
    }

    /// Counts a failure to read an item.
    /// - Returns: how often it has failed now.
    public func miss(_ item: String, of feed: String, at now: Int) throws(RecordError) -> Int {
        try writing { db in
            try Int.fetchOne(
                db,
                sql: """
                    INSERT INTO feed_item (feed, item, seen, failures) SELECT address, ?, ?, 1 FROM feed WHERE address = ?
                    ON CONFLICT DO UPDATE SET seen = excluded.seen, failures = failures + 1 RETURNING failures
                    """,
                arguments: [item, now, feed]) ?? 1
        }
    }
}
