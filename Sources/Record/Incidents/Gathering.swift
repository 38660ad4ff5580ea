internal import Coding
internal import Foundation
internal import GRDB
internal import Reading
internal import World

/// Writes incidents from the events placed together, with what people joined and parted.
///
/// The events of a founder are one group; those that a person split off are groups of their own. Groups that a bond links
/// are one incident. Its identity is that of the first of its events in their order, so that it does not depend on the
/// order of reading; an identity that passes away leads to its event's incident.
struct Gathering {
    let db: Database
    let rules: Rules

    init(_ db: Database, rules: Rules) {
        self.db = db
        self.rules = rules
    }

    private struct Member {
        let event: String
        let order: Mention.Order
        let founder: String
        let part: Int?
        let incident: String?

        init(_ row: Row) {
            event = row["event"]
            order = Mention.Order(vagueness: row["vagueness"], from: row["day_from"], event: row["event"])
            founder = row["founder"]
            part = row["part"]
            incident = row["incident"]
        }
    }

    private static let columns = "event, vagueness, day_from, founder, part, incident"

    /// - Parameters:
    ///   - founders: those whose groups changed.
    ///   - stale: incidents that lost events.
    ///   - events: others whose groups changed.
    func refresh(founders: Set<String>, stale: Set<String>, events: Set<String> = []) throws {
        var stale = stale
        var seen: Set<String> = []
        let areBonds = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM bond)") ?? false
        var members = try founders.sorted().flatMap { try self.members("founder = ?", [$0]) }
        members += try events.sorted().flatMap { try self.members("event = ?", [$0]) }
        for member in members where !seen.contains(member.event) {
            let gathered = try group(of: member, followingBonds: areBonds)
            seen.formUnion(gathered.map(\.event))
            guard let first = gathered.map(\.order).min() else { continue }
            let id = Self.identity(first.event)
            stale.insert(id)
            for member in gathered where member.incident != id {
                if let former = member.incident { stale.insert(former) }
                try db.cachedStatement(sql: "UPDATE mention SET incident = ? WHERE event = ?").execute(
                    arguments: [id, member.event])
            }
        }
        for id in stale.sorted() { try write(id) }
    }

    static func identity(_ event: String) -> String { "i" + (event.hasPrefix("e") ? String(event.dropFirst()) : event) }

    private func members(_ condition: String, _ arguments: StatementArguments) throws -> [Member] {
        try Row.fetchAll(
            db.cachedStatement(sql: "SELECT \(Self.columns) FROM mention WHERE \(condition)"), arguments: arguments
        ).map { Member($0) }
    }

    /// All events that are one incident with an event.
    private func group(of member: Member, followingBonds: Bool) throws -> [Member] {
        var gathered: [String: Member] = [:]
        var waiting = [member]
        while let next = waiting.popLast() {
            guard gathered[next.event] == nil else { continue }
            let group = try fellows(of: next)
            for member in group where gathered[member.event] == nil {
                gathered[member.event] = member
                guard followingBonds else { continue }
                let bonded = try String.fetchAll(
                    db.cachedStatement(sql: "SELECT other FROM bond WHERE one = ?1 UNION SELECT one FROM bond WHERE other = ?1"),
                    arguments: [member.event])
                for event in bonded where gathered[event] == nil { waiting += try members("event = ?", [event]) }
            }
        }
        return Array(gathered.values)
    }

    /// The events that are one group with an event, bonds aside. What was read after a split follows its founder.
    private func fellows(of member: Member) throws -> [Member] {
        let founders = try Int.fetchOne(
            db.cachedStatement(sql: "SELECT part FROM mention WHERE event = ?"), arguments: [member.founder])
        guard let part = member.part ?? founders else { return try members("founder = ? AND part IS NULL", [member.founder]) }
        return try members("part = ?", [part])
            + members("part IS NULL AND founder IN (SELECT event FROM mention WHERE part = ?)", [part])
    }

    private func write(_ id: String) throws {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT event.json AS json, event.standing AS standing, event.id AS id
                    FROM mention JOIN event ON event.id = mention.event
                    WHERE incident = ? ORDER BY vagueness, day_from, mention.event
                    """), arguments: [id])
        let events = try Record.decoded(rows.map { $0["json"] })
        let confirmed = Set(rows.filter { $0["standing"] as String? != nil }.map { $0["id"] as String })
        guard let incident = Incident(id: id, events: events, confirmed: confirmed, accounts: try accounts(of: events)) else {
            return try forget(id)
        }
        try Incidents.write(incident, db)
        try db.cachedStatement(sql: "DELETE FROM redirect WHERE incident = ?").execute(arguments: [id])
    }

    /// The incident has no events any more: its identity leads where its first event is told now.
    private func forget(_ id: String) throws {
        guard let former = try Incidents.find(id, db) else { return }
        try db.cachedStatement(sql: "DELETE FROM incident WHERE id = ?").execute(arguments: [id])
        let standing = try former.events.first {
            try Bool.fetchOne(
                db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM mention WHERE event = ?)"), arguments: [$0]) == true
        }
        // Where none of its events is left, an earlier redirection of the identity may know better.
        guard let event = standing ?? former.events.first else { return }
        let conflict = standing == nil ? "IGNORE" : "REPLACE"
        try db.cachedStatement(sql: "INSERT OR \(conflict) INTO redirect (incident, event) VALUES (?, ?)").execute(
            arguments: [id, event])
    }

    private func accounts(of events: [Event]) throws -> Accounts {
        var sources: [String: Accounts.Source] = [:]
        var tellings: [String: [ReportFigures.Telling]] = [:]
        for event in events {
            if sources[event.report] == nil,
                let row = try Row.fetchOne(
                    db.cachedStatement(sql: "SELECT published, coalesce(origin, id) AS origin FROM report WHERE id = ?"),
                    arguments: [event.report])
            {
                let published: String? = row["published"]
                sources[event.report] = Accounts.Source(published: published.flatMap { Day($0) }, origin: row["origin"])
            }
            let rows = try Row.fetchAll(
                db.cachedStatement(sql: "SELECT figure, attribution FROM telling WHERE event = ? ORDER BY number"),
                arguments: [event.id])
            for row in rows {
                let decoder = JSONDecoder()
                let attribution: String? = row["attribution"]
                tellings[event.id, default: []].append(
                    ReportFigures.Telling(
                        event: event.id,
                        figure: try decoder.decode(Event.Figure.self, from: Data((row["figure"] as String).utf8)),
                        attribution: try attribution.map {
                            try decoder.decode(Event.Attribution.self, from: Data($0.utf8))
                        }))
            }
        }
        return Accounts(words: rules.words, sources: sources, tellings: tellings)
    }
}
