internal import Coding
internal import Foundation
internal import GRDB
internal import Reading
internal import World

/// Brings a record up to date with events that come and go, within one transaction.
struct Intake {
    let db: Database
    let rules: Rules
    private var merging: Merging
    /// Incidents that lost an event.
    private var stale: Set<String> = []
    /// Events whose incidents are counted anew.
    private var recounted: Set<String> = []

    init(_ db: Database, rules: Rules) {
        self.db = db
        self.rules = rules
        merging = Merging(db, likeness: rules.likeness)
    }

    /// - Parameter sentences: the report's, by their numbers.
    mutating func add(_ events: [Event], of report: String, published: Day?, sentences: [Int: String]) throws {
        for event in events { try insert(event) }
        try merging.add(events.map { Mention($0, published: published, likeness: rules.likeness) })
        try understand(events, sentences: sentences)
    }

    /// Finds what a report with events repeats, or is repeated by.
    mutating func compare(_ report: String, text: String) throws { try recount(Copies(db: db).place(report, text: text)) }

    /// Reports that have another origin than before.
    mutating func recount(_ reports: [String]) throws {
        for report in reports {
            recounted.formUnion(
                try String.fetchAll(
                    db.cachedStatement(sql: "SELECT event FROM mention WHERE report = ?"), arguments: [report]))
        }
    }

    /// Figures told beside events, and which event answers which.
    private func understand(_ events: [Event], sentences: [Int: String]) throws {
        var numbers: [String: Int] = [:]
        for telling in ReportFigures(words: rules.words).tellings(in: sentences, events: events) {
            numbers[telling.event, default: 0] += 1
            try db.cachedStatement(sql: "INSERT INTO telling (event, number, figure, attribution) VALUES (?, ?, ?, ?)").execute(
                arguments: [
                    telling.event, numbers[telling.event] ?? 1, try Record.json(telling.figure),
                    try telling.attribution.map { try Record.json($0) },
                ])
        }
        for answer in Answers(words: rules.words).answers(among: events) {
            try db.cachedStatement(sql: "INSERT OR IGNORE INTO answer (event, answered, cue) VALUES (?, ?, ?)").execute(
                arguments: [answer.event, answer.answered, answer.cue])
        }
    }

    private func insert(_ event: Event) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO event (id, report, sentence, actor, recipient, type, act, start, end, pair, json)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            event.id, event.report, event.sentence.index, event.actor.key, event.recipient?.key ?? "", event.type.rawValue,
            event.act, event.date?.start.description, event.date?.end.description,
            Record.pair(event.actor.key, event.recipient?.key ?? ""), try Record.json(event),
        ])
    }

    /// Takes events out of their incidents. They stay in the table of events.
    mutating func withdraw(_ events: [String]) throws {
        for event in events {
            let incident = try String.fetchOne(
                db.cachedStatement(sql: "SELECT incident FROM mention WHERE event = ?"), arguments: [event])
            if let incident { stale.insert(incident) }
        }
        try merging.remove(events)
    }

    /// Puts events back that were withdrawn or changed.
    mutating func place(_ events: [Event]) throws {
        let mentions = try events.map { Mention($0, published: try published($0.report), likeness: rules.likeness) }
        try merging.add(mentions)
    }

    private func published(_ report: String) throws -> Day? {
        try String.fetchOne(db.cachedStatement(sql: "SELECT published FROM report WHERE id = ?"), arguments: [report])
            .flatMap { Day($0) }
    }

    /// Identities of incidents that lead to one event lead to another from now on.
    func replace(_ event: String, by other: String) throws {
        try db.execute(sql: "UPDATE redirect SET event = ? WHERE event = ?", arguments: [other, event])
        try db.execute(
            sql: "INSERT OR REPLACE INTO redirect (incident, event) VALUES (?, ?)",
            arguments: [Gathering.identity(event), other])
    }

    /// Forgets events for good, and what hangs on them.
    mutating func delete(_ events: [String]) throws {
        try withdraw(events)
        for event in events {
            try db.cachedStatement(sql: "DELETE FROM bond WHERE one = ?1 OR other = ?1").execute(arguments: [event])
            try db.cachedStatement(sql: "DELETE FROM event WHERE id = ?").execute(arguments: [event])
        }
    }

    /// Finds the figures and answers of a report anew.
    func understandAnew(_ report: String) throws {
        try db.execute(
            sql: "DELETE FROM telling WHERE event IN (SELECT id FROM event WHERE report = ?)", arguments: [report])
        try db.execute(sql: "DELETE FROM answer WHERE event IN (SELECT id FROM event WHERE report = ?)", arguments: [report])
        let events = try Record.decoded(
            String.fetchAll(
                db,
                sql: "SELECT json FROM event WHERE report = ? AND standing IS NOT 'rejected' ORDER BY sentence, id",
                arguments: [report]))
        try understand(events, sentences: sentences(of: report))
    }

    private func sentences(of report: String) throws -> [Int: String] {
        let rows = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT number, text FROM sentence WHERE report = ?"), arguments: [report])
        return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as Int, $0[1] as String) })
    }

    /// Writes the incidents that the changes reach.
    mutating func finish() throws {
        try Gathering(db, rules: rules).refresh(founders: merging.changed, stale: stale, events: recounted)
        recounted = []
        merging = Merging(db, likeness: rules.likeness)
        stale = []
    }

    /// Writes incidents anew whose events a person joined or parted.
    mutating func finish(touching events: [String]) throws {
        try Gathering(db, rules: rules).refresh(founders: merging.changed, stale: stale, events: Set(events))
        merging = Merging(db, likeness: rules.likeness)
        stale = []
    }

    /// Merges all events of the record, which has no mentions yet.
    mutating func mergeAnew() throws {
        let reports = try Row.fetchAll(db, sql: "SELECT id, published FROM report ORDER BY id")
        for row in reports {
            let id: String = row["id"]
            let published: String? = row["published"]
            let events = try Record.decoded(
                String.fetchAll(db, sql: "SELECT json FROM event WHERE report = ? ORDER BY sentence, id", arguments: [id]))
            try merging.add(
                events.map { Mention($0, published: published.flatMap { Day($0) }, likeness: rules.likeness) })
            try understand(events, sentences: sentences(of: id))
        }
        try finish()
    }
}
