internal import Foundation
internal import GRDB

/// The readers of the letter, what they agreed to, and what was sent to them: a file of its own beside the record.
///
/// The record is there to be shared; this file is not, and nothing of it is in the record.
public struct Readers: Sendable {
    public let path: String
    let database: DatabaseQueue
    let vault: AddressVault

    /// Where the readers of a record are, unless told otherwise: `demarche.readers.sqlite` beside `demarche.sqlite`.
    public static func path(beside record: String) -> String {
        (record.hasSuffix(".sqlite") ? String(record.dropLast(7)) : record) + ".readers.sqlite"
    }

    /// - Parameter vault: how addresses lie in the file; must be as when it was made.
    public init(path: String, vault: AddressVault = .open) throws(BriefingError) {
        self.path = path
        self.vault = vault
        do {
            // Nobody else on the machine is to read it, from its first byte on.
            if !FileManager.default.fileExists(atPath: path) {
                _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
            }
            var configuration = Configuration()
            configuration.busyMode = .timeout(10)
            configuration.foreignKeysEnabled = true
            configuration.prepareDatabase { db in
                try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON")
            }
            database = try DatabaseQueue(path: path, configuration: configuration)
            try database.read { db in
                let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
                let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
                guard application == ReadersSchema.application || tables == 0 else {
                    throw BriefingError(path, "is no file of readers", remedy: "name another with --readers")
                }
                guard try !ReadersSchema.migrator.hasBeenSuperseded(db) else {
                    throw BriefingError(path, "was made by a newer version of demarche", remedy: "install that version")
                }
            }
            try ReadersSchema.migrator.migrate(database)
            try Self.check(vault, path, database)
        } catch {
            throw Self.error(path, error)
        }
    }

    /// Refuses to mix addresses that are sealed with others that are not, or are with another key.
    private static func check(_ vault: AddressVault, _ path: String, _ database: DatabaseQueue) throws {
        try database.write { db in
            let hasReaders = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM reader)") ?? false
            let known = try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'vault'")
            guard known != vault.check else { return }
            guard known == nil || !hasReaders else {
                throw known == "open"
                    ? BriefingError(path, "holds addresses that are not sealed", remedy: "seal them with `demarche readers seal`")
                    : BriefingError(
                        path, "holds addresses sealed with a key that was not given",
                        remedy: "name the key's file in the settings (“address-key:”) or with --key")
            }
            try db.execute(sql: "INSERT OR REPLACE INTO setting VALUES ('vault', ?)", arguments: [vault.check])
        }
    }

    /// Seals the addresses of a file in which they are not, for good.
    public func seal(with vault: AddressVault) throws(BriefingError) -> Readers {
        guard !self.vault.isSealed else {
            throw BriefingError(path, "is sealed already", remedy: "export and import it to change the key")
        }
        try writing { db in
            for row in try Row.fetchAll(db, sql: "SELECT id, address FROM reader WHERE address IS NOT NULL") {
                let id: String = row["id"]
                let address = try self.vault.open(row["address"], of: id)
                try db.execute(
                    sql: "UPDATE reader SET address = ?, lookup = ? WHERE id = ?",
                    arguments: [try vault.seal(address, of: id), vault.lookUp(address), id])
            }
            for hash in try Data.fetchAll(db, sql: "SELECT lookup FROM suppression") {
                try db.execute(sql: "UPDATE suppression SET lookup = ? WHERE lookup = ?", arguments: [vault.keyed(hash), hash])
            }
            try db.execute(sql: "INSERT OR REPLACE INTO setting VALUES ('vault', ?)", arguments: [vault.check])
        }
        do {
            try database.vacuum()
            try database.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
        } catch {
            throw Self.error(path, error)
        }
        return try Readers(path: path, vault: vault)
    }

    // MARK: In and out

    func reading<Value>(_ body: (Database) throws -> Value) throws(BriefingError) -> Value {
        do { return try database.read(body) } catch { throw Self.error(path, error) }
    }

    @discardableResult
    func writing<Value>(_ body: (Database) throws -> Value) throws(BriefingError) -> Value {
        do { return try database.write(body) } catch { throw Self.error(path, error) }
    }

    /// What a failure means, told without the values of a statement: they may be addresses.
    private static func error(_ path: String, _ error: any Error) -> BriefingError {
        if let error = error as? BriefingError { return error }
        return switch (error as? DatabaseError)?.resultCode {
        case .SQLITE_NOTADB?: BriefingError(path, "is no file of readers", remedy: "name another with --readers")
        case .SQLITE_BUSY?, .SQLITE_LOCKED?: BriefingError(path, "is being written by another program", remedy: "try again")
        case .SQLITE_FULL?: BriefingError(path, "the disk is full", remedy: "make room and go on: what was written is whole")
        case .SQLITE_IOERR?:
            BriefingError(
                path, "the disk is full or failed while reading or writing",
                remedy: "make room, check the disk and go on: what was written is whole")
        case .SQLITE_READONLY?, .SQLITE_CANTOPEN?, .SQLITE_PERM?:
            BriefingError(path, "cannot be opened for writing", remedy: "check its folder and whose it is")
        case .SQLITE_CORRUPT?: BriefingError(path, "is damaged", remedy: "restore it from a backup")
        case let code?:
            BriefingError(path, "failed (SQLite \(code.rawValue))", remedy: "try again, and report this if it goes on")
        case nil where error is Address.AddressError:
            BriefingError(path, "holds what is no address", remedy: "restore it from a backup")
        case nil:
            BriefingError(path, "an address could not be unsealed", remedy: "check that the key is the one it was sealed with")
        }
    }
}
