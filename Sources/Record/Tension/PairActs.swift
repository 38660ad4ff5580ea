public import Coding
internal import GRDB
internal import Reading

/// What the record tells of two states, as the index of tension counts it.
public struct PairActs: Sendable {
    /// An incident dated no closer than this many days belongs to no week.
    static let longestSpan = 31

    public let states: [String]
    /// What the first did to the second, and what the second did to the first.
    public let acts: [[CountedAct]]
    /// What the acts were, by identity.
    public let incidents: [String: Incident]
    /// How many incidents are left out because their date is not known well enough.
    public let undated: Int
    /// The hostile share of all pairs in the record.
    public let pool: Double

    /// - Parameters:
    ///   - states: the pair.
    ///   - record: what has been read.
    ///   - ontology: the scale of each act.
    public init(of states: (String, String), in record: Record, ontology: Ontology) throws(RecordError) {
        self.states = [states.0, states.1]
        var acts: [[CountedAct]] = [[], []]
        var incidents: [String: Incident] = [:]
        var undated = 0
        let selection = Record.Selection(states: self.states)
        let tellings = try record.tellings(of: Record.pair(states.0, states.1))
        for incident in try record.incidents(selection) where Self.counts(incident.status) {
            guard let date = incident.date, date.end - date.start <= Self.longestSpan else {
                undated += 1
                continue
            }
            let day = date.start + (date.end - date.start) / 2
            guard let act = CountedAct(incident, told: tellings[incident.id] ?? [], day: day) else { continue }
            incidents[act.id] = incident
            for (index, actor) in self.states.enumerated()
            where incident.type.isMutual || incident.dyad.first == actor {
                acts[index].append(act)
            }
        }
        self.acts = acts
        self.incidents = incidents
        self.undated = undated
        pool = try record.hostileShare(ontology: ontology)
    }

    /// Both directions.
    public var tensions: [Tension] {
        acts.indices.map { Tension(actor: states[$0], recipient: states[1 - $0], acts: acts[$0], pool: pool) }
    }

    /// What is only planned, possible or called off was not done.
    fileprivate static func counts(_ status: Event.Status) -> Bool {
        switch status {
        case .happened, .claimed: true
        case .denied, .planned, .cancelled, .hypothetical: false
        }
    }
}

extension CountedAct {
    /// Who denies the incident gives an account in which nothing was done.
    fileprivate init?(_ incident: Incident, told: [Record.ScaledTelling], day: Day) {
        var origins: [Double: Set<String>] = [:]
        for telling in told where PairActs.counts(telling.status) || telling.status == .denied {
            origins[telling.status == .denied ? 0 : telling.scale, default: []].insert(telling.report)
        }
        self.init(
            id: incident.id, day: day,
            accounts: origins.sorted { $0.key < $1.key }.map { scale, reports in
                Account(scale: scale, origins: max(1, reports.intersection(incident.origins).count))
            },
            confidence: incident.confidence, origins: incident.origins)
    }
}

extension Record {
    /// How grave one report tells an act to be.
    fileprivate struct ScaledTelling {
        let report: String
        let status: Event.Status
        let scale: Double
    }

    /// What is told of a pair, by incident.
    fileprivate func tellings(of pair: String) throws(RecordError) -> [String: [ScaledTelling]] {
        try reading { db in
            let rows = try Row.fetchCursor(
                db.cachedStatement(
                    sql: """
                        SELECT incident.id, mention.report, mention.status, json ->> '$.scale'
                        FROM incident JOIN mention ON mention.incident = incident.id JOIN event ON event.id = mention.event
                        WHERE incident.pair = ?
                        """), arguments: [pair])
            var tellings: [String: [ScaledTelling]] = [:]
            while let row = try rows.next() {
                tellings[row[0], default: []].append(
                    ScaledTelling(report: row[1], status: Event.Status(rawValue: row[2]) ?? .happened, scale: row[3]))
            }
            return tellings
        }
    }

    /// The hostile share of all incidents, from 0 to 1, by the scale of their acts; a half where there are none.
    fileprivate func hostileShare(ontology: Ontology) throws(RecordError) -> Double {
        let counts = try reading { db in
            try Row.fetchAll(db, sql: "SELECT act, count(*) AS count FROM incident GROUP BY act ORDER BY act")
                .map { (act: $0["act"] as String, count: $0["count"] as Int) }
        }
        let all = counts.reduce(Severity()) { sum, row in
            sum + Severity(scale: ontology.acts[row.act]?.scale ?? 0) * Double(row.count)
        }
        return all.share ?? 0.5
    }
}
