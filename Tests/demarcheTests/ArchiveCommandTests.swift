import Foundation
import GRDB
import Testing

@testable import Reading

/// Archives through the built program: coded, imported, read and taken up again.
@Suite struct ArchiveCommandTests {
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String
    }

    private func folder() throws -> URL {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("archive-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return url
    }

    private func run(_ arguments: String..., in folder: URL) throws -> Outcome {
        let process = Process()
        process.executableURL = CommandTests.program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        let complaints = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
            errors: String(decoding: complaints, as: UTF8.self))
    }

    private static let acts = [
        "Azerbaijan summoned Russia's ambassador on %d June over the raids in Yekaterinburg, the ministry said.",
        "Mexico broke off diplomatic relations with Ecuador on %d June after police stormed its embassy in Quito.",
        "India expelled a Canadian diplomat on %d June in response to the expulsion of its own envoy from Ottawa.",
        "Poland condemned the Russian missile strike on Kyiv on %d June and summoned the Russian envoy in Warsaw.",
    ]

    /// An archive of pages, every third of them about nothing between states.
    static func archive(_ numbers: Range<Int>, date: String = "2025-06-29T08:30:00Z") -> [UInt8] {
        Array(
            numbers.map { number -> [UInt8] in
                let act = acts[number % acts.count].replacing("%d", with: "\(number % 28 + 1)")
                let text =
                    number % 3 == 2
                    ? "The council of the town will meet on Monday to speak about the old school and its roof." : act
                let html =
                    "<html><head><title>Report \(number)</title></head><body><article><p>\(text)</p><p>It was report \(number) of that day.</p></article></body></html>"
                let body = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n\(html)"
                let record =
                    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://wire.example/\(number)\r\nWARC-Date: \(date)\r\nContent-Type: application/http\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)\r\n\r\n"
                var output: [UInt8] = []
                Array(record.utf8).withUnsafeBytes { Deflater().encode($0, isLast: true, into: &output) }
                return output
            }.joined())
    }

    private func write(_ bytes: [UInt8], _ name: String, in folder: URL) throws {
        try Data(bytes).write(to: folder.appendingPathComponent(name))
    }

    /// All a record holds, as text.
    private func content(of record: String, in folder: URL) throws -> String {
        let database = try DatabaseQueue(path: folder.appendingPathComponent(record).path)
        return try database.read { db in
            try ["report", "sentence", "event", "incident"].map { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map(\.description).sorted().joined(separator: "\n")
            }.joined(separator: "\n\n")
        }
    }

    @Test func readsAnArchiveAndTellsWhatItPassedOver() throws {
        let folder = try folder()
        try write(Self.archive(0..<30), "crawl.warc.gz", in: folder)
        let read = try run("read", "crawl.warc.gz", in: folder)
        #expect(read.status == 0, "\(read.errors)")
        #expect(read.output.contains("crawl.warc.gz: 20 pages coded; passed over: 10 no act between two states"))
        #expect(read.output.contains("30 reports read, 0 already known, 0 failed"))
        #expect(try run("read", "crawl.warc.gz", in: folder).output.contains("0 reports read, 30 already known"))
        let resumed = try run("read", "crawl.warc.gz", "--resume", in: folder)
        #expect(resumed.output.contains("0 reports read, 0 already known"))
    }

    @Test func goesOnWhereItWasKilled() throws {
        let folder = try folder()
        try write(Self.archive(0..<900), "crawl.warc.gz", in: folder)
        for delay in [0.8, 1.2, 1.7, 2.2] {
            let process = Process()
            process.executableURL = CommandTests.program
            process.arguments = ["read", "crawl.warc.gz", "--resume"]
            process.currentDirectoryURL = folder
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            Thread.sleep(forTimeInterval: delay)
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        let last = try run("read", "crawl.warc.gz", "--resume", in: folder)
        #expect(last.status == 0)
        #expect(last.output.contains(" 0 already known"), "nothing is read twice: \(last.output)")
        #expect(try run("read", "crawl.warc.gz", "--record", "whole.sqlite", in: folder).status == 0)
        #expect(try content(of: "demarche.sqlite", in: folder) == content(of: "whole.sqlite", in: folder))
    }

    @Test(arguments: ["out.jsonl", "out.jsonl.gz", "out.jsonl.zst"])
    func codesAShardIntoAFile(name: String) throws {
        let folder = try folder()
        try write(Self.archive(0..<12), "crawl.warc.gz", in: folder)
        let first = try run("code", "--warc", "crawl.warc.gz", "--out", name, "--reports", in: folder)
        #expect(first.status == 0, "\(first.errors)")
        #expect(first.output.isEmpty)
        #expect(first.errors.contains("8 pages coded; passed over: 4 no act between two states"))
        let bytes = try Data(contentsOf: folder.appendingPathComponent(name))
        _ = try run("code", "--warc", "crawl.warc.gz", "--out", name, "--reports", "--cores", "1", in: folder)
        #expect(try Data(contentsOf: folder.appendingPathComponent(name)) == bytes)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["crawl.warc.gz", name])
    }

    @Test func keepsWhatWasThereWhereNothingCanBeWritten() throws {
        let folder = try folder()
        try write(Self.archive(0..<3), "crawl.warc.gz", in: folder)
        let missing = try run("code", "--warc", "crawl.warc.gz", "--out", "no/such/folder/out.jsonl", in: folder)
        #expect(missing.status == 1)
        #expect(missing.errors.contains("out.jsonl: cannot be written"))
        try write(Array(Self.archive(0..<6).dropLast(40)), "cut.warc.gz", in: folder)
        let cut = try run("code", "--warc", "cut.warc.gz", "--out", "cut.jsonl", in: folder)
        #expect(cut.status == 3)
        #expect(cut.errors.contains("1 cut short by the end of the file"))
        #expect(FileManager.default.fileExists(atPath: folder.appendingPathComponent("cut.jsonl").path))
    }

    /// Every order and grouping of shards, some with the same report under another date, makes the same record.
    @Test func importIsAssociativeAndOrderFree() throws {
        let folder = try folder()
        try write(Self.archive(0..<20), "a.warc.gz", in: folder)
        try write(Self.archive(10..<30, date: "2025-06-30T08:30:00Z"), "b.warc.gz", in: folder)
        try write(Self.archive(25..<40, date: "2025-06-28T08:30:00Z"), "c.warc.gz", in: folder)
        for name in ["a", "b", "c"] {
            #expect(try run("code", "--warc", "\(name).warc.gz", "--out", "\(name).jsonl", "--reports", in: folder).status == 0)
        }
        let shards = try ["a", "b", "c"].map { try Data(contentsOf: folder.appendingPathComponent("\($0).jsonl")) }
        try (shards[2] + shards[0]).write(to: folder.appendingPathComponent("ca.jsonl"))
        let orders = [["a", "b", "c"], ["c", "b", "a"], ["b", "a", "c", "b"], ["ca", "b"], ["b", "ca", "a"]]
        var contents: Set<String> = []
        for (index, order) in orders.enumerated() {
            for name in order {
                let outcome = try run("import", "\(name).jsonl", "--record", "\(index).sqlite", in: folder)
                #expect(outcome.status == 0, "\(outcome.errors)")
            }
            contents.insert(try content(of: "\(index).sqlite", in: folder))
        }
        #expect(contents.count == 1)
        #expect(contents.first?.contains("summon-envoy") ?? false)
    }

    @Test func importMakesTheRecordThatReadingMakes() throws {
        let folder = try folder()
        try write(Self.archive(0..<24), "crawl.warc.gz", in: folder)
        _ = try run("code", "--warc", "crawl.warc.gz", "--out", "coded.jsonl.zst", "--reports", in: folder)
        #expect(try run("import", "coded.jsonl.zst", "--record", "imported.sqlite", in: folder).status == 0)
        _ = try run("read", "crawl.warc.gz", in: folder)
        for command in ["events", "incidents"] {
            let read = try run(command, in: folder).output
            #expect(!read.isEmpty)
            #expect(try run(command, "--record", "imported.sqlite", in: folder).output == read)
        }
    }

    @Test func refusesAShardThatIsNone() throws {
        let folder = try folder()
        try write(Self.archive(0..<6), "crawl.warc.gz", in: folder)
        _ = try run("code", "--warc", "crawl.warc.gz", "--out", "bare.jsonl", in: folder)
        _ = try run("code", "--warc", "crawl.warc.gz", "--out", "good.jsonl", "--reports", in: folder)
        let outcome = try run("import", "bare.jsonl", "good.jsonl", in: folder)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("bare.jsonl, line 1: is an event of no report before it"))
        #expect(outcome.output.contains("1 shards imported, 1 failed"))
    }
}
