import Foundation
import GRDB
import Reading
import Testing

@testable import Coding
@testable import Record

/// Files that are no record, or one that cannot be used now.
@Suite struct RecordFileTests {
    private func path() -> String {
        FileManager.default.temporaryDirectory.appendingPathComponent("record-\(UUID().uuidString).sqlite").path
    }

    private func failure(_ body: () throws -> Void) -> OurRecordError? {
        do {
            try body()
            return nil
        } catch {
            return error as? OurRecordError
        }
    }

    @Test func refusesWhatIsNoSQLiteFile() throws {
        let path = path()
        try Data("This is a text of some length, and certainly no database at all, as anybody can see at once.".utf8)
            .write(to: URL(fileURLWithPath: path))
        #expect(failure { _ = try OurRecord(path: path) }?.cause.contains("not an SQLite file") == true)
    }

    @Test func refusesAnotherProgramsDatabase() throws {
        let path = path()
        try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE bookmark (id INTEGER)") }
        #expect(failure { _ = try OurRecord(path: path) }?.cause.contains("another program's") == true)
        let tables = try DatabaseQueue(path: path).read { try String.fetchAll($0, sql: "SELECT name FROM sqlite_master") }
        #expect(tables == ["bookmark"])
    }

    @Test func refusesARecordOfANewerVersion() throws {
        let path = path()
        _ = try OurRecord(path: path)
        try DatabaseQueue(path: path).write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 the future')") }
        #expect(failure { _ = try OurRecord(path: path) }?.cause.contains("newer version") == true)
    }

    @Test func saysWhenARecordIsLocked() throws {
        let path = path()
        let record = try OurRecord(path: path)
        let other = try DatabaseQueue(path: path)
        try other.inDatabase { db in
            try db.execute(sql: "BEGIN EXCLUSIVE")
            #expect(
                failure { _ = try record.add(Report(text: "Prose."), Coder.Reading(sentences: [], events: [])) }?.cause.contains(
                    "being written by another") == true)
            try db.execute(sql: "ROLLBACK")
        }
        #expect(try record.counts().reports == 0)
    }

    @Test func readsWhereThereIsNothingToRead() {
        #expect(
            failure { _ = try OurRecord(path: "/no/such/folder/r.sqlite", .read) }?.cause.contains("there is no record yet")
                == true)
        #expect(failure { _ = try OurRecord(path: "/no/such/folder/r.sqlite") }?.cause.contains("cannot be opened") == true)
        #expect(failure { _ = try OurRecord(path: FileManager.default.temporaryDirectory.path) }?.cause == "is a folder")
    }
}
