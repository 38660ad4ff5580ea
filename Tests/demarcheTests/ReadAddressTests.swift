import Coding
import Foundation
import LocalServer
import Reading
import Record
import Testing

/// `demarche read https://…`, against a web server of the test's own.
@Suite(.serialized) struct ReadAddressTests {
    private let program = CommandTests()

    private static let prose =
        "Azerbaijan summoned Russia's ambassador on Saturday over the raids in Yekaterinburg, its foreign ministry said. "
    private static let page = """
        <html><head><title>Envoy called in</title><meta property="article:published_time" content="2025-06-28T18:05:00Z"></head>
        <body><article><p>\(prose)</p><p>It was told again. \(prose)</p></article></body></html>
        """
    private static let feed = """
        <rss version="2.0"><channel><title>Northern Wire</title><item><title>Envoy called in</title><link>/news/1</link>
        <pubDate>Sat, 28 Jun 2025 18:05:00 GMT</pubDate><description>Short &amp;hellip;</description></item></channel></rss>
        """

    private func server() throws -> LocalServer {
        try LocalServer { request in
            switch request.path {
            case "/robots.txt": .text("User-agent: *\nDisallow: /closed")
            case "/feed": .text(Self.feed, headers: ["Content-Type: application/rss+xml"])
            case "/paper": .text("%PDF-1.4", headers: ["Content-Type: application/pdf"])
            case "/gone": .text("", status: 410)
            default: .text(Self.page, headers: ["Content-Type: text/html; charset=utf-8"])
            }
        }
    }

    @Test func readsAPageWithItsCopy() throws {
        let server = try server()
        defer { server.stop() }
        let folder = try program.folder()
        let address = server.address("/envoy")
        let read = try program.run("read", address, "--allow-private", "--pause", "0", "--contact", "a@wire.example", in: folder)
        #expect(read.status == 0, "\(read.errors)")
        #expect(read.output.contains("1 reports read, 0 already known, 0 failed"))
        #expect(server.requests.map(\.path) == ["/robots.txt", "/envoy"])
        #expect(server.requests.allSatisfy { $0.headers["user-agent"]?.contains("a@wire.example") == true })
        let record = try Record(path: folder.appendingPathComponent("demarche.sqlite").path, .read)
        let id = try #require(try record.events().first?.report)
        #expect(try record.report(id)?.report.url == address)
        #expect(try String(decoding: #require(try record.copy(ofReport: id)).content, as: UTF8.self) == Self.page)
        let again = try program.run("read", address, "--allow-private", "--pause", "0", in: folder)
        #expect(again.output.contains("0 reports read, 1 already known, 0 failed"))
    }

    @Test func readsAFeedAndThePagesOfItsExcerpts() throws {
        let server = try server()
        defer { server.stop() }
        let folder = try program.folder()
        let read = try program.run(
            "read", server.address("/feed"), "--allow-private", "--pause", "0", "--no-copies", in: folder)
        #expect(read.output.contains("1 reports read, 0 already known, 0 failed"), "\(read.errors)")
        #expect(server.requests.map(\.path) == ["/robots.txt", "/feed", "/news/1"])
        let record = try Record(path: folder.appendingPathComponent("demarche.sqlite").path, .read)
        let id = try #require(try record.events().first?.report)
        #expect(try record.report(id)?.report.outlet == "Northern Wire")
        #expect(try record.copy(ofReport: id) == nil)
    }

    @Test func tellsWhatCannotBeReadAndReadsTheRest() throws {
        let server = try server()
        defer { server.stop() }
        let folder = try program.folder()
        let read = try program.run(
            "read", server.address("/closed/1"), server.address("/paper"), server.address("/gone"), server.address("/1"),
            "--allow-private", "--pause", "0", in: folder)
        #expect(read.status == 1)
        #expect(read.output.contains("1 reports read, 0 already known, 3 failed"))
        for cause in ["robots.txt", "is no web page (application/pdf)", "is gone for good"] {
            #expect(read.errors.contains(cause))
        }
        #expect(!server.requests.contains { $0.path == "/closed/1" })
    }

    /// The forms of address that need no resolver; the others are kept from by the same fetching (`ForbiddenAddressTests`).
    @Test func reachesNothingOfThisMachineUnasked() throws {
        let canary = try LocalServer()
        defer { canary.stop() }
        let hosts = [
            "127.0.0.1", "localhost", "LOCALHOST", "0.0.0.0", "0", "127.0.0.2", "127.1", "127.0.1", "2130706433", "0x7f000001",
            "0x7f.1", "017700000001", "0177.0.0.1", "127.0x1", "１２７.0.0.1", "127。0。0。1", "①②⑦.0.0.1", "%31%32%37.0.0.1",
            "127%2e0%2e0%2e1", "[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]",
            "[64:ff9b::127.0.0.1]", "[2002:7f00:1::]", "[fe80::1%25lo]", "[fc00::1]", "10.0.0.1", "172.16.0.1", "192.168.0.1",
            "169.254.169.254", "100.64.0.1", "198.18.0.1", "192.0.2.1", "224.0.0.1", "255.255.255.255", "a@127.0.0.1",
        ]
        let others = [
            "file:///etc/hostname", "gopher://127.0.0.1:\(canary.port)/_x", "ftp://127.0.0.1:\(canary.port)/",
            "data:text/html,<p>x",
            "dict://127.0.0.1:\(canary.port)/d", "//127.0.0.1:\(canary.port)/", "http:127.0.0.1:\(canary.port)/",
            "https://127.0.0.1:\(canary.port)/", "HtTp://127.0.0.1:\(canary.port)/",
        ]
        let forms = hosts.map { "http://\($0):\(canary.port)/" } + others
        let folder = try program.folder()
        for command in [["read"], ["feeds", "add"]] {
            let outcome = try program.run(command + forms + ["--pause", "0"], in: folder)
            #expect(outcome.status == 1)
            #expect(outcome.errors.split(separator: "\n").count >= forms.count, "\(command): \(outcome.errors)")
            #expect(canary.connections == 0, "\(command)")
        }
        #expect(try program.run("extract", "http://127.0.0.1:\(canary.port)/", in: folder).errors.contains("is an address"))
        #expect(canary.connections == 0)
    }
}
