import Foundation
import Testing

/// Corrects, recodes and looks into incidents as a user would.
@Suite struct CorrectionCommandTests {
    private func run(_ arguments: String..., input: String? = nil, in folder: URL) throws -> (
        status: Int32, output: String, errors: String
    ) {
        let process = Process()
        process.executableURL = CommandTests.program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let (given, output, errors) = (Pipe(), Pipe(), Pipe())
        process.standardInput = given
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        if let input { given.fileHandleForWriting.write(Data(input.utf8)) }
        try given.fileHandleForWriting.close()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        let complaints = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: text, as: UTF8.self), String(decoding: complaints, as: UTF8.self))
    }

    private func folder() throws -> URL {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("correct-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return url
    }

    private func values(_ lines: String) throws -> [[String: Any]] {
        try lines.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    @Test func correctsAndKeepsTheCorrectionWhenCodingAgain() throws {
        let folder = try folder()
        #expect(try run("read", CommandTests.samples, in: folder).status == 0)
        let incidents = try values(run("incidents", "AZE", "RUS", in: folder).output)
        let first = try #require(incidents.first?["incident"] as? String)
        let event = try #require((incidents.first?["events"] as? [String])?.first)

        let shown = try run("incident", first, in: folder)
        #expect(shown.status == 0 && shown.output.contains("Sentences") && shown.output.contains("independent origin"))

        let refused = try run("correct", "reject", event, in: folder)
        #expect(refused.status == 64 && refused.errors.contains("--reason"))
        let rejected = try run("correct", "reject", event, "--reason", "no such thing", "--author", "Ada", in: folder)
        #expect(rejected.status == 0 && rejected.output.contains("correction 1: reject"))
        #expect(try run("events", in: folder).output.contains("\"event\":\"\(event)\"") == false)
        #expect(try run("correct", "merge", "inone", "inothing", "--reason", "x", in: folder).errors.contains("no such incident"))

        let before = try run("incidents", in: folder).output
        let again = try run("recode", in: folder)
        #expect(again.status == 0 && again.output.contains("0 events added, 0 removed, 0 changed; 1 stay"), "\(again.output)")
        #expect(try run("recode", "--keep", in: folder).status == 0)
        #expect(try run("incidents", in: folder).output == before)
        let log = try values(run("correct", "log", "--json", in: folder).output)
        #expect(log.map { $0["author"] as? String } == ["Ada"])
    }

    @Test func mergesAndGroupsWithoutARecord() throws {
        let folder = try folder()
        let lines = [
            ("a", "Azerbaijan summoned Russia's ambassador on Saturday, the foreign ministry in Baku said."),
            ("b", "The foreign ministry in Baku summoned Russia's ambassador on Saturday."),
        ].map { #"{"id": "\#($0.0)", "published": "2025-06-30", "text": "\#($0.1)"}"# + "\n" }.joined()
        try Data(lines.utf8).write(to: folder.appendingPathComponent("reports.jsonl"))
        let events = try run("code", "reports.jsonl", in: folder).output
        let reversed = events.split(separator: "\n").reversed().joined(separator: "\n") + "\n"
        let merged = try run("merge", "--reports", "reports.jsonl", input: events, in: folder)
        #expect(merged.status == 0)
        #expect(try values(merged.output).contains { $0["reports"] as? [String] == ["a", "b"] })
        #expect(try run("merge", "--reports", "reports.jsonl", input: reversed, in: folder).output == merged.output)
        #expect(try run("merge", input: "no event\n", in: folder).errors.contains("line 1"))
        let groups = try values(run("group", "reports.jsonl", in: folder).output)
        #expect(groups.map { $0["group"] as? String } == ["a", "a"])
    }
}
