package import Coding
package import Reading
internal import GRDB

extension Record {
    /// How far an archive was read into this record.
    package struct ArchiveMark: Sendable, Equatable {
        /// The path, and the size of the file, by which a changed one is known.
        package let name: String
        package let size: Int
        package let position: Archive.Position
        package let isWhole: Bool

        package init(name: String, size: Int, position: Archive.Position, isWhole: Bool) {
            self.name = name
            self.size = size
            self.position = position
            self.isWhole = isWhole
        }
    }

    static func createArchives(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE archive (
                    name TEXT PRIMARY KEY NOT NULL,
                    size INTEGER NOT NULL,
                    position INTEGER NOT NULL, bytes INTEGER NOT NULL,
                    whole INTEGER NOT NULL
                ) WITHOUT ROWID
                """)
    }

    /// Takes in reports of an archive and how far it was read with them, all in one transaction: whatever stops the program,
    /// none is lost or taken twice when reading goes on at the mark.
    package func add(_ readings: [(report: Report, reading: Coder.Reading)], upTo mark: ArchiveMark) throws(RecordError)
        -> [Addition]
    {
        try writing { db in
            var intake = Intake(db, rules: rules)
            let additions = try readings.map { try Self.insert($0.report, $0.reading, &intake) }
            try intake.finish()
            try db.execute(
                sql: "INSERT OR REPLACE INTO archive (name, size, position, bytes, whole) VALUES (?, ?, ?, ?, ?)",
                arguments: [mark.name, mark.size, mark.position.offset, mark.position.bytes, mark.isWhole])
            return additions
        }
    }

    /// How far an archive was read, where it was begun and has not changed since.
    package func mark(ofArchive name: String, size: Int) throws(RecordError) -> ArchiveMark? {
        try reading { db in
            try Row.fetchOne(db, sql: "SELECT * FROM archive WHERE name = ? AND size = ?", arguments: [name, size]).map {
                ArchiveMark(
                    name: name, size: size, position: Archive.Position(offset: $0["position"], bytes: $0["bytes"]),
                    isWhole: $0["whole"])
            }
        }
    }
}
