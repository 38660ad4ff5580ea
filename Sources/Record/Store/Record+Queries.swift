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

    /// Incidents in the order of their dates, undated ones last.
    public func incidents(_ selection: Selection = Selection()) throws(RecordError) -> [Incident] {
        try decoded("incident", selection)
    }

    /// Events in the order of their dates, undated ones last.
    public func events(_ selection: Selection = Selection()) throws(RecordError) -> [Event] {
        try decoded("event", selection)
    }

    private func decoded<Value: Decodable>(_ table: String, _ selection: Selection) throws(RecordError) -> [Value] {
        let (condition, arguments) = selection.condition
        return try reading { db in
            let rows = try String.fetchAll(
                db, sql: "SELECT json FROM \(table) WHERE \(condition) ORDER BY start IS NULL, start, end, id",
                arguments: arguments)
            return try rows.map { try JSONDecoder().decode(Value.self, from: Data($0.utf8)) }
        }
    }

    /// Events by their identities.
    public func events(withIDs ids: [String]) throws(RecordError) -> [Event] {
        try reading { db in
            let statement = try db.makeStatement(sql: "SELECT json FROM event WHERE id = ?")
            return try ids.compactMap { id in
                try String.fetchOne(statement, arguments: [id]).map { try JSONDecoder().decode(Event.self, from: Data($0.utf8)) }
            }
        }
    }

    /// A report as it was understood: its sentences, each with its events. The identity may be cut short where that is
    /// still plain.
    public func report(_ id: String) throws(RecordError) -> (report: Report, sentences: [(text: String, events: [Event])])? {
        try reading { db in
            let rows = try Row.fetchAll(
                db, sql: "SELECT * FROM report WHERE id = ?1 OR substr(id, 1, length(?1)) = ?1 ORDER BY id = ?1 DESC LIMIT 2",
                arguments: [id])
            guard let row = rows.first, rows.count == 1 || row["id"] == id else { return nil }
            let report = Report(
                id: row["id"], url: row["url"], outlet: row["outlet"], title: row["title"], byline: row["byline"],
                published: row["published"], language: row["language"], text: row["text"])
            let events = try String.fetchAll(
                db, sql: "SELECT json FROM event WHERE report = ? ORDER BY sentence, id", arguments: [report.id]
            )
            .map { try JSONDecoder().decode(Event.self, from: Data($0.utf8)) }
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
