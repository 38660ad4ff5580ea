public import Foundation
internal import GRDB

extension Readers {
    /// What became of a list that was taken in.
    public struct Import: Sendable, Equatable {
        public internal(set) var added = 0
        /// Reads it already, or asked to.
        public internal(set) var known = 0
        /// Left, complained, or letters came back.
        public internal(set) var suppressed = 0
        /// The numbers of lines that are no address.
        public internal(set) var wrong: [Int] = []
    }

    /// Takes in a list: an address a line, then where wanted a tab or comma and pairs parted by spaces.
    ///
    /// - Parameters:
    ///   - origin: the list's name, and by what right its people are written to; kept as evidence.
    ///   - consent: when they agreed, where the publisher vouches for it; without it each is sent the letter that asks.
    public func add(list: String, origin: String, wording: String, consent: Date?, at now: Date) throws(BriefingError) -> Import {
        try writing { db in
            var result = Import()
            for (number, line) in list.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
                let fields = line.split(maxSplits: 1, whereSeparator: { $0 == "\t" || $0 == "," || $0 == ";" })
                guard let field = fields.first, !line.hasPrefix("#"), !line.allSatisfy(\.isWhitespace) else { continue }
                if number == 0, field.lowercased() == "address" { continue }
                guard let address = try? Address(Self.bare(field)) else {
                    result.wrong.append(number + 1)
                    continue
                }
                let words = fields.count > 1 ? fields[1].split(whereSeparator: { $0 == " " || $0 == "\"" }) : []
                let pairs = words.compactMap { PairName($0) }
                guard pairs.count == words.count else {
                    result.wrong.append(number + 1)
                    continue
                }
                if try isSuppressed(address, db) {
                    result.suppressed += 1
                    continue
                }
                let id = Token.random()
                let seconds = now.timeIntervalSince1970
                try db.execute(
                    sql: """
                        INSERT INTO reader (id, address, lookup, state, pairs, wording, origin, asked, confirmed, invited,
                            confirming, leaving, returning) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (lookup) DO NOTHING
                        """,
                    arguments: [
                        id, try vault.seal(address, of: id), vault.lookUp(address), consent == nil ? "pending" : "active",
                        Self.list(pairs), wording, origin, (consent ?? now).timeIntervalSince1970,
                        consent?.timeIntervalSince1970, consent == nil ? seconds : nil, Token.random(), Token.random(),
                        Token.random(),
                    ])
                if db.changesCount > 0 { result.added += 1 } else { result.known += 1 }
            }
            return result
        }
    }

    /// Without the quotes and spaces around it.
    private static func bare(_ field: Substring) -> String {
        var field = field.drop { $0.isWhitespace || $0 == "\"" }
        while let last = field.last, last.isWhitespace || last == "\"" { field.removeLast() }
        return String(field)
    }

    /// Those of an import who have still to be sent the letter that asks to confirm. Each is handed out once.
    public func invitations(at now: Date, limit: Int = 1000) throws(BriefingError) -> [Invitation] {
        try writing { db in
            let rows = try Row.fetchAll(
                db, sql: "SELECT * FROM reader WHERE state = 'pending' AND invitations = 0 ORDER BY id LIMIT ?",
                arguments: [limit])
            return try rows.map { row in
                let id: String = row["id"]
                try db.execute(
                    sql: "UPDATE reader SET invitations = 1, invited = ? WHERE id = ?",
                    arguments: [now.timeIntervalSince1970, id])
                return Invitation(
                    address: try vault.open(row["address"], of: id), confirming: row["confirming"], leaving: row["leaving"],
                    pairs: Self.names(row["pairs"]))
            }
        }
    }
}
