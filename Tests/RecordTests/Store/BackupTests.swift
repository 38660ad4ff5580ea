import Foundation
import Reading
import Synchronization
import Testing

@testable import Coding
@testable import Record

/// Copies of records that others are writing.
@Suite struct BackupTests {
    private static func reports(_ count: Int) -> [(Report, Coder.Reading)] {
        (0..<count).map { number in
            let day = "2025-06-\(10 + number % 20)"
            return Fixture.report(
                "r\(number)",
                [
                    Fixture.event("e\(number)a", "r\(number)", "AZE", "RUS", .coerce, "arrest", day: day),
                    Fixture.event("e\(number)b", "r\(number)", "RUS", "AZE", .accuse, "summon-envoy", day: day, sentence: 1),
                ])
        }
    }

    private func backUp(_ source: String, to path: String) throws {
        let backup = Backup()
        try backup.copy(source, to: path)
        try backup.finish()
    }

    private func hash(_ record: Record) throws -> String { try Snapshot(of: Record.Selection(), in: record).hash }

    @Test func holdsWholeReportsOnlyAndAllThatCameBeforeWhileOthersWrite() throws {
        let reports = Self.reports(120)
        let record = try Record(path: Fixture.path())
        let written = Mutex(0)
        let writing = Thread {
            for (report, reading) in reports {
                _ = try? record.add(report, reading)
                written.withLock { $0 += 1 }
            }
        }
        writing.start()
        var sizes: [Int] = []
        repeat {
            let before = written.withLock { $0 }
            let path = Fixture.path()
            try backUp(record.path, to: path)
            let copy = try Record(path: path, .read)
            let held = try reports.filter { try copy.holds(report: $0.0.id) }
            #expect(held.count >= before, "what was written before is there")
            let fresh = try Fixture.record(of: held)
            #expect(try hash(copy) == hash(fresh), "the copy holds \(held.count) whole reports")
            sizes.append(held.count)
        } while written.withLock({ $0 }) < reports.count
        #expect(Set(sizes).count > 1, "it was written meanwhile: \(sizes)")
        let last = Fixture.path()
        try backUp(record.path, to: last)
        #expect(try hash(Record(path: last, .read)) == hash(record))
        #expect(try record.holds(report: "r119"))
    }

    @Test(arguments: ["", "-wal", "-journal"]) func overwritesNothing(ending: String) throws {
        let record = try Fixture.record(of: Self.reports(2))
        let path = Fixture.path()
        let other = Data("another's".utf8)
        try other.write(to: URL(fileURLWithPath: path + ending))
        #expect { try backUp(record.path, to: path) } throws: { "\($0)".contains("\(path + ending): is there already") }
        #expect(FileManager.default.contents(atPath: path + ending) == other)
    }

    @Test func leavesNothingOfACopyThatWasNotFinished() throws {
        let record = try Fixture.record(of: Self.reports(2))
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("backup-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        func take() throws {
            let backup = Backup()
            try backup.copy(record.path, to: folder.appendingPathComponent("record.sqlite").path)
            try backup.copy(folder.appendingPathComponent("none.sqlite").path, to: folder.appendingPathComponent("other").path)
        }
        #expect(throws: RecordError.self) { try take() }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test func isAsPrivateAsWhatWasCopied() throws {
        let record = try Fixture.record(of: Self.reports(2))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: record.path)
        let path = Fixture.path()
        try backUp(record.path, to: path)
        let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(permissions == 0o600)
        #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
    }
}
