internal import Foundation
internal import GRDB

/// Who may sign in, and who has. In a file of its own beside the record, because a record is shared as data and passwords
/// and sessions are nobody's business.
package struct Accounts: Sendable {
    package struct Account: Sendable, Hashable {
        package let name: String
        package let role: Role
        package let made: String
    }

    private let database: DatabaseQueue
    /// Seconds since 1970-01-01.
    private let clock: @Sendable () -> Int

    /// Where the accounts of a record are: `crisis.sqlite` has them in `crisis.accounts.sqlite`.
    package static func path(besides record: String) -> String {
        (record.hasSuffix(".sqlite") ? String(record.dropLast(7)) : record) + ".accounts.sqlite"
    }

    package init(besides record: String) throws {
        let path = Self.path(besides: record)
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.foreignKeysEnabled = true
        if !FileManager.default.fileExists(atPath: path) {
            _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        }
        do {
            try self.init(DatabaseQueue(path: path, configuration: configuration))
        } catch {
            throw AccountsError.file(path, error)
        }
    }

    /// In memory, for as long as the value lives.
    package init(clock: @escaping @Sendable () -> Int = Self.now) throws {
        try self.init(DatabaseQueue(), clock: clock)
    }

    private init(_ database: DatabaseQueue, clock: @escaping @Sendable () -> Int = Self.now) throws {
        self.database = database
        self.clock = clock
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 accounts, sessions, parted") { db in
            try db.execute(
                sql: """
                    CREATE TABLE account (
                        name TEXT PRIMARY KEY NOT NULL COLLATE NOCASE,
                        role TEXT NOT NULL, password TEXT NOT NULL, made TEXT NOT NULL
                    ) WITHOUT ROWID;
                    CREATE TABLE session (
                        key TEXT PRIMARY KEY NOT NULL,
                        account TEXT NOT NULL REFERENCES account(name) ON DELETE CASCADE,
                        csrf TEXT NOT NULL, seen INTEGER NOT NULL
                    ) WITHOUT ROWID;
                    CREATE INDEX session_by_account ON session (account);
                    CREATE TABLE parted (
                        one TEXT NOT NULL, other TEXT NOT NULL, account TEXT NOT NULL, time TEXT NOT NULL,
                        PRIMARY KEY (one, other)
                    ) WITHOUT ROWID;
                    """)
        }
        try migrator.migrate(database)
    }

    // MARK: Accounts

    package func add(_ name: String, _ role: Role, password: String) throws {
        guard Self.isName(name) else { throw AccountsError.name(name) }
        guard Password.lengths.contains(password.count) else { throw AccountsError.password }
        let stored = try Password(of: password).stored
        try writing { db in
            guard try String.fetchOne(db, sql: "SELECT name FROM account WHERE name = ?", arguments: [name]) == nil else {
                throw AccountsError.taken(name)
            }
            try db.execute(
                sql: "INSERT INTO account (name, role, password, made) VALUES (?, ?, ?, ?)",
                arguments: [name, role.rawValue, stored, Self.time])
        }
    }

    package func all() throws -> [Account] {
        try reading { db in
            try Row.fetchAll(db, sql: "SELECT name, role, made FROM account ORDER BY name").map { row in
                Account(name: row["name"], role: Role(rawValue: row["role"]) ?? .reader, made: row["made"])
            }
        }
    }

    /// A new password ends every session of the account.
    package func setPassword(_ password: String, of name: String) throws {
        guard Password.lengths.contains(password.count) else { throw AccountsError.password }
        let stored = try Password(of: password).stored
        try change(name) { db in
            try db.execute(sql: "UPDATE account SET password = ? WHERE name = ?", arguments: [stored, name])
        }
    }

    /// Another role ends every session of the account.
    package func setRole(_ role: Role, of name: String) throws {
        try change(name) { db in
            try db.execute(sql: "UPDATE account SET role = ? WHERE name = ?", arguments: [role.rawValue, name])
            guard try Self.hasOwner(db) || role == .owner else { throw AccountsError.lastOwner }
        }
    }

    package func remove(_ name: String) throws {
        try change(name) { db in
            let had = try Self.hasOwner(db)
            try db.execute(sql: "DELETE FROM account WHERE name = ?", arguments: [name])
            guard try !had || Self.hasOwner(db) else { throw AccountsError.lastOwner }
        }
    }

    private func change(_ name: String, _ body: (Database) throws -> Void) throws {
        try writing { db in
            guard try String.fetchOne(db, sql: "SELECT name FROM account WHERE name = ?", arguments: [name]) != nil else {
                throw AccountsError.unknown(name)
            }
            try body(db)
            try db.execute(sql: "DELETE FROM session WHERE account = ?", arguments: [name])
        }
    }

    private static func hasOwner(_ db: Database) throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM account WHERE role = 'owner')") ?? false
    }

    private static func isName(_ name: String) -> Bool {
        (1...60).contains(name.count)
            && name.unicodeScalars.allSatisfy { CharacterSet.alphanumerics.contains($0) || "._-".unicodeScalars.contains($0) }
    }

    // MARK: Sessions

    /// The token of a new session; `nil` where name and password do not fit together. It takes as long where there is no
    /// such account.
    package func signIn(_ name: String, password: String) throws -> String? {
        let row = try reading { db in
            try Row.fetchOne(db, sql: "SELECT name, password FROM account WHERE name = ?", arguments: [name])
        }
        let stored = row.map { Password(stored: $0["password"]) } ?? Self.nobody
        guard stored.matches(password), let row else { return nil }
        let token = Secret.token()
        let account: String = row["name"]
        try writing { db in
            try db.execute(sql: "DELETE FROM session WHERE seen < ?", arguments: [clock() - Session.idle])
            try db.execute(
                sql: "INSERT INTO session (key, account, csrf, seen) VALUES (?, ?, ?, ?)",
                arguments: [Secret.digest(token), account, Secret.token(), clock()])
        }
        return token
    }

    private static let nobody = Password(
        stored: "scrypt$32768$8$3$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")

    /// Who a cookie's token stands for. A clock that was set back makes no session last longer: seen in what is the future now,
    /// it ends too.
    package func session(_ token: String) -> Session? {
        let (key, now) = (Secret.digest(token), clock())
        let row = try? reading { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT account.name, role, csrf, seen FROM session JOIN account ON account.name = session.account
                    WHERE key = ? AND seen BETWEEN ? AND ?
                    """, arguments: [key, now - Session.idle, now + Session.idle])
        }
        guard let row, let role = Role(rawValue: row["role"]) else { return nil }
        let seen: Int = row["seen"]
        if abs(now - seen) > 300 {
            try? writing { db in
                try db.execute(sql: "UPDATE session SET seen = ? WHERE key = ?", arguments: [now, key])
            }
        }
        return Session(name: row["name"], role: role, csrf: row["csrf"], key: key)
    }

    package func signOut(_ session: Session) throws {
        try writing { db in try db.execute(sql: "DELETE FROM session WHERE key = ?", arguments: [session.key]) }
    }

    // MARK: Proposals

    /// Notes that two incidents are two, so that nobody is asked again.
    func part(_ one: String, _ other: String, by name: String) throws {
        try writing { db in
            try db.execute(
                sql: "INSERT OR REPLACE INTO parted (one, other, account, time) VALUES (?, ?, ?, ?)",
                arguments: [min(one, other), max(one, other), name, Self.time])
        }
    }

    func areParted(_ one: String, _ other: String) throws -> Bool {
        try reading { db in
            try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM parted WHERE one = ? AND other = ?)",
                arguments: [min(one, other), max(one, other)]) ?? false
        }
    }

    package static func now() -> Int { Int(Date().timeIntervalSince1970) }

    /// As the tables keep it.
    private static var time: String { Date().formatted(.iso8601) }

    // MARK: In and out

    private func reading<Value>(_ body: (Database) throws -> Value) throws -> Value {
        do { return try database.read(body) } catch let error as DatabaseError { throw AccountsError.file(database.path, error) }
    }

    private func writing<Value>(_ body: (Database) throws -> Value) throws -> Value {
        do { return try database.write(body) } catch let error as DatabaseError { throw AccountsError.file(database.path, error) }
    }
}
