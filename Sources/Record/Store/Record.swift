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
    let rules: Rules

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
            rules = try .standard()
            database = try Self.opened(path, access, rules)
        } catch {
            throw RecordError(path, error)
        }
    }

    /// A record in memory, for events that are to be merged and not kept.
    public init() throws(RecordError) {
        path = "memory"
        do {
            rules = try .standard()
            let queue = try DatabaseQueue()
            try Schema.migrator(rules).migrate(queue)
            database = queue
        } catch {
            throw RecordError(path, error)
        }
    }

    private static func opened(_ path: String, _ access: Access, _ rules: Rules) throws -> any DatabaseWriter {
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
                // Pages that one report after another changes are then written into the file once for many.
                try db.execute(sql: "PRAGMA wal_autocheckpoint = 16000")
                // In kB: one writes, and several read, whose pages the system keeps for all of them.
                try db.execute(sql: "PRAGMA cache_size = \(db.configuration.readonly ? -24_000 : -65_536)")
            }
            writer = try DatabasePool(path: path, configuration: configuration)
        }
        try writer.read { db in
            let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
            let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
            guard application == Schema.application || tables == 0 else {
                throw RecordError(path, "is another program's database, not a record", remedy: "name another file with --record")
            }
            let migrator = Schema.migrator(rules)
            guard try !migrator.hasBeenSuperseded(db) else {
                throw RecordError(
                    path, "was made by a newer version of demarche", remedy: "install that version, or name another record")
            }
            guard try !configuration.readonly || migrator.hasCompletedMigrations(db) else {
                throw RecordError(
                    path, "was made by an older version of demarche and may not be written, as bringing it up to date would",
                    remedy: "open it once where it may be written, or copy it there")
            }
        }
        if !configuration.readonly { try Schema.migrator(rules).migrate(writer) }
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
        try add(report, sentences: reading.sentences.map { Passage($0) }, events: reading.events)
    }

    /// A sentence as it is kept.
    package struct Passage: Sendable {
        package let number: Int
        package let start: Int
        package let end: Int
        package let text: String

        package init(number: Int, start: Int, end: Int, text: String) {
            (self.number, self.start, self.end, self.text) = (number, start, end, text)
        }

        init(_ sentence: Sentence) {
            self.init(number: sentence.index, start: sentence.start, end: sentence.end, text: sentence.text)
        }
    }

    package func add(_ report: Report, sentences: [Passage], events: [Event]) throws(RecordError) -> Addition {
        try writing { db in
            var intake = Intake(db, rules: rules)
            let addition = try Self.insert(report, sentences: sentences, events: events, &intake)
            try intake.finish()
            return addition
        }
    }

    /// The same within a transaction of the caller's, who finishes the intake.
    static func insert(_ report: Report, sentences: [Passage], events: [Event], _ intake: inout Intake) throws -> Addition {
        let db = intake.db
        try db.cachedStatement(
            sql: """
                INSERT INTO report (id, url, outlet, title, byline, published, language, text)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """
        ).execute(arguments: [
            report.id, report.url, report.outlet, report.title, report.byline, report.published, report.language,
            report.text,
        ])
        guard db.changesCount > 0 else { return .known }
        try store(sentences, of: report.id, db)
        try intake.add(
            events, of: report.id, published: report.day,
            sentences: Dictionary(sentences.map { ($0.number, $0.text) }) { first, _ in first })
        if !events.isEmpty { try intake.compare(report.id, text: report.text) }
        return .added(events: events.count)
    }

    static func insert(_ report: Report, _ reading: Coder.Reading, _ intake: inout Intake) throws -> Addition {
        try insert(report, sentences: reading.sentences.map { Passage($0) }, events: reading.events, &intake)
    }

    static func store(_ sentences: [Passage], of report: String, _ db: Database) throws {
        for sentence in sentences {
            try db.cachedStatement(sql: "INSERT INTO sentence (report, number, start, end, text) VALUES (?, ?, ?, ?, ?)")
                .execute(arguments: [report, sentence.number, sentence.start, sentence.end, sentence.text])
        }
    }

    static func pair(_ one: String, _ other: String) -> String { one < other ? "\(one)|\(other)" : "\(other)|\(one)" }

    static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func decoded(_ rows: [String]) throws -> [Event] {
        let decoder = JSONDecoder()
        return try rows.map { try decoder.decode(Event.self, from: Data($0.utf8)) }
    }

    func reading<Value>(_ body: (Database) throws -> Value) throws(RecordError) -> Value {
        do {
            return try database.read(body)
        } catch {
            throw RecordError(path, error)
        }
    }

    /// In one transaction: all of it or nothing.
    func writing<Value>(_ body: (Database) throws -> Value) throws(RecordError) -> Value {
        do {
            return try database.write(body)
        } catch {
            throw RecordError(path, error)
        }
    }
}
