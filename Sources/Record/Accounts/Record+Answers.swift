internal import GRDB

extension Record {
    /// An incident that answers another, where a report says so.
    public struct Answer: Sendable, Hashable, Encodable {
        public let incident: String
        public let answered: String
        /// The words that say so: "in retaliation for".
        public let cue: String
        public let reports: [String]
    }

    /// What an incident answers, and what answers it.
    public func answers(of incident: Incident) throws(RecordError) -> (given: [Answer], received: [Answer]) {
        try reading { db in
            (
                try Self.answers("own.incident = ?", incident.id, db),
                try Self.answers("other.incident = ?", incident.id, db)
            )
        }
    }

    private static func answers(_ condition: String, _ id: String, _ db: Database) throws -> [Answer] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT own.incident AS incident, other.incident AS answered, min(answer.cue) AS cue,
                        group_concat(DISTINCT own.report) AS reports
                    FROM answer JOIN mention AS own ON own.event = answer.event
                        JOIN mention AS other ON other.event = answer.answered
                    WHERE \(condition) AND own.incident <> other.incident
                    GROUP BY own.incident, other.incident ORDER BY own.incident, other.incident
                    """), arguments: [id])
        return rows.map { row in
            let reports: String = row["reports"]
            return Answer(
                incident: row["incident"], answered: row["answered"], cue: row["cue"],
                reports: reports.split(separator: ",").map(String.init).sorted())
        }
    }

    /// What led to an incident: what it answers, what that answers, and so on, the nearest first. Nothing stands twice.
    public func causes(of incident: Incident) throws(RecordError) -> [(incident: Incident, answer: Answer)] {
        var chain: [(incident: Incident, answer: Answer)] = []
        var seen: Set<String> = [incident.id]
        var waiting = [incident]
        while !waiting.isEmpty {
            let next = waiting.removeFirst()
            for answer in try answers(of: next).given where seen.insert(answer.answered).inserted {
                guard let answered = try self.incident(answer.answered) else { continue }
                chain.append((answered, answer))
                waiting.append(answered)
            }
        }
        return chain
    }

    /// Outlets by report, with whose they are and who owns them.
    public func outlets(ofReports ids: some Sequence<String>, known: Outlets) throws(RecordError) -> [String: Outlets.Outlet] {
        try reading { db in
            var outlets: [String: Outlets.Outlet] = [:]
            for id in ids where outlets[id] == nil {
                let row = try Row.fetchOne(
                    db.cachedStatement(sql: "SELECT outlet, url FROM report WHERE id = ?"), arguments: [id])
                outlets[id] = row.map { known.outlet(named: $0["outlet"], url: $0["url"]) }
            }
            return outlets
        }
    }
}
