public import Coding
public import Reading
internal import Foundation
internal import GRDB

extension Record {
    /// What of the record is asked for; everything where a part is left open.
    public struct Selection: Sendable {
        /// States (or names of bodies), on either side. Two states ask for what passed between them.
        public var states: [String]
        public var types: Set<EventType>
        public var since: Day?
        public var until: Day?

        public init(states: [String] = [], types: Set<EventType> = [], since: Day? = nil, until: Day? = nil) {
            self.states = states
            self.types = types
            self.since = since
            self.until = until
        }

        var condition: (sql: String, arguments: StatementArguments) {
            var parts = ["1"]
            var arguments = StatementArguments()
            if states.count == 2 {
                parts.append("pair = ?")
                arguments += [Record.pair(states[0], states[1])]
            } else {
                for state in states {
                    parts.append("(actor = ? OR recipient = ?)")
                    arguments += [state, state]
                }
            }
            if !types.isEmpty {
                parts.append("type IN (\(types.map { _ in "?" }.joined(separator: ", ")))")
                arguments += StatementArguments(types.map(\.rawValue).sorted())
            }
            if let since {
                parts.append("end >= ?")
                arguments += [since.description]
            }
            if let until {
                parts.append("start <= ?")
                arguments += [until.description]
            }
            return (parts.joined(separator: " AND "), arguments)
        }
    }

    /// Incidents in the order of their dates, undated ones last. Which they are is found in an index, before any is fetched.
    public func incidents(_ selection: Selection = Selection()) throws(RecordError) -> [Incident] {
        let (condition, arguments) = selection.condition
        return try reading { db in
            try Incidents.fetch(
                """
                SELECT \(Incidents.columns) FROM incident WHERE id IN (SELECT id FROM incident WHERE \(condition))
                ORDER BY start IS NULL, start, end, id
                """, arguments, db)
        }
    }

    /// Events in the order of their dates, undated ones last; those that a person rejected are left out.
    public func events(_ selection: Selection = Selection()) throws(RecordError) -> [Event] {
        let (condition, arguments) = selection.condition
        return try reading { db in
            try Self.decoded(
                String.fetchAll(
                    db,
                    sql: """
                        SELECT json FROM event WHERE \(condition) AND standing IS NOT 'rejected'
                        ORDER BY start IS NULL, start, end, id
                        """, arguments: arguments))
        }
    }

    /// Events by their identities.
    public func events(withIDs ids: [String]) throws(RecordError) -> [Event] {
        try reading { db in
            let statement = try db.cachedStatement(sql: "SELECT json FROM event WHERE id = ?")
            return try Self.decoded(ids.compactMap { try String.fetchOne(statement, arguments: [$0]) })
        }
    }

    /// The incident of an identity, or the one it became part of. The identity may be cut short where that is still plain.
    public func incident(_ id: String) throws(RecordError) -> Incident? {
        try reading { db in try Self.incident(id, db) }
    }

    static func incident(_ id: String, _ db: Database) throws -> Incident? {
        if let incident = try Incidents.find(id, db) { return incident }
        let successor = try String.fetchOne(
            db,
            sql: """
                SELECT mention.incident FROM redirect JOIN mention ON mention.event = redirect.event
                WHERE redirect.incident = ?
                """, arguments: [id])
        if let successor { return try Incidents.find(successor, db) }
        let beginning = try String.fetchAll(
            db, sql: "SELECT id FROM incident WHERE id >= ?1 AND id < ?1 || char(0x10FFFF) LIMIT 2", arguments: [id])
        return try beginning.count == 1 ? Incidents.find(beginning[0], db) : nil
    }

    /// A report as it was understood: its sentences, each with its events. The identity may be cut short where that is
    /// still plain.
    public func report(_ id: String) throws(RecordError) -> (report: Report, sentences: [(text: String, events: [Event])])? {
        try reading { db in
            let rows = try Row.fetchAll(
                db, sql: "SELECT * FROM report WHERE id >= ?1 AND id < ?1 || char(0x10FFFF) ORDER BY id LIMIT 2", arguments: [id])
            guard let row = rows.first, rows.count == 1 || row["id"] == id else { return nil }
            let report = Report(
                id: row["id"], url: row["url"], outlet: row["outlet"], title: row["title"], byline: row["byline"],
                published: row["published"], language: row["language"], text: row["text"])
            let events = try Self.decoded(
                String.fetchAll(
                    db,
                    sql: "SELECT json FROM event WHERE report = ? AND standing IS NOT 'rejected' ORDER BY sentence, id",
                    arguments: [report.id]))
            let texts = try String.fetchAll(
                db, sql: "SELECT text FROM sentence WHERE report = ? ORDER BY number", arguments: [report.id])
            return (report, texts.enumerated().map { number, text in (text, events.filter { $0.sentence.index == number }) })
        }
    }

    /// Reports by identity, without their text.
    public func outlets(ofReports ids: some Sequence<String>) throws(RecordError) -> [String: String] {
        try reading { db in
            let statement = try db.makeStatement(sql: "SELECT coalesce(outlet, url, id) FROM report WHERE id = ?")
            var outlets: [String: String] = [:]
            for id in ids where outlets[id] == nil { outlets[id] = try String.fetchOne(statement, arguments: [id]) }
            return outlets
        }
    }

    /// How many reports, events and incidents the record holds.
    public func counts() throws(RecordError) -> (reports: Int, events: Int, incidents: Int) {
        try reading { db in
            func count(_ table: String) throws -> Int { try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0 }
            return (try count("report"), try count("event"), try count("incident"))
        }
    }
}
