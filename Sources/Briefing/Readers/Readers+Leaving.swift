public import Foundation
internal import GRDB

extension Readers {
    /// Ends a subscription, as often as it is asked for: by the button on the page, or by the letter box itself (RFC 8058).
    ///
    /// Address and choices are forgotten at once; a hash of it stays, so that an import does not bring it back. A token nobody has is
    /// answered in the same way, as it may be of somebody who was erased.
    public func leave(_ token: String, at now: Date) throws(BriefingError) {
        guard Token.isToken(token) else { return }
        try writing { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT id, lookup, state FROM reader WHERE leaving = ? AND state <> 'left'", arguments: [token])
            guard let row else { return }
            if row["state"] == Reader.State.pending.rawValue {
                try db.execute(sql: "DELETE FROM reader WHERE id = ?", arguments: [row["id"] as String])
                return
            }
            if let lookup: Data = row["lookup"] { try Self.suppress(lookup, "left", now, db) }
            try db.execute(
                sql: """
                    UPDATE reader SET state = 'left', ended = ?, address = NULL, lookup = NULL, confirming = NULL, pairs = ''
                    WHERE id = ?
                    """, arguments: [now.timeIntervalSince1970, row["id"] as String])
        }
    }

    static func suppress(_ lookup: Data, _ reason: String, _ now: Date, _ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO suppression (lookup, reason, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            arguments: [lookup, reason, now.timeIntervalSince1970])
    }

    /// Whether mail to an address is not wanted or comes back.
    func isSuppressed(_ address: Address, _ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM suppression WHERE lookup = ?)", arguments: [vault.lookUp(address)]) ?? false
    }

    /// All that is kept of an address, and then nothing.
    ///
    /// - Returns: whether anything was kept.
    public func erase(_ address: Address) throws(BriefingError) -> Bool {
        try writing { db in
            let lookup = vault.lookUp(address)
            try db.execute(sql: "DELETE FROM suppression WHERE lookup = ?", arguments: [lookup])
            var changes = db.changesCount
            try db.execute(sql: "DELETE FROM reader WHERE lookup = ?", arguments: [lookup])
            changes += db.changesCount
            return changes > 0
        }
    }
}
