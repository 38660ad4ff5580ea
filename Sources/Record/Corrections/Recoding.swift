public import Coding
public import Reading
internal import Foundation
internal import GRDB
internal import Language

/// What a new coder reads in a stored report otherwise than the record has it.
public struct Recoding: Sendable {
    public let report: String
    /// Read now and not before.
    public let added: [Event]
    /// Read before and no more.
    public let removed: [Event]
    /// Read as the same event with other parts: as it was, and as it is.
    public let changed: [(before: Event, after: Event)]
    /// Events that a person confirmed, rejected, recoded, joined or parted: they stay as they are.
    public let kept: [Event]

    public var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }
}

extension Record {
    /// All reports, in the order of their identities, without loading them at once.
    public func forEachReport(_ body: (Report) throws -> Void) throws {
        for id in try reading({ db in try String.fetchAll(db, sql: "SELECT id FROM report ORDER BY id") }) {
            if let report = try report(id)?.report { try body(report) }
        }
    }

    /// What keeping a new reading of a stored report would change.
    public func recoding(_ report: Report, _ reading: Coder.Reading) throws(RecordError) -> Recoding {
        try self.reading { db in try Self.recoding(report.id, reading.events, db) }
    }

    /// Replaces the events of a stored report by those of a new reading. What people corrected stays.
    public func keep(_ report: Report, _ reading: Coder.Reading) throws(RecordError) -> Recoding {
        try writing { db in
            // Made anew here: somebody may have corrected an event since the difference was shown.
            let recoding = try Self.recoding(report.id, reading.events, db)
            var intake = Intake(db, rules: rules)
            try db.execute(sql: "DELETE FROM sentence WHERE report = ?", arguments: [report.id])
            try Self.store(reading.sentences.map { Passage($0) }, of: report.id, db)
            let outdated = recoding.removed + recoding.changed.map(\.before)
            for event in outdated {
                // Who asks for an incident by the name of an event that is gone is led to the one read in its place.
                let heir = recoding.added.first { Self.isRereading($0, of: event) }
                if let heir { try intake.replace(event.id, by: heir.id) }
            }
            try intake.delete(outdated.map(\.id))
            let fresh = recoding.added + recoding.changed.map(\.after)
            try intake.add(fresh, of: report.id, published: report.day, sentences: [:])
            try intake.understandAnew(report.id)
            try intake.finish()
            return recoding
        }
    }

    private static func recoding(_ report: String, _ events: [Event], _ db: Database) throws -> Recoding {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT json, coalesce(coded, json) AS coded, standing IS NOT NULL OR part IS NOT NULL
                    OR EXISTS (SELECT 1 FROM bond WHERE one = event.id OR other = event.id) AS touched
                FROM event WHERE report = ? ORDER BY sentence, id
                """, arguments: [report])
        let stored = try decoded(rows.map { $0["json"] })
        let coded = try decoded(rows.map { $0["coded"] })
        let touched = rows.map { $0["touched"] as Bool }

        var new = Dictionary(events.map { ($0.id, $0) }) { first, _ in first }
        var (kept, removed, changed): ([Event], [Event], [(before: Event, after: Event)]) = ([], [], [])
        for (index, event) in stored.enumerated() where touched[index] {
            kept.append(event)
            let again = new[event.id] ?? new.values.sorted { $0.id < $1.id }.first { isRereading($0, of: coded[index]) }
            if let again { new[again.id] = nil }
        }
        for (index, event) in stored.enumerated() where !touched[index] {
            guard let after = new.removeValue(forKey: event.id) else {
                removed.append(event)
                continue
            }
            if try json(after) != json(event) { changed.append((event, after)) }
        }
        let added = events.filter { new[$0.id] != nil }
        return Recoding(report: report, added: added, removed: removed, changed: changed, kept: kept)
    }

    /// Whether two events of a report are what two coders made of the same words.
    private static func isRereading(_ event: Event, of other: Event) -> Bool {
        event.sentence.start == other.sentence.start
            && (event.act == other.act
                || event.type == other.type
                    && Set([event.actor.key, event.recipient?.key ?? ""])
                        == Set([other.actor.key, other.recipient?.key ?? ""]))
    }
}
