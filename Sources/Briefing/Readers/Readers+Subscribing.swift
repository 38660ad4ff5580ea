public import Foundation
internal import GRDB

extension Readers {
    /// What asking for the letter comes to. Whatever it is, the page says the same, so that nobody learns who reads.
    public enum Request: Sendable {
        /// A letter that asks to confirm has to be sent now.
        case invite(Invitation)
        /// Nothing: asked too often of late, or reads it already.
        case quiet
    }

    /// No more letters that ask to confirm than so many in a day, nor sooner than minutes after one another: what is asked for
    /// may not have been asked by whose letter box it is.
    static let invitationsADay = 3
    static let pause = 600.0
    /// Who has not confirmed by then is forgotten.
    public static let patience = 7 * 86_400.0

    /// Somebody asks for the letter, on the site or by an import that says he agreed.
    ///
    /// - Parameters:
    ///   - pairs: "AZE-RUS"; all where empty.
    ///   - wording: the words beside the button, kept as evidence of what was agreed to.
    public func subscribe(_ address: Address, to pairs: [PairName], wording: String, origin: String = "site", at now: Date)
        throws(BriefingError) -> Request
    {
        let pairs = Self.list(pairs)
        return try writing { db in
            try Self.forget(db, now)
            let lookup = vault.lookUp(address)
            let known = try Row.fetchOne(db, sql: "SELECT * FROM reader WHERE lookup = ?", arguments: [lookup])
            if let known, known["state"] == Reader.State.active.rawValue {
                // Choosing anew is confirmed like the first choice; until then nothing changes, and nothing is said.
                guard known["pairs"] != pairs else { return .quiet }
            }
            if let known {
                let count: Int = known["invitations"]
                if let last: Double = known["invited"],
                    abs(now.timeIntervalSince1970 - last) < (count < Self.invitationsADay ? Self.pause : 86_400)
                {
                    return .quiet
                }
                let id: String = known["id"]
                let isActive = known["state"] == Reader.State.active.rawValue
                let token = Token.random()
                let again = count >= Self.invitationsADay ? 1 : count + 1
                try db.execute(
                    sql: """
                        UPDATE reader SET confirming = ?, invitations = ?, invited = ?, wording = ?, origin = ?,
                            pairs = CASE WHEN ? THEN pairs ELSE ? END, state = CASE WHEN ? THEN state ELSE 'pending' END
                        WHERE id = ?
                        """,
                    arguments: [
                        isActive ? token + "." + pairs : token, again, now.timeIntervalSince1970, wording, origin, isActive,
                        pairs,
                        isActive, id,
                    ])
                return .invite(
                    Invitation(address: address, confirming: token, leaving: known["leaving"], pairs: Self.names(pairs)))
            }
            let id = Token.random()
            let (confirming, leaving) = (Token.random(), Token.random())
            try db.execute(
                sql: """
                    INSERT INTO reader (id, address, lookup, state, pairs, wording, origin, asked, invitations, invited,
                        confirming, leaving, returns) VALUES (?, ?, ?, 'pending', ?, ?, ?, ?, 1, ?, ?, ?, ?)
                    """,
                arguments: [
                    id, try vault.seal(address, of: id), lookup, pairs, wording, origin, now.timeIntervalSince1970,
                    now.timeIntervalSince1970, confirming, leaving, Token.random(),
                ])
            return .invite(Invitation(address: address, confirming: confirming, leaving: leaving, pairs: Self.names(pairs)))
        }
    }

    /// The reader clicked the button on the page that the letter led to. Lifts what kept him from being written to.
    ///
    /// - Returns: whether he reads it now; also where he confirmed before.
    public func confirm(_ token: String, at now: Date) throws(BriefingError) -> Bool {
        guard Token.isToken(token) else { return false }
        return try writing { db in
            try Self.forget(db, now)
            let row = try Row.fetchOne(
                db, sql: "SELECT * FROM reader WHERE confirming = ?1 OR substr(confirming, 1, \(Token.length + 1)) = ?1 || '.'",
                arguments: [token])
            guard let row, row["state"] != Reader.State.left.rawValue else { return false }
            let stored: String = row["confirming"]
            if stored.utf8.count > Token.length {
                try db.execute(
                    sql: "UPDATE reader SET pairs = ?, confirming = ?, confirmed = ? WHERE id = ?",
                    arguments: [
                        String(stored.dropFirst(Token.length + 1)), token, now.timeIntervalSince1970, row["id"] as String,
                    ])
            } else if row["state"] == Reader.State.pending.rawValue {
                try db.execute(
                    sql: "UPDATE reader SET state = 'active', confirmed = ?, ended = NULL, invitations = 0 WHERE id = ?",
                    arguments: [now.timeIntervalSince1970, row["id"] as String])
                try db.execute(sql: "DELETE FROM suppression WHERE lookup = ?", arguments: [row["lookup"] as Data])
                try db.execute(sql: "DELETE FROM returned WHERE reader = ?", arguments: [row["id"] as String])
            }
            return true
        }
    }

    /// What the page behind a token of confirmation shows; changes nothing.
    public func isWaiting(for token: String, at now: Date) throws(BriefingError) -> Bool {
        guard Token.isToken(token) else { return false }
        return try reading { db in
            try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM reader WHERE substr(confirming, 1, \(Token.length)) = ?
                        AND (state <> 'pending' OR invited > ?))
                    """, arguments: [token, now.timeIntervalSince1970 - Self.patience]) ?? false
        }
    }

    private static func forget(_ db: Database, _ now: Date) throws {
        try db.execute(
            sql: "DELETE FROM reader WHERE state = 'pending' AND invited < ?", arguments: [now.timeIntervalSince1970 - patience])
    }

    static func list(_ pairs: [PairName]) -> String { Set(pairs.map(\.description)).sorted().joined(separator: " ") }

    static func names(_ list: String) -> [PairName] { list.split(separator: " ").compactMap { PairName($0) } }
}
