public import Coding
public import Reading
internal import Foundation
internal import GRDB
internal import Language
internal import World

/// The record: reports, the events they tell, and the incidents these amount to, in one SQLite file.
///
/// A report goes in whole or not at all, with everything that follows from it, in one transaction; whatever stops the
/// program leaves a record that opens and holds only whole reports.
public struct Record: Sendable {
    public let path: String
    let database: any DatabaseWriter

    public enum Access: Sendable {
        /// Makes the record where there is none.
        case write
        case read
    }

    /// - Throws: `RecordError` where the file is no record, locked, may not be written, or of a newer version.
    public init(path: String, _ access: Access = .write) throws(RecordError) {
        self.path = path
        let exists = FileManager.default.fileExists(atPath: path)
        if access == .read, !exists {
            throw RecordError(
                path, "there is no record yet", remedy: "make one with `demarche read SOURCE…`, or name another with --record")
        }
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            throw RecordError(path, "is a folder", remedy: "name a file with --record")
        }
        if exists, access == .write, !FileManager.default.isWritableFile(atPath: path) {
            throw RecordError(
                path, "may not be written", remedy: "allow this user to write it (chmod u+w), or name another with --record")
        }
        do {
            database = try Self.opened(path, access)
        } catch {
            throw RecordError(path, error)
        }
    }

    private static func opened(_ path: String, _ access: Access) throws -> any DatabaseWriter {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.foreignKeysEnabled = true
        let folder = (path as NSString).deletingLastPathComponent
        let folderIsWritable = FileManager.default.isWritableFile(atPath: folder.isEmpty ? "." : folder)
        let fileIsWritable = FileManager.default.isWritableFile(atPath: path)
        let writer: any DatabaseWriter
        if access == .read, !fileIsWritable || !folderIsWritable {
            // A record on a disk or in a folder that cannot be written is still to be read.
            configuration.readonly = true
            let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
            let isLive = FileManager.default.fileExists(atPath: path + "-wal")
            writer = try DatabaseQueue(path: isLive ? path : "file:\(escaped)?immutable=1", configuration: configuration)
        } else {
            configuration.prepareDatabase { db in
                try db.execute(sql: "PRAGMA synchronous = NORMAL")
            }
            writer = try DatabasePool(path: path, configuration: configuration)
        }
        try writer.read { db in
            let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
            let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
            guard application == Schema.application || tables == 0 else {
                throw RecordError(path, "is another program's database, not a record", remedy: "name another file with --record")
            }
            guard try !Schema.migrator.hasBeenSuperseded(db) else {
                throw RecordError(
                    path, "was made by a newer version of demarche", remedy: "install that version, or name another record")
            }
        }
        if !configuration.readonly { try Schema.migrator.migrate(writer) }
        return writer
    }

    // MARK: In

    public enum Addition: Sendable, Equatable {
        case added(events: Int)
        case known
    }

    /// Whether a report of this identity has been read.
    public func holds(report id: String) throws(RecordError) -> Bool {
        try reading { db in
            try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM report WHERE id = ?)", arguments: [id]) ?? false
        }
    }

    /// Takes in a report with its sentences and events, and brings the incidents up to date. A report that is known
    /// changes nothing.
    public func add(_ report: Report, _ reading: Coder.Reading) throws(RecordError) -> Addition {
        do {
            return try database.write { db in try Self.insert(report, reading, db) }
        } catch {
            throw RecordError(path, error)
        }
    }

    /// The same within a transaction of the caller's.
    static func insert(_ report: Report, _ reading: Coder.Reading, _ db: Database) throws -> Addition {
        try db.execute(
            sql: """
                INSERT INTO report (id, url, outlet, title, byline, published, language, text)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
            arguments: [
                report.id, report.url, report.outlet, report.title, report.byline, report.published, report.language,
                report.text,
            ])
        guard db.changesCount > 0 else { return .known }
        for sentence in reading.sentences {
            try db.execute(
                sql: "INSERT INTO sentence (report, number, start, end, text) VALUES (?, ?, ?, ?, ?)",
                arguments: [report.id, sentence.index, sentence.start, sentence.end, sentence.text])
        }
        var groups: Set<Group> = []
        for event in reading.events {
            let group = Group(event)
            try db.execute(
                sql: """
                    INSERT INTO event (id, report, sentence, actor, recipient, type, act, start, end, pair, json)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    event.id, event.report, event.sentence.index, event.actor.key, event.recipient?.key ?? "",
                    event.type.rawValue, event.act, event.date?.start.description, event.date?.end.description,
                    group.pair, try Self.json(event),
                ])
            groups.insert(group)
        }
        for group in groups { try Self.merge(group, db) }
        return .added(events: reading.events.count)
    }

    /// Events that may tell of the same incident: those of one pair and type.
    struct Group: Hashable {
        let pair: String
        let type: EventType

        init(_ event: Event) {
            pair = Record.pair(event.actor.key, event.recipient?.key ?? "")
            type = event.type
        }
    }

    static func merge(_ group: Group, _ db: Database) throws {
        let arguments: StatementArguments = [group.pair, group.type.rawValue]
        let rows = try String.fetchAll(db, sql: "SELECT json FROM event WHERE pair = ? AND type = ?", arguments: arguments)
        let events = try rows.map { try JSONDecoder().decode(Event.self, from: Data($0.utf8)) }
        try db.execute(sql: "DELETE FROM incident WHERE pair = ? AND type = ?", arguments: arguments)
        for incident in Merging.incidents(of: events) {
            try db.execute(
                sql: """
                    INSERT INTO incident (id, actor, recipient, type, act, start, end, pair, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    incident.id, incident.dyad[0], incident.dyad.count > 1 ? incident.dyad[1] : "", incident.type.rawValue,
                    incident.act, incident.date?.start.description, incident.date?.end.description, group.pair,
                    try json(incident),
                ])
        }
    }

    static func pair(_ one: String, _ other: String) -> String { one < other ? "\(one)|\(other)" : "\(other)|\(one)" }

    static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    func reading<Value>(_ body: (Database) throws -> Value) throws(RecordError) -> Value {
        do {
            return try database.read(body)
        } catch {
            throw RecordError(path, error)
        }
    }
}

extension Event.Side {
    /// The side's state, or the name of a body of no state.
    var key: String { actor.state ?? actor.name ?? "" }
}
