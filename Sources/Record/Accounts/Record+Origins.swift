internal import GRDB

extension Record {
    /// Notes that reports repeat the words of another, so that they count as one where accounts and incidents are
    /// corroborated. Their own names as origins make them independent again.
    public func setOrigin(_ origin: String, ofReports reports: [String]) throws(RecordError) {
        try writing { db in
            var events: [String] = []
            for report in reports {
                try db.execute(sql: "UPDATE report SET origin = nullif(?1, ?2) WHERE id = ?2", arguments: [origin, report])
                events += try String.fetchAll(db, sql: "SELECT event FROM mention WHERE report = ?", arguments: [report])
            }
            try Gathering(db, rules: rules).refresh(founders: [], stale: [], events: Set(events))
        }
    }
}
