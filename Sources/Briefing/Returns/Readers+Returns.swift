public import Foundation
internal import GRDB

extension Readers {
    /// So many issues in a row that come back for passing reasons are one for good.
    static let passingReturns = 3

    /// What came back into the mailbox of returns.
    public struct Returned: Sendable, Equatable {
        public internal(set) var reports = 0
        public internal(set) var complaints = 0
        /// Readers who are not written to any more.
        public internal(set) var suppressed = 0
        /// Messages that are neither, or of no reader.
        public internal(set) var others = 0
    }

    /// Takes in returned letters and complaints. The same message twice counts once.
    ///
    /// A report is believed only where it holds the mark of a letter that was sent; an address alone anybody can write.
    public func take(_ messages: some Sequence<ReturnedMessage>, returns: Address, at now: Date) throws(BriefingError) -> Returned
    {
        var result = Returned()
        for message in messages {
            let report = message.report(returns: returns)
            guard let report else {
                result.others += 1
                continue
            }
            try writing { db in
                let reader = try String.fetchOne(
                    db,
                    sql: """
                        SELECT reader.id FROM reader JOIN delivery ON delivery.reader = reader.id
                        WHERE returning = ? AND delivery.issue = ?
                        """, arguments: [report.path.token, report.path.issue])
                guard let reader else {
                    result.others += 1
                    return
                }
                let isActive =
                    try String.fetchOne(db, sql: "SELECT state FROM reader WHERE id = ?", arguments: [reader]) == "active"
                switch report.kind {
                case .complaint:
                    result.complaints += 1
                    try suppress(reader, "complaint", now, db)
                case .failure(let status):
                    result.reports += 1
                    try note(status.description, of: reader, issue: report.path.issue, at: now, db)
                }
                let isStill =
                    try String.fetchOne(db, sql: "SELECT state FROM reader WHERE id = ?", arguments: [reader]) == "active"
                if isActive, !isStill { result.suppressed += 1 }
            }
        }
        return result
    }

    /// Notes that a letter did not come to a reader: for good ends it at once, in passing the third time.
    func note(_ status: String, of reader: String, issue: String, at now: Date, _ db: Database) throws {
        try db.execute(
            sql:
                "INSERT INTO returned (reader, issue, status, at) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET status = max(status, excluded.status)",
            arguments: [reader, issue, status, now.timeIntervalSince1970])
        let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM returned WHERE reader = ?", arguments: [reader]) ?? 0
        if status.hasPrefix("5") || count >= Self.passingReturns { try suppress(reader, "returned", now, db) }
    }

    private func suppress(_ reader: String, _ reason: String, _ now: Date, _ db: Database) throws {
        guard let lookup = try Data.fetchOne(db, sql: "SELECT lookup FROM reader WHERE id = ?", arguments: [reader]) else {
            return
        }
        try Self.suppress(lookup, reason, now, db)
        try db.execute(
            sql: "UPDATE reader SET state = 'suppressed', ended = ? WHERE id = ? AND state IN ('active', 'pending')",
            arguments: [now.timeIntervalSince1970, reader])
    }
}
