package import Coding
package import Reading
internal import Foundation
internal import GRDB

/// What pages and lists need of a record of any size: a window at a time, and sums made by SQLite.
extension Record {
    /// Where a list of incidents goes on, the latest first.
    package struct Cursor: Sendable, Hashable, CustomStringConvertible {
        let start: String?
        package let id: String

        init(start: String?, id: String) { (self.start, self.id) = (start, id) }

        package init(_ incident: Incident) { (start, id) = (incident.date?.start.description, incident.id) }

        /// `nil` where the text is no cursor.
        package init?(_ text: String) {
            let parts = text.split(separator: "~", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { return nil }
            (start, id) = (parts[0].isEmpty ? nil : String(parts[0]), String(parts[1]))
        }

        package var description: String { "\(start ?? "")~\(id)" }
    }

    /// A part of a selection of incidents, the latest first, undated ones last.
    package struct Window: Sendable, Hashable {
        package var states: [String] = []
        package var types: Set<EventType> = []
        package var since: Day?
        package var until: Day?
        package var statuses: Set<Event.Status> = []
        package var contestedOnly = false
        /// Of an outlet that tells of it.
        package var outlet: String?
        package var after: Cursor?
        package var limit = 100

        package init() {}

        package var selection: Selection { Selection(states: states, types: types, since: since, until: until) }

        fileprivate var condition: (sql: String, arguments: StatementArguments) {
            var (sql, arguments) = selection.condition
            if !statuses.isEmpty {
                sql += " AND status IN (\(statuses.map { _ in "?" }.joined(separator: ", ")))"
                arguments += StatementArguments(statuses.map(\.rawValue).sorted())
            }
            if contestedOnly { sql += " AND contested" }
            if let outlet {
                sql += """
                     AND EXISTS (SELECT 1 FROM json_each(incident.reports) AS part JOIN report ON report.id = part.value
                        WHERE report.outlet = ?)
                    """
                arguments += [outlet]
            }
            return (sql, arguments)
        }
    }

    /// Where the incidents of a window stand in the list.
    package func cursors(_ window: Window) throws(RecordError) -> [Cursor] {
        var (sql, arguments) = window.condition
        if let after = window.after {
            if let start = after.start {
                sql += " AND (start < ? OR (start = ? AND id < ?) OR start IS NULL)"
                arguments += [start, start, after.id]
            } else {
                sql += " AND start IS NULL AND id < ?"
                arguments += [after.id]
            }
        }
        arguments += [window.limit]
        return try reading { db in
            try Row.fetchAll(
                db.cachedStatement(sql: "SELECT start, id FROM incident WHERE \(sql) ORDER BY start DESC, id DESC LIMIT ?"),
                arguments: arguments
            ).map { Cursor(start: $0[0], id: $0[1]) }
        }
    }

    package func incidents(_ window: Window) throws(RecordError) -> [Incident] {
        try incidents(withIDs: cursors(window).map(\.id))
    }

    /// Incidents by their identities, in that order.
    package func incidents(withIDs ids: [String]) throws(RecordError) -> [Incident] {
        try reading { db in try ids.compactMap { try Incidents.find($0, db) } }
    }

    /// The sentence that tells best of an incident, and who printed it.
    package struct Proof: Sendable, Hashable {
        package let sentence: String
        package let report: String
        package let outlet: String
    }

    /// Of the first dozen events of each incident, what the surest says; `nil` where there is none.
    package func proofs(of incidents: [Incident]) throws(RecordError) -> [Proof?] {
        try reading { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT json ->> '$.sentence.text' AS sentence, event.report AS report,
                        coalesce(report.outlet, report.url, report.id) AS outlet
                    FROM event JOIN report ON report.id = event.report
                    WHERE event.id IN (SELECT value FROM json_each(?)) ORDER BY json ->> '$.confidence' DESC, event.id LIMIT 1
                    """)
            return try incidents.map { incident in
                let events = try Self.json(Array(incident.events.prefix(12)))
                return try Row.fetchOne(statement, arguments: [events]).map {
                    Proof(sentence: $0["sentence"], report: $0["report"], outlet: $0["outlet"])
                }
            }
        }
    }

    /// How many incidents a window would go through in all.
    package func count(_ window: Window) throws(RecordError) -> Int {
        let (sql, arguments) = window.condition
        return try reading { db in
            try Int.fetchOne(db.cachedStatement(sql: "SELECT count(*) FROM incident WHERE \(sql)"), arguments: arguments) ?? 0
        }
    }

    /// The incidents that some events tell of, by event.
    package func incidentIDs(ofEvents ids: some Sequence<String>) throws(RecordError) -> [String: String] {
        try reading { db in
            let statement = try db.cachedStatement(sql: "SELECT incident FROM mention WHERE event = ?")
            var incidents: [String: String] = [:]
            for id in ids { incidents[id] = try String.fetchOne(statement, arguments: [id]) }
            return incidents
        }
    }

    /// The last day, up to one, on which anything is told to have begun.
    package func lastDay(until day: Day) throws(RecordError) -> Day? {
        try reading { db in
            try String.fetchOne(
                db.cachedStatement(sql: "SELECT max(start) FROM incident WHERE start <= ?"), arguments: [day.description]
            ).flatMap { Day($0) }
        }
    }

    /// What one party did to another, summed up.
    package struct Tie: Sendable, Hashable, Encodable {
        package let actor: String
        package let recipient: String
        package let incidents: Int
        /// Those of conflict, in word or deed.
        package let hostile: Int
        package let contested: Int
        package let last: String?
    }

    /// All ties within some time, the strongest first; of one party, where one is named.
    package func ties(of party: String? = nil, since: Day? = nil, until: Day? = nil, limit: Int = 500)
        throws(RecordError) -> [Tie]
    {
        var (sql, arguments) = Selection(states: party.map { [$0] } ?? [], since: since, until: until).condition
        let hostile = EventType.allCases.filter { $0.quad == .verbalConflict || $0.quad == .materialConflict }
        sql = "id IN (SELECT id FROM incident WHERE \(sql)) AND actor <> '' AND recipient <> '' AND actor <> recipient"
        arguments += [limit]
        return try reading { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT actor, recipient, count(*) AS incidents,
                            sum(type IN (\(hostile.map { "'\($0.rawValue)'" }.joined(separator: ", ")))) AS hostile,
                            sum(contested) AS contested, max(start) AS last
                        FROM incident WHERE \(sql) GROUP BY actor, recipient
                        ORDER BY incidents DESC, actor, recipient LIMIT ?
                        """), arguments: arguments
            ).map { row in
                Tie(
                    actor: row["actor"], recipient: row["recipient"], incidents: row["incidents"], hostile: row["hostile"],
                    contested: row["contested"], last: row["last"])
            }
        }
    }

    /// A place where something is told to have happened.
    package struct Scene: Sendable, Hashable, Encodable {
        package let place: String
        package let state: String?
        package let latitude: Double
        package let longitude: Double
        package let incidents: Int
        package let hostile: Int
        /// The latest of them.
        package let latest: String
    }

    /// Places of a selection, those of most incidents first.
    package func scenes(_ selection: Selection, limit: Int = 300) throws(RecordError) -> [Scene] {
        var (sql, arguments) = selection.condition
        arguments += [limit]
        sql += " AND latitude IS NOT NULL AND longitude IS NOT NULL"
        let hostile = EventType.allCases.filter { $0.quad == .verbalConflict || $0.quad == .materialConflict }
        return try reading { db in
            // SQLite takes the other columns from the row of the maximum.
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT place, place_state, latitude, longitude, count(*) AS incidents,
                            sum(type IN (\(hostile.map { "'\($0.rawValue)'" }.joined(separator: ", ")))) AS hostile,
                            id, max(coalesce(start, '')) AS last
                        FROM incident WHERE \(sql) GROUP BY place, latitude, longitude
                        ORDER BY incidents DESC, place LIMIT ?
                        """), arguments: arguments
            ).map { row in
                Scene(
                    place: row["place"], state: row["place_state"], latitude: row["latitude"], longitude: row["longitude"],
                    incidents: row["incidents"], hostile: row["hostile"], latest: row["id"])
            }
        }
    }

    /// An outlet and what the record has of it.
    package struct Voice: Sendable, Hashable {
        package let outlet: String?
        /// The address of one of its reports.
        package let url: String?
        package let reports: Int
        package let first: String?
        package let last: String?
    }

    package func voices() throws(RecordError) -> [Voice] {
        try reading { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT outlet, min(url) AS url, count(*) AS reports, min(published) AS first, max(published) AS last
                    FROM report GROUP BY outlet ORDER BY reports DESC, outlet
                    """
            ).map { row in
                Voice(outlet: row["outlet"], url: row["url"], reports: row["reports"], first: row["first"], last: row["last"])
            }
        }
    }

    /// A report without its text.
    package struct Heading: Sendable, Hashable, Encodable {
        package let report: String
        package let outlet: String?
        package let title: String?
        package let published: String?
        package let url: String?
        package let events: Int
    }

    /// Reports, the latest first.
    ///
    /// - Parameter after: publication and identity of the last one seen, parted by a tilde.
    package func headings(after: String? = nil, outlet: String? = nil, limit: Int = 100) throws(RecordError) -> [Heading] {
        var conditions = ["1"]
        var arguments = StatementArguments()
        if let parts = after?.split(separator: "~", maxSplits: 1, omittingEmptySubsequences: false), parts.count == 2 {
            conditions.append("(coalesce(published, ''), id) < (?, ?)")
            arguments += [String(parts[0]), String(parts[1])]
        }
        if let outlet {
            conditions.append("outlet = ?")
            arguments += [outlet]
        }
        arguments += [limit]
        return try reading { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT id, outlet, title, published, url, (SELECT count(*) FROM event WHERE event.report = report.id) AS events
                    FROM report WHERE \(conditions.joined(separator: " AND "))
                    ORDER BY coalesce(published, '') DESC, id DESC LIMIT ?
                    """, arguments: arguments
            ).map { row in
                Heading(
                    report: row["id"], outlet: row["outlet"], title: row["title"], published: row["published"],
                    url: row["url"], events: row["events"])
            }
        }
    }

    /// Incidents that the program is least sure of, and that nobody has looked at.
    package func uncertain(below confidence: Double, limit: Int) throws(RecordError) -> [Incident] {
        try reading { db in
            try Incidents.fetch(
                """
                SELECT \(Incidents.columns) FROM incident WHERE confidence < ?
                ORDER BY start IS NULL, substr(start, 1, 7) DESC, confidence, id LIMIT ?
                """, [confidence, limit], db)
        }
    }

    /// Pairs of incidents that are alike enough for a person to look whether they are one: the same act between the same two,
    /// within three days, and not parted by a correction.
    package func twins(since: Day, limit: Int) throws(RecordError) -> [(Incident, Incident)] {
        try reading { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT a.id AS one, b.id AS other FROM incident AS a JOIN incident AS b
                        ON a.pair = b.pair AND a.type = b.type AND a.act = b.act AND a.actor = b.actor AND a.id < b.id
                        AND b.start BETWEEN date(a.start, '-3 days') AND date(a.start, '+3 days')
                    WHERE a.start >= ? ORDER BY a.start DESC, a.id, b.id LIMIT ?
                    """, arguments: [since.description, limit])
            return try rows.compactMap { row in
                guard let one = try Incidents.find(row["one"], db), let other = try Incidents.find(row["other"], db) else {
                    return nil
                }
                return (one, other)
            }
        }
    }
}
