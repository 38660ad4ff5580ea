internal import Foundation
internal import GRDB

extension Readers {
    /// When the schedule was last followed.
    var lastRun: Date? {
        get throws(BriefingError) {
            try reading { db in
                try Double.fetchOne(db, sql: "SELECT CAST(value AS REAL) FROM setting WHERE name = 'last run'")
                    .map { Date(timeIntervalSince1970: $0) }
            }
        }
    }

    func noteRun(_ date: Date) throws(BriefingError) {
        try writing { db in
            try db.execute(
                sql: "INSERT OR REPLACE INTO setting VALUES ('last run', ?)", arguments: ["\(date.timeIntervalSince1970)"])
        }
    }
}
