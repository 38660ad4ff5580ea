public import Coding
public import Foundation
internal import GRDB

extension Record {
    /// What a correction led to.
    public struct Outcome: Sendable {
        public let correction: Correction
        /// What the author should know: whom he contradicts, which incident an old identity means now.
        public let notes: [String]
        /// The incidents that hold the events now.
        public let incidents: [String]
    }

    /// Makes a correction and enters it in the log, in one transaction.
    ///
    /// Of two that contradict each other the later stands, and its author is told whom he overruled; the log keeps both.
    /// - Throws: `CorrectionError` where it makes no sense, `RecordError` where the record cannot be written.
    public func correct(
        _ change: Correction.Change, author: String, reason: String, ontology: Ontology, at time: Date = Date()
    ) throws -> Outcome {
        guard !author.isEmpty, !reason.isEmpty else {
            throw CorrectionError(change.kind, "has no author or no reason", remedy: "give both, for those who read the log")
        }
        do {
            return try database.write { db in
                var desk = CorrectionDesk(db, rules: rules, ontology: ontology)
                return try desk.make(change, author: author, reason: reason, at: time)
            }
        } catch let error as CorrectionError {
            throw error
        } catch {
            throw RecordError(path, error)
        }
    }

    /// The log, in the order of time.
    public func corrections() throws(RecordError) -> [Correction] {
        try reading { db in
            try Row.fetchAll(db, sql: "SELECT * FROM correction ORDER BY number").map { try Correction($0) }
        }
    }
}

extension Correction {
    init(_ row: Row) throws {
        self.init(
            number: row["number"], time: row["time"], author: row["author"], reason: row["reason"], kind: row["kind"],
            subject: row["subject"],
            detail: try JSONDecoder().decode(Detail.self, from: Data((row["detail"] as String).utf8)))
    }
}
