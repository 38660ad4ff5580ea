import Coding
import Foundation
import LocalServer
import Reading
import Record
import Synchronization
import Testing

/// Runs the built program against a web server of the test's own.
@Suite(.serialized) struct WatchTests {
    private let folder: URL
    private var path: String { folder.appendingPathComponent("demarche.sqlite").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("watch-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func start(_ arguments: [String]) throws -> (Process, output: Pipe, errors: Pipe) {
        let process = Process()
        process.executableURL = CommandTests.program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return (process, output, errors)
    }

    private func run(_ arguments: String...) throws -> CommandTests.Outcome {
        let (process, output, errors) = try start(arguments)
        let text = output.fileHandleForReading.readDataToEndOfFile()
        let complaints = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return CommandTests.Outcome(
            status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
            errors: String(decoding: complaints, as: UTF8.self))
    }

    private static let prose =
        "Azerbaijan summoned Russia's ambassador on Saturday over the raids in Yekaterinburg, its foreign ministry said. "

    private static func page(_ number: Int) -> String {
        """
        <html><head><title>Envoy called in \(number)</title></head><body><nav>Home</nav><article>
        <p>\(prose)</p><p>Number \(number). \(prose)</p></article></body></html>
        """
    }

    private static func feed(_ items: [Int], port: String, whole: Bool = false) -> String {
        let entries = items.map { number in
            """
            <item><title>Envoy called in \(number)</title><link>/news/\(number)</link><guid isPermaLink="false">n\(number)</guid>
            <pubDate>Sat, 28 Jun 2025 18:05:00 GMT</pubDate>
            <description>\(whole ? String(repeating: prose + "Number \(number). ", count: 15) : "Short &amp;hellip;")</description></item>
            """
        }
        return "<rss version=\"2.0\"><channel><title>Northern Wire</title>\(entries.joined())</channel></rss>"
    }

    @Test func followsAndForgetsFeeds() throws {
        let server = try LocalServer { request in
            switch request.path {
            case "/feed": .text(Self.feed([1], port: ""))
            case "/": .text("<html><head><link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed\"></head></html>")
            default: .text("<html></html>")
            }
        }
        defer { server.stop() }
        let added = try run("feeds", "add", server.address("/"), server.address("/none"), "ftp://n.example/", "--allow-private")
        #expect(added.status == 1)
        #expect(added.output.contains("\(server.address("/feed")): Northern Wire"))
        #expect(added.errors.contains("is no feed, and names none"))
        #expect(added.errors.contains("is neither an http nor an https address"))
        #expect(try run("feeds", "add", server.address("/feed")).errors.contains("--allow-private"))
        #expect(try run("feeds", "list").output == "\(server.address("/feed"))\tNorthern Wire\n")
        let list = try run("feeds", "export").output
        try Data(list.utf8).write(to: folder.appendingPathComponent("list.opml"))
        #expect(try run("feeds", "import", "list.opml").output.contains("0 feeds added, 1 already followed"))
        #expect(try run("feeds", "import", "list.opml", "--record", "other.sqlite").output.contains("1 feeds added"))
        #expect(try run("feeds", "remove", server.address("/feed"), "https://n.example/none").status == 1)
        #expect(try run("feeds", "status").output == "0 feeds, 0 failing, 0 reports\n")
        #expect(try run("watch", "--once").errors.contains("follows no feeds"))
    }

    @Test func readsWhatIsNew() throws {
        let items = Mutex([1, 2])
        let server = try LocalServer { request in
            let tag = items.withLock { "\"\($0.count)\"" }
            if request.path == "/moved" { return .redirect(301, to: "/feed") }
            if request.path == "/feed" {
                if request.headers["if-none-match"] == tag { return .page([], status: 304) }
                return .text(Self.feed(items.withLock { $0 }, port: ""), headers: ["ETag: \(tag)"])
            }
            if request.path == "/robots.txt" { return .text("User-agent: *\nDisallow: /news/3") }
            return .text(Self.page(Int(request.path.split(separator: "/").last ?? "") ?? 0), headers: ["Content-Type: text/html"])
        }
        let other = try LocalServer { request in
            request.path == "/whole" ? .text(Self.feed([7], port: "", whole: true)) : .text("", status: 500)
        }
        defer {
            server.stop()
            other.stop()
        }
        for address in [server.address("/moved"), other.address("/whole"), other.address("/broken"), "http://127.0.0.1:1/closed"]
        {
            #expect(try run("feeds", "add", "--unseen", address).status == 0)
        }
        let watch = ["watch", "--once", "--allow-private", "--pause", "0", "--contact", "desk@northern-wire.example"]
        func watched(_ more: String...) throws -> CommandTests.Outcome {
            let (process, output, errors) = try start(watch + more)
            let text = output.fileHandleForReading.readDataToEndOfFile()
            let complaints = errors.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            return CommandTests.Outcome(
                status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
                errors: String(decoding: complaints, as: UTF8.self))
        }
        // One failing feed does not stop the others.
        let first = try watched()
        #expect(first.status == 1)
        #expect(first.output.contains("4 feeds asked, 2 failed; 3 reports read"), "\(first.output)\(first.errors)")
        #expect(server.requests.contains { $0.headers["user-agent"]?.contains("desk@northern-wire.example") == true })

        // What failed waits, what moved for good is asked at its new address, and what is unchanged is not sent again.
        let second = try watched()
        #expect(second.output.contains("2 feeds asked, 0 failed; 0 reports read"), "\(second.output)\(second.errors)")
        #expect(second.status == 0)
        #expect(server.requests.filter { $0.path == "/moved" }.count == 1)
        #expect(server.requests.filter { $0.path == "/news/1" }.count == 1)
        let status = try run("feeds", "status").output
        #expect(status.contains("\(server.address("/feed"))"))
        #expect(status.contains("the server has failed (status 500)"))
        #expect(status.contains("4 feeds, 2 failing, 3 reports"))

        // A page that robots.txt keeps is tried no more than three times, never fetched, and leaves the excerpt.
        items.withLock { $0.append(3) }
        for round in 1...3 {
            let next = try watched("--no-copies")
            #expect(next.output.contains("\(round == 3 ? 1 : 0) reports read"), "\(next.output)\(next.errors)")
        }
        #expect(!server.requests.contains { $0.path == "/news/3" })

        let record = try Record(path: path, .read)
        let events = try record.events()
        #expect(events.contains { $0.act == "summon-envoy" })
        let reports = Set(events.map(\.report))
        #expect(reports.count == 3)
        for id in reports {
            let report = try #require(try record.report(id)?.report)
            let copy = try #require(try record.copy(ofReport: id))
            #expect(report.outlet == "Northern Wire")
            #expect(report.published == "2025-06-28T18:05:00Z")
            #expect(String(decoding: copy.content, as: UTF8.self).contains("ambassador"))
        }
        #expect(try record.counts().reports == 4)
    }

    @Test func endsCleanlyWhenAsked() throws {
        let server = try LocalServer { request in
            switch request.path {
            case "/feed": .text(Self.feed(Array(1...40), port: "", whole: true))
            default: .nothing
            }
        }
        defer { server.stop() }
        for path in ["/feed", "/stalls"] { _ = try run("feeds", "add", "--unseen", server.address(path)) }
        for signal in [SIGTERM, SIGINT] {
            let before = server.connections
            let (process, _, _) = try start(["watch", "--allow-private", "--pause", "0", "--interval", "1s"])
            while server.connections == before, process.isRunning { Thread.sleep(forTimeInterval: 0.05) }
            Thread.sleep(forTimeInterval: 0.5)
            #expect(process.isRunning)
            let asked = ContinuousClock.now
            kill(process.processIdentifier, signal)
            process.waitUntilExit()
            #expect(process.terminationReason == .exit)
            #expect(process.terminationStatus == 0)
            #expect(ContinuousClock.now - asked < .seconds(8))
            #expect(try Integrity(path: path).verdict == "ok")
        }
        let failures = try Record(path: path, .read).subscriptions().map(\.failures)
        #expect(failures == [0, 0])
    }
}
