import Foundation
import Record
import Testing

/// Runs the built program as a user would.
@Suite struct CommandTests {
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String
    }

    static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appendingPathComponent("demarche")
    static let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Samples").path

    func folder() throws -> URL {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("command-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return url
    }

    func start(_ arguments: [String], input: String? = nil, in folder: URL) throws -> (Process, Pipe, Pipe) {
        let process = Process()
        process.executableURL = Self.program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        let given = Pipe()
        process.standardInput = given
        try process.run()
        if let input { given.fileHandleForWriting.write(Data(input.utf8)) }
        try given.fileHandleForWriting.close()
        return (process, output, errors)
    }

    func run(_ arguments: String..., input: String? = nil, in folder: URL) throws -> Outcome {
        try run(arguments, input: input, in: folder)
    }

    func run(_ arguments: [String], input: String? = nil, in folder: URL) throws -> Outcome {
        let (process, output, errors) = try start(arguments, input: input, in: folder)
        let text = output.fileHandleForReading.readDataToEndOfFile()
        let complaints = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
            errors: String(decoding: complaints, as: UTF8.self))
    }

    @Test func readsTheSamplesIntoADossier() throws {
        let folder = try folder()
        let read = try run("read", Self.samples, in: folder)
        #expect(read.status == 0, "\(read.errors)")
        #expect(read.output.contains("26 reports read, 0 already known, 0 failed"))
        #expect(read.errors.isEmpty)
        let again = try run("read", Self.samples, in: folder)
        #expect(again.output.contains("0 reports read, 26 already known, 0 failed; 0 new events"))

        let dossier = try run("dossier", "Azerbaijan", "russia", "--evidence", in: folder)
        #expect(dossier.status == 0)
        #expect(dossier.output.contains("summon-envoy"))
        #expect(dossier.output.contains("contested"))
        #expect(!dossier.output.contains("newsletter"))
        for format in ["markdown", "json", "csv"] {
            let other = try run("dossier", "AZE", "RUS", "--format", format, in: folder)
            #expect(other.status == 0)
            #expect(other.output.contains("summon-envoy"))
        }
        let incidents = try run("incidents", "Mexico", "Ecuador", in: folder)
        let lines = incidents.output.split(separator: "\n")
        #expect(!lines.isEmpty)
        for line in lines {
            let value = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            #expect(value["incident"] is String && value["dyad"] is [String] && value["accounts"] is [Any])
        }
        let events = try run("events", "--type", "sanction", "--since", "2024-04-01", in: folder)
        let first = try #require(events.output.split(separator: "\n").first)
        let event = try #require(try JSONSerialization.jsonObject(with: Data(first.utf8)) as? [String: Any])
        let report = try #require(event["report"] as? String)
        let shown = try run("report", report, in: folder)
        #expect(shown.status == 0)
        #expect(shown.output.contains("SANCTION"))
    }

    @Test func helpsWithAMistypedState() throws {
        let outcome = try run("dossier", "Azerbijan", "RUS", in: folder())
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("Did you mean Azerbaijan (AZE)"))
    }

    @Test func tellsWhichSourceIsBadAndReadsTheOthers() throws {
        let folder = try folder()
        try Data([0, 1, 2]).write(to: folder.appendingPathComponent("bad.txt"))
        try Data("Azerbaijan summoned Russia's ambassador on Saturday.".utf8).write(
            to: folder.appendingPathComponent("undated.txt"))
        try Data("Azerbaijan summoned Russia's ambassador on Saturday.".utf8)
            .write(to: folder.appendingPathComponent("2025-06-30-good.txt"))
        let outcome = try run("read", ".", "missing.txt", in: folder)
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("1 reports read, 0 already known, 3 failed"))
        #expect(outcome.errors.contains("bad.txt: is not text"))
        #expect(outcome.errors.contains("missing.txt: no such file or folder"))
        #expect(outcome.errors.contains("give one with --published"))
        let dated = try run("read", "undated.txt", "--published", "2025-06-29", "--outlet", "Wire", in: folder)
        #expect(dated.status == 0)
    }

    @Test func refusesARecordThatIsNone() throws {
        let folder = try folder()
        try Data("no record, but a text of some length that nobody would take for a database file at all".utf8)
            .write(to: folder.appendingPathComponent("demarche.sqlite"))
        let outcome = try run("read", Self.samples, in: folder)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("demarche.sqlite: is not a record"))
        #expect(try run("dossier", "AZE", "RUS", "--record", "none.sqlite", in: folder).errors.contains("there is no record yet"))
    }

    @Test func filtersWithoutARecord() throws {
        let folder = try folder()
        let line = #"{"id": "x", "published": "2025-06-30", "text": "Azerbaijan summoned Russia's ambassador on Saturday."}"#
        let coded = try run("code", input: line + "\nnot json\n" + line + "\n", in: folder)
        #expect(coded.status == 1)
        #expect(coded.output.split(separator: "\n").count == 2)
        #expect(coded.errors.contains("standard input, line 2"))
        let page =
            #"{"id": "p", "html": "<html><body><article><p>Azerbaijan summoned Russia's ambassador on Saturday, it said.</p></article>"}"#
        #expect(try run("extract", input: page, in: folder).output.contains("Azerbaijan summoned"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test func keepsOnlyWholeReportsHoweverItIsKilled() throws {
        let folder = try folder()
        let path = folder.appendingPathComponent("demarche.sqlite").path
        for delay in [0.3, 0.6, 0.8, 1.0, 1.2, 1.5, 1.8, 2.2] {
            let (process, _, _) = try start(["read", Self.samples], in: folder)
            Thread.sleep(forTimeInterval: delay)
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            guard FileManager.default.fileExists(atPath: path) else { continue }
            let check = try Integrity(path: path)
            #expect(check.verdict == "ok")
            #expect(check.reportsWithoutSentences == 0)
            #expect(check.eventsOutsideIncidents == 0)
        }
        #expect(try run("read", Self.samples, in: folder).status == 0)
        let whole = try run("incidents", in: folder).output
        let fresh = try self.folder()
        _ = try run("read", Self.samples, in: fresh)
        #expect(try run("incidents", in: fresh).output == whole)
    }
}
