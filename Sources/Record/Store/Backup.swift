internal import Crypto
internal import Foundation
internal import GRDB

/// Copies of SQLite files, each as it stood at one moment while others go on writing it. They take their places when all
/// are there, whole and checked; until then nothing has changed.
public final class Backup {
    private struct Copy {
        let draft: String
        let path: String
    }

    private var copies: [Copy] = []

    public init() {}

    deinit {
        for copy in copies { Self.remove(copy.draft) }
    }

    /// Copies a file, which nobody else may read where nobody else may read the original.
    ///
    /// - Parameter path: where the copy is to be put by `finish()`.
    /// - Throws: `RecordError` where there is such a file already, or the copy does not hold what the original held.
    public func copy(_ source: String, to path: String) throws(RecordError) {
        guard FileManager.default.fileExists(atPath: source) else {
            throw RecordError(source, "there is no such file", remedy: "name the one that is to be copied")
        }
        try Self.refuseToOverwrite(path)
        do {
            try write(source, Copy(draft: Self.draft(of: path), path: path))
        } catch let error as DatabaseError where [.SQLITE_FULL, .SQLITE_IOERR].contains(error.resultCode) {
            let cause = error.resultCode == .SQLITE_FULL ? "the disk is full" : "the disk failed"
            throw RecordError(path, "cannot be written: \(cause)", remedy: "make room, or name a file elsewhere")
        } catch let error as DatabaseError {
            throw RecordError(source, error)
        } catch {
            throw RecordError(path, error)
        }
    }

    private func write(_ source: String, _ copy: Copy) throws {
        let permissions = try FileManager.default.attributesOfItem(atPath: source)[.posixPermissions]
        Self.remove(copy.draft)
        guard
            FileManager.default.createFile(
                atPath: copy.draft, contents: nil, attributes: permissions.map { [.posixPermissions: $0] })
        else {
            throw RecordError(copy.path, "cannot be written", remedy: "name a file in a folder that this user may write")
        }
        copies.append(copy)
        let hash = try Self.reader(source).read { db in
            // Reading before holds the moment; a backup that begins it by itself lets go of it at its end.
            let hash = try Self.hash(db)
            try DatabaseQueue(path: copy.draft).writeWithoutTransaction { draft in try db.backup(to: draft) }
            return hash
        }
        try Self.reader(copy.draft).read { db in
            guard try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"], try Self.hash(db) == hash else {
                throw RecordError(copy.path, "the copy is not what was copied", remedy: "check the disk, and try again")
            }
        }
    }

    /// Puts the copies in their places.
    ///
    /// - Throws: `RecordError` where something stands there by now: nothing is overwritten.
    public func finish() throws(RecordError) {
        for copy in copies { try Self.refuseToOverwrite(copy.path) }
        // The first last: where it stands, all do.
        while let copy = copies.last {
            guard rename(copy.draft, copy.path) == 0 else {
                throw RecordError(
                    copy.path, "cannot be put in its place (\(String(cString: strerror(errno))))",
                    remedy: "name a file in another folder")
            }
            copies.removeLast()
        }
    }

    private static func draft(of path: String) -> String {
        let file = URL(fileURLWithPath: path)
        return file.deletingLastPathComponent().appendingPathComponent(".\(file.lastPathComponent).\(getpid()).draft").path
    }

    /// What another database left beside a path would be taken for a part of the copy.
    private static func refuseToOverwrite(_ path: String) throws(RecordError) {
        for file in companions(of: path) where FileManager.default.fileExists(atPath: file) {
            throw RecordError(file, "is there already", remedy: "name another file, or move this one away first")
        }
    }

    private static func companions(of path: String) -> [String] { ["", "-wal", "-shm", "-journal"].map { path + $0 } }

    private static func remove(_ draft: String) {
        for file in companions(of: draft) { unlink(file) }
    }

    /// Not opened as read-only, which would leave the companions of a file behind.
    private static func reader(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.busyMode = .timeout(30)
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Over every row of every table, in the order in which they lie.
    private static func hash(_ db: Database) throws -> SHA256.Digest {
        var hash = SHA256()
        let tables = try String.fetchAll(
            db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name")
        for table in tables {
            hash.update(data: Data(table.utf8))
            let rows = try Row.fetchCursor(db, sql: "SELECT * FROM \(table.quotedDatabaseIdentifier)")
            while let row = try rows.next() {
                for value in row.databaseValues { add(value, to: &hash) }
            }
        }
        return hash.finalize()
    }

    private static func add(_ value: DatabaseValue, to hash: inout SHA256) {
        let (kind, bytes): (UInt8, Data) =
            switch value.storage {
            case .null: (0, Data())
            case .int64(let number): (1, Data("\(number)".utf8))
            case .double(let number): (2, Data("\(number.bitPattern)".utf8))
            case .string(let text): (3, Data(text.utf8))
            case .blob(let data): (4, data)
            }
        hash.update(data: Data([kind]) + Data("\(bytes.count) ".utf8))
        hash.update(data: bytes)
    }
}
