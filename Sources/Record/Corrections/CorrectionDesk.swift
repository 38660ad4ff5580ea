internal import Coding
internal import Foundation
internal import GRDB
internal import Reading
internal import World

/// Makes corrections within a transaction.
struct CorrectionDesk {
    private let db: Database
    private let ontology: Ontology
    private var intake: Intake
    private var notes: [String] = []

    init(_ db: Database, rules: Rules, ontology: Ontology) {
        self.db = db
        self.ontology = ontology
        intake = Intake(db, rules: rules)
    }

    mutating func make(_ change: Correction.Change, author: String, reason: String, at time: Date) throws -> Record.Outcome {
        let (subject, detail) = try plan(change)
        try noteContradictions(of: change, events: detail.events)
        try db.execute(
            sql: "INSERT INTO correction (time, author, reason, kind, subject, detail) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                time.formatted(.iso8601), author, reason, change.kind, subject, try Record.json(detail),
            ])
        let number = Int(db.lastInsertedRowID)
        // A split touches what is left too.
        let whole = change.kind == "split" ? try Record.incident(subject, db)?.events ?? [] : []
        try carryOut(change, subject: subject, detail: detail, number: number)
        try intake.finish(touching: detail.events + whole)
        let row = try Row.fetchOne(db, sql: "SELECT * FROM correction WHERE number = ?", arguments: [number])
        guard let correction = try row.map({ try Correction($0) }) else {
            throw CorrectionError(subject, "was not entered in the log", remedy: "try again")
        }
        let incidents = try detail.events.compactMap { event in
            try String.fetchOne(db, sql: "SELECT incident FROM mention WHERE event = ?", arguments: [event])
        }
        return Record.Outcome(correction: correction, notes: notes, incidents: Set(incidents).sorted())
    }

    // MARK: What is meant

    /// The subject as it is called now, and the events the change touches.
    private mutating func plan(_ change: Correction.Change) throws -> (subject: String, Correction.Detail) {
        switch change {
        case .confirm(let id), .reject(let id):
            if id.hasPrefix("i") {
                let incident = try incident(id)
                return (incident.id, Correction.Detail(events: incident.events))
            }
            let event = try event(id).event
            return (event.id, Correction.Detail(events: [event.id]))
        case .recode(let id, let fields):
            let (event, coded) = try event(id)
            guard !fields.isEmpty else {
                throw CorrectionError(event.id, "nothing is to be recoded", remedy: "name what is wrong, such as --act deny")
            }
            _ = try recoded(event, fields)
            let named = Dictionary(uniqueKeysWithValues: fields.map { ($0.key.rawValue, $0.value) })
            return (event.id, Correction.Detail(events: [event.id], fields: named, coded: coded ?? event))
        case .merge(let one, let other):
            let (first, second) = (try incident(one), try incident(other))
            guard first.id != second.id else {
                throw CorrectionError(other, "is one with \(first.id) already", remedy: "nothing is to be done")
            }
            guard first.type == second.type, Set(first.dyad) == Set(second.dyad) else {
                throw CorrectionError(
                    second.id,
                    "is \(second.dyad.joined(separator: " → ")) \(second.type.rawValue), \(first.id) is "
                        + "\(first.dyad.joined(separator: " → ")) \(first.type.rawValue)",
                    remedy: "recode its events first, if they are the same")
            }
            return (first.id, Correction.Detail(events: [first.events[0], second.events[0]], other: second.id))
        case .split(let id, let events):
            let whole = try incident(id)
            let parted = events.isEmpty ? try brought(under: id, into: whole) : try events.map { try event($0).event.id }
            if let stranger = parted.first(where: { !whole.events.contains($0) }) {
                throw CorrectionError(
                    stranger, "is not told in \(whole.id)", remedy: "`demarche incident \(whole.id)` shows what is")
            }
            guard Set(parted).count < whole.events.count else {
                throw CorrectionError(whole.id, "would have nothing left", remedy: "name only the events that are something else")
            }
            return (whole.id, Correction.Detail(events: Set(parted).sorted()))
        }
    }

    /// The incident of an identity, also of one that passed away.
    private mutating func incident(_ id: String) throws -> Incident {
        guard let incident = try Record.incident(id, db) else {
            throw CorrectionError(
                id, "there is no such incident, or several", remedy: "`demarche incidents` tells the identities")
        }
        if !incident.id.hasPrefix(id) { notes.append("\(id) is \(incident.id) now") }
        return incident
    }

    private func event(_ id: String) throws -> (event: Event, coded: Event?) {
        let rows = try Row.fetchAll(
            db, sql: "SELECT id, json, coded FROM event WHERE id >= ?1 AND id < ?1 || char(0x10FFFF) ORDER BY id LIMIT 2",
            arguments: [id])
        guard let row = rows.first, rows.count == 1 || row["id"] == id else {
            throw CorrectionError(id, "there is no such event, or several", remedy: "`demarche events` tells the identities")
        }
        let coded: String? = row["coded"]
        let events = try Record.decoded([row["json"]] + [coded].compactMap(\.self))
        return (events[0], events.count > 1 ? events[1] : nil)
    }

    /// The events that were merged from an identity that passed away.
    private func brought(under id: String, into whole: Incident) throws -> [String] {
        let anchor = try String.fetchOne(db, sql: "SELECT event FROM redirect WHERE incident = ?", arguments: [id])
        guard let anchor, whole.events.contains(anchor) else {
            throw CorrectionError(id, "says not which events are something else", remedy: "name them after it")
        }
        return try String.fetchAll(
            db,
            sql: """
                SELECT event FROM mention WHERE incident = ?1
                    AND founder = (SELECT founder FROM mention WHERE event = ?2)
                """, arguments: [whole.id, anchor])
    }

    // MARK: What is said against others

    private mutating func noteContradictions(of change: Correction.Change, events: [String]) throws {
        let opposed: Set<String> =
            switch change {
            case .confirm: ["reject", "recode"]
            case .reject: ["confirm", "recode"]
            case .recode: ["confirm", "reject", "recode"]
            case .merge: ["split"]
            case .split: ["merge", "split"]
            }
        var told: Set<Int> = []
        for event in events {
            let row = try Row.fetchOne(
                db, sql: "SELECT * FROM correction WHERE detail LIKE ? ORDER BY number DESC LIMIT 1",
                arguments: ["%\"\(event)\"%"])
            guard let earlier = try row.map({ try Correction($0) }), opposed.contains(earlier.kind),
                told.insert(earlier.number).inserted
            else { continue }
            notes.append(
                "\(earlier.author) had made a \(earlier.kind) here on \(earlier.time) (number \(earlier.number): "
                    + "\(earlier.reason)); this later correction stands, the log keeps both")
        }
    }

    // MARK: What is done

    private mutating func carryOut(
        _ change: Correction.Change, subject: String, detail: Correction.Detail, number: Int
    ) throws {
        switch change {
        case .confirm:
            let rejected = try detail.events.filter { try standing($0) == "rejected" }
            for event in detail.events where try standing(event) != "recoded" { try set("confirmed", event) }
            try intake.place(rejected.map { try event($0).event })
            try understand(rejected)
        case .reject:
            try intake.withdraw(detail.events)
            for event in detail.events { try set("rejected", event) }
            try understand(detail.events)
        case .recode(_, let fields):
            let (event, coded) = try event(subject)
            let new = try recoded(event, fields)
            try intake.withdraw([subject])
            try db.execute(
                sql: """
                    UPDATE event SET actor = ?, recipient = ?, type = ?, act = ?, start = ?, end = ?, pair = ?, json = ?,
                        standing = 'recoded', coded = ? WHERE id = ?
                    """,
                arguments: [
                    new.actor.key, new.recipient?.key ?? "", new.type.rawValue, new.act, new.date?.start.description,
                    new.date?.end.description, Record.pair(new.actor.key, new.recipient?.key ?? ""), try Record.json(new),
                    try Record.json(coded ?? event), subject,
                ])
            try intake.place([new])
            try understand([subject])
        case .merge:
            try bond(detail.events[0], detail.events[1], number)
        case .split:
            try split(detail.events, from: subject, number)
        }
    }

    private func standing(_ event: String) throws -> String? {
        try String.fetchOne(db, sql: "SELECT standing FROM event WHERE id = ?", arguments: [event])
    }

    private func set(_ standing: String, _ event: String) throws {
        try db.execute(sql: "UPDATE event SET standing = ? WHERE id = ?", arguments: [standing, event])
    }

    private func understand(_ events: [String]) throws {
        let reports = try events.compactMap {
            try String.fetchOne(db, sql: "SELECT report FROM event WHERE id = ?", arguments: [$0])
        }
        for report in Set(reports).sorted() { try intake.understandAnew(report) }
    }

    private func bond(_ one: String, _ other: String, _ number: Int) throws {
        try db.execute(
            sql: "INSERT OR REPLACE INTO bond (one, other, correction) VALUES (?, ?, ?)",
            arguments: [min(one, other), max(one, other), number])
    }

    /// The events become a group of their own, and what is left stays together.
    private func split(_ events: [String], from incident: String, _ number: Int) throws {
        let parted = Set(events)
        let members = try Row.fetchAll(
            db, sql: "SELECT event, founder, part FROM mention WHERE incident = ? ORDER BY vagueness, day_from, event",
            arguments: [incident])
        let rest = members.filter { !parted.contains($0["event"]) }
        for event in events {
            for row in rest {
                let other: String = row["event"]
                try db.execute(
                    sql: "DELETE FROM bond WHERE one = ? AND other = ?", arguments: [min(event, other), max(event, other)])
            }
            try setPart(2 * number, event)
        }
        // Those that followed one of the events do so no more.
        for row in rest where parted.contains(row["founder"]) && row["part"] as Int? == nil {
            try setPart(2 * number + 1, row["event"])
        }
        for (one, other) in zip(rest, rest.dropFirst()) { try bond(one["event"], other["event"], number) }
    }

    private func setPart(_ part: Int, _ event: String) throws {
        try db.execute(sql: "UPDATE event SET part = ? WHERE id = ?", arguments: [part, event])
        try db.execute(sql: "UPDATE mention SET part = ? WHERE event = ?", arguments: [part, event])
    }

    /// An event as a person has it.
    private func recoded(_ event: Event, _ fields: [Correction.Field: String]) throws -> Event {
        var event = event
        for (field, value) in fields.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            switch field {
            case .act:
                guard let act = ontology.acts[value] else {
                    throw CorrectionError(value, "is no act", remedy: "the acts are in Sources/Coding/Resources/acts.txt")
                }
                (event.act, event.type, event.scale, event.contexts) = (act.key, act.type, act.scale, act.contexts)
            case .actor:
                event.actor = try side(value, instead: event.actor)
            case .recipient:
                event.recipient = try value.isEmpty ? nil : side(value, instead: event.recipient ?? event.actor)
            case .start, .end:
                break
            case .place:
                event.place = value.isEmpty ? nil : Place(name: value)
            case .status:
                guard let status = Event.Status(rawValue: value) else {
                    throw CorrectionError(
                        value, "is no status",
                        remedy: "give \(Event.Status.allCases.map(\.rawValue).joined(separator: ", "))")
                }
                event.status = status
            }
        }
        if let start = fields[.start] {
            if start.isEmpty {
                event.date = nil
            } else {
                guard let first = Day(start), let last = Day(fields[.end] ?? start), first <= last else {
                    throw CorrectionError(
                        start, "is no date or span", remedy: "write it as 2025-06-30, the end not before the start")
                }
                event.date = Event.Dating(start: first, end: last)
            }
        }
        return event
    }

    private func side(_ code: String, instead side: Event.Side) throws -> Event.Side {
        guard code.utf8.count == 3, code.utf8.allSatisfy({ (65...90).contains($0) }) else {
            throw CorrectionError(code, "is no code of a state", remedy: "give one such as AZE")
        }
        return Event.Side(text: side.text, actor: Actor(state: code, sector: side.actor.sector))
    }
}
