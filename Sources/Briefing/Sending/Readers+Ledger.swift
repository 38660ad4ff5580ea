public import Foundation
internal import GRDB
internal import Reading

/// The ledger of deliveries: who is to be sent an issue, and what became of it.
extension Readers {
    // MARK: Issues

    /// Takes an issue in as it will be sent and shown for good, and notes who is to have it: those who read it at this moment.
    /// One that is known stays as it was, with its readers.
    public func open(_ issue: Issue, at now: Date) throws(BriefingError) {
        try writing { db in
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let json = String(decoding: try encoder.encode(issue), as: UTF8.self)
            try db.execute(
                sql: "INSERT INTO issue (id, json, composed) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                arguments: [issue.id, json, now.timeIntervalSince1970.rounded(.down)])
            guard db.changesCount > 0 else { return }
            let here = Set(issue.sections.map(\.pair))
            let rows = try Row.fetchAll(db, sql: "SELECT id, pairs FROM reader WHERE state = 'active'")
            for row in rows {
                let pairs = Self.names(row["pairs"]).map(\.description)
                guard pairs.isEmpty || !here.isDisjoint(with: pairs) else { continue }
                try db.execute(
                    sql: "INSERT INTO delivery (issue, reader, state) VALUES (?, ?, 'waiting')",
                    arguments: [issue.id, row["id"] as String])
            }
        }
    }

    /// Issues that were sent or are being sent, the latest first.
    public func issues(limit: Int = 100) throws(BriefingError) -> [Issue] {
        try reading { db in
            try String.fetchAll(db, sql: "SELECT json FROM issue ORDER BY id DESC LIMIT ?", arguments: [limit])
                .map { try JSONDecoder().decode(Issue.self, from: Data($0.utf8)) }
        }
    }

    /// An issue by its day, with when it was made.
    public func issue(_ id: String) throws(BriefingError) -> (issue: Issue, composed: Date)? {
        try reading { db in
            try Row.fetchOne(db, sql: "SELECT json, composed FROM issue WHERE id = ?", arguments: [id]).map { row in
                let json: String = row["json"]
                return (
                    try JSONDecoder().decode(Issue.self, from: Data(json.utf8)), Date(timeIntervalSince1970: row["composed"])
                )
            }
        }
    }

    /// Issues whose sending has begun and not ended.
    public func unfinished() throws(BriefingError) -> [String] {
        try reading { db in try String.fetchAll(db, sql: "SELECT id FROM issue WHERE finished IS NULL ORDER BY id") }
    }

    /// How many letters of an issue are in each state.
    public func tally(of issue: String) throws(BriefingError) -> [DeliveryState: Int] {
        try reading { db in
            var tally: [DeliveryState: Int] = [:]
            let rows = try Row.fetchAll(
                db, sql: "SELECT state, count(*) AS count FROM delivery WHERE issue = ? GROUP BY state", arguments: [issue])
            for row in rows {
                if let state = DeliveryState(rawValue: row["state"]) { tally[state] = row["count"] }
            }
            return tally
        }
    }

    /// Readers whose letter is in a state, by the identity that tells nothing of who they are.
    public func readers(of issue: String, in state: DeliveryState) throws(BriefingError) -> [String] {
        try reading { db in
            try String.fetchAll(
                db, sql: "SELECT reader FROM delivery WHERE issue = ? AND state = ? ORDER BY reader",
                arguments: [issue, state.rawValue])
        }
    }

    // MARK: Pausing

    /// Asks whoever sends to stop between two letters, and those who would begin not to.
    public func pause(_ isPaused: Bool) throws(BriefingError) {
        try writing { db in
            try db.execute(sql: "INSERT OR REPLACE INTO setting VALUES ('paused', ?)", arguments: [isPaused ? "yes" : "no"])
        }
    }

    public var isPaused: Bool {
        get throws(BriefingError) {
            try reading { db in try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'paused'") == "yes" }
        }
    }

    // MARK: Sending

    /// A letter taken on, and the pairs it is about.
    struct Claim: Sendable {
        let recipient: Recipient
        let pairs: Set<String>
        let tries: Int
    }

    /// Takes on some letters that are due, durably, before anything of them is sent.
    func claim(of issue: String, limit: Int, at now: Date) throws(BriefingError) -> [Claim] {
        try writing { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT reader.*, delivery.tries AS tries FROM delivery JOIN reader ON reader.id = delivery.reader
                    WHERE issue = ? AND (delivery.state = 'waiting' OR delivery.state = 'deferred' AND delivery.at <= ?) LIMIT ?
                    """, arguments: [issue, now.timeIntervalSince1970, limit])
            var claims: [Claim] = []
            for row in rows {
                let id: String = row["id"]
                let isReader = row["state"] == Reader.State.active.rawValue
                try db.execute(
                    sql: "UPDATE delivery SET state = ?, boot = ?, at = ? WHERE issue = ? AND reader = ?",
                    arguments: [isReader ? "claimed" : "dropped", Self.boot, now.timeIntervalSince1970, issue, id])
                guard isReader else { continue }
                let recipient = Recipient(
                    id: id, address: try vault.open(row["address"], of: id), leaving: row["leaving"], returning: row["returns"])
                claims.append(
                    Claim(recipient: recipient, pairs: Set(Self.names(row["pairs"]).map(\.description)), tries: row["tries"]))
            }
            return claims
        }
    }

    /// When the next letter that was put off is due.
    func nextDue(of issue: String) throws(BriefingError) -> Date? {
        try reading { db in
            try Double.fetchOne(
                db, sql: "SELECT min(coalesce(at, 0)) FROM delivery WHERE issue = ? AND state IN ('waiting', 'deferred')",
                arguments: [issue]
            ).map { Date(timeIntervalSince1970: $0) }
        }
    }

    /// Takes what a journal says of claimed letters into the ledger, and settles those it says nothing of.
    ///
    /// In the same run of the machine what is not in the journal was not done: such a letter waits again. After the machine
    /// itself went down the journal may lack its last lines, and such a letter is uncertain.
    func settle(_ entries: [String: Journal.Entry], retries: [Int], at now: Date) throws(BriefingError) {
        try writing { db in
            let claimed = try Row.fetchAll(db, sql: "SELECT issue, reader, tries, boot FROM delivery WHERE state = 'claimed'")
            for row in claimed {
                let (issue, reader, tries): (String, String, Int) = (row["issue"], row["reader"], row["tries"])
                var state = DeliveryState.waiting
                var (reply, status): (Int?, String?) = (nil, nil)
                var at = now.timeIntervalSince1970
                var count = tries
                switch entries[reader] {
                case .accepted?: state = .accepted
                case .handed?, .uncertain?: state = .uncertain
                case .refused(let code, let enhanced)?:
                    (state, reply, status) = (.refused, code, enhanced)
                    // 5.7 is about the sender or the letter, not about the reader.
                    if enhanced?.hasPrefix("5.7.") != true {
                        try note(enhanced ?? "5.0.0", of: reader, issue: issue, at: now, db)
                    }
                case .deferred(let code, let enhanced)?:
                    (reply, status) = (code, enhanced)
                    count += 1
                    if tries < retries.count {
                        state = .deferred
                        at += Double(retries[tries])
                    } else {
                        state = .refused
                        try note(enhanced ?? "4.0.0", of: reader, issue: issue, at: now, db)
                    }
                case nil where row["boot"] != Self.boot: state = .uncertain
                case nil: at = 0
                }
                try db.execute(
                    sql:
                        "UPDATE delivery SET state = ?, tries = ?, reply = ?, status = ?, at = ?, boot = NULL WHERE issue = ? AND reader = ?",
                    arguments: [state.rawValue, count, reply, status, at, issue, reader])
            }
            // Nothing is put off for longer, unless the clock was set back since.
            let latest = now.timeIntervalSince1970 + Double(retries.max() ?? 0)
            try db.execute(sql: "UPDATE delivery SET at = ?1 WHERE state = 'deferred' AND at > ?1", arguments: [latest])
        }
    }

    /// Notes that an issue has been sent to the last of its readers.
    func finish(_ issue: String, at now: Date) throws(BriefingError) {
        try writing { db in
            try db.execute(
                sql: "UPDATE issue SET finished = ? WHERE id = ? AND finished IS NULL",
                arguments: [now.timeIntervalSince1970, issue])
        }
    }

    /// Lets letters whose fate is not known be sent again, where the publisher prefers two to none.
    public func retryUncertain(of issue: String) throws(BriefingError) -> Int {
        try writing { db in
            try db.execute(
                sql: "UPDATE delivery SET state = 'waiting' WHERE issue = ? AND state = 'uncertain'", arguments: [issue])
            let count = db.changesCount
            if count > 0 { try db.execute(sql: "UPDATE issue SET finished = NULL WHERE id = ?", arguments: [issue]) }
            return count
        }
    }

    /// Of this run of the machine.
    private static let boot: String =
        (try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8))?.filter { !$0.isNewline } ?? ""
}
