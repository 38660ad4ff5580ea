internal import Foundation
internal import GRDB

extension Readers {
    /// All that is kept of one address; `nil` where nothing is.
    public func reader(_ address: Address) throws(BriefingError) -> Reader? {
        try reading { db in
            try Row.fetchOne(db, sql: "SELECT * FROM reader WHERE lookup = ?", arguments: [vault.lookUp(address)])
                .map { try reader($0, db) }
        }
    }

    /// All readers, in the order in which they asked.
    public func all() throws(BriefingError) -> [Reader] {
        try reading { db in try Row.fetchAll(db, sql: "SELECT * FROM reader ORDER BY asked, id").map { try reader($0, db) } }
    }

    private func reader(_ row: Row, _ db: Database) throws -> Reader {
        let id: String = row["id"]
        func date(_ value: Double?) -> Date? { value.map { Date(timeIntervalSince1970: $0) } }
        let sealed: Data? = row["address"]
        let deliveries = try Row.fetchAll(
            db, sql: "SELECT issue, state, at FROM delivery WHERE reader = ? ORDER BY issue", arguments: [id])
        return Reader(
            id: id, address: try sealed.map { try vault.open($0, of: id).text },
            state: Reader.State(rawValue: row["state"]) ?? .left,
            pairs: Self.names(row["pairs"]).map(\.description), wording: row["wording"],
            asked: Date(timeIntervalSince1970: row["asked"]), confirmed: date(row["confirmed"]), ended: date(row["ended"]),
            origin: row["origin"],
            deliveries: deliveries.map { Reader.Delivery(issue: $0["issue"], state: $0["state"], at: date($0["at"])) })
    }

    /// How many readers there are in each state.
    public func counts() throws(BriefingError) -> [Reader.State: Int] {
        try reading { db in
            var counts: [Reader.State: Int] = [:]
            for row in try Row.fetchAll(db, sql: "SELECT state, count(*) AS count FROM reader GROUP BY state") {
                if let state = Reader.State(rawValue: row["state"]) { counts[state] = row["count"] }
            }
            return counts
        }
    }
}
