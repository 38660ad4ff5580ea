internal import Crypto
public import Foundation
internal import GRDB
package import Reading

/// A page as it was fetched, kept so that the sentence an event rests on can be shown years later.
public struct PageCopy: Hashable, Sendable {
    public let address: String
    /// Seconds since 1970-01-01.
    public let fetched: Int
    /// As the server told.
    public let type: String?
    public let charset: String?
    public let content: Data

    public init(address: String, fetched: Int, type: String?, charset: String?, content: Data) {
        self.address = address
        self.fetched = fetched
        self.type = type
        self.charset = charset
        self.content = content
    }

    /// - Parameter now: when it was fetched, in seconds since 1970-01-01.
    package init(_ response: Response, at now: Int) {
        self.init(
            address: response.address.description, fetched: now, type: response.type, charset: response.charset,
            content: Data(response.body))
    }

    /// The SHA-256 of the content, in hexadecimal.
    public var fingerprint: String {
        SHA256.hash(data: content).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}

extension Record {
    /// Keeps the page of a report, the first time. It may be kept before the report is, so that no report is ever without.
    public func keep(_ copy: PageCopy, ofReport id: String) throws(RecordError) {
        let packed = Deflate.packed(copy.content)
        try writing { db in
            try db.execute(
                sql: """
                    INSERT INTO copy (report, address, fetched, type, charset, sha256, size, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT DO NOTHING
                    """,
                arguments: [
                    id, copy.address, copy.fetched, copy.type, copy.charset, copy.fingerprint, copy.content.count, packed,
                ])
        }
    }

    /// The page of a report, `nil` where none was kept.
    ///
    /// - Throws: where it is not what was kept.
    public func copy(ofReport id: String) throws(RecordError) -> PageCopy? {
        let row = try reading { db in try Row.fetchOne(db, sql: "SELECT * FROM copy WHERE report = ?", arguments: [id]) }
        guard let row else { return nil }
        let content = Deflate.unpacked(row["content"], size: row["size"])
        let copy = content.map {
            PageCopy(address: row["address"], fetched: row["fetched"], type: row["type"], charset: row["charset"], content: $0)
        }
        guard let copy, copy.fingerprint == row["sha256"] else {
            throw RecordError(
                path, "the kept page of report \(id) is not what was fetched", remedy: "restore the record from a backup")
        }
        return copy
    }
}
