import Foundation
import LocalServer
import Record
import Testing

/// Killed at any moment, a command loses nothing that was stored and does nothing twice. `Tests/faults` does this at length.
@Suite(.serialized) struct KillTests {
    private let commands = CommandTests()
    private static let delays = [0.15, 0.4, 0.7, 1.1, 1.6]

    private func kill(_ arguments: [String], in folder: URL, after seconds: Double) throws -> Bool {
        let (process, _, _) = try commands.start(arguments, in: folder)
        Thread.sleep(forTimeInterval: seconds)
        let isRunning = process.isRunning
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return isRunning
    }

    private func isSound(_ folder: URL) throws -> Bool {
        let path = folder.appendingPathComponent("demarche.sqlite").path
        guard FileManager.default.fileExists(atPath: path) else { return true }
        let check = try Integrity(path: path)
        return check.verdict == "ok" && check.reportsWithoutSentences == 0 && check.eventsOutsideIncidents == 0
    }

    private func incidents(_ folder: URL) throws -> String { try commands.run("incidents", in: folder).output }

    @Test func importTakesWholeShardsOnly() throws {
        let folder = try commands.folder()
        try FileManager.default.createDirectory(at: folder.appendingPathComponent("coded"), withIntermediateDirectories: false)
        for name in ["azerbaijan-russia", "other-pairs"] {
            let done = try commands.run(
                "code", CommandTests.samples + "/\(name)/reports.jsonl", "--reports", "--out", "coded/\(name).jsonl.gz",
                in: folder)
            #expect(done.status == 0)
        }
        #expect(try commands.run("import", "coded", "--record", "whole.sqlite", in: folder).status == 0)
        for delay in Self.delays {
            _ = try kill(["import", "coded"], in: folder, after: delay)
            #expect(try isSound(folder))
        }
        #expect(try commands.run("import", "coded", in: folder).status == 0)
        #expect(try incidents(folder) == commands.run("incidents", "--record", "whole.sqlite", in: folder).output)
    }

    @Test func watchReadsEveryItemOnce() throws {
        let prose = "Azerbaijan summoned Russia's ambassador on Saturday over the raids in Yekaterinburg, its ministry said. "
        let items = (1...12).map { number in
            """
            <item><title>Envoy called in \(number)</title><guid isPermaLink="false">n\(number)</guid>
            <link>https://wire.example/\(number)</link><pubDate>Sat, 28 Jun 2025 18:05:00 GMT</pubDate>
            <description>\(String(repeating: prose + "Number \(number). ", count: 15))</description></item>
            """
        }
        let feed = "<rss version=\"2.0\"><channel><title>Northern Wire</title>\(items.joined())</channel></rss>"
        let server = try LocalServer { request in request.path == "/feed" ? .text(feed) : .text("", status: 404) }
        defer { server.stop() }
        let (folder, fresh) = (try commands.folder(), try commands.folder())
        let watch = ["watch", "--once", "--allow-private", "--pause", "0"]
        for folder in [folder, fresh] { _ = try commands.run("feeds", "add", "--unseen", server.address("/feed"), in: folder) }
        for delay in Self.delays {
            _ = try kill(watch, in: folder, after: delay)
            #expect(try isSound(folder))
        }
        #expect(try commands.run(watch, in: folder).status == 0)
        #expect(try commands.run(watch, in: fresh).status == 0)
        #expect(try incidents(folder) == incidents(fresh))
        #expect(try Record(path: folder.appendingPathComponent("demarche.sqlite").path, .read).counts().reports == 12)
    }

    @Test func aCorrectionIsMadeWholeOrNotAtAll() throws {
        let folder = try commands.folder()
        _ = try commands.run("read", CommandTests.samples + "/other-pairs", in: folder)
        let record = try Record(path: folder.appendingPathComponent("demarche.sqlite").path)
        let ids = try record.incidents().map(\.id).prefix(Self.delays.count)
        for (delay, id) in zip(Self.delays, ids) {
            let wasRunning = try kill(["correct", "reject", id, "--reason", "a test"], in: folder, after: delay)
            // What was rejected tells of no incident any more.
            #expect(try Integrity(path: folder.appendingPathComponent("demarche.sqlite").path).verdict == "ok")
            let isLogged = try record.corrections().contains { $0.subject == id }
            #expect(isLogged || wasRunning, "what ended had been entered")
            #expect(try record.incidents().contains { $0.id == id } != isLogged, "the log and the record agree")
        }
    }
}
