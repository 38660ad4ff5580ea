import Foundation
import LocalServer
import Reading
import Record
import Testing

@testable import Desk

/// Feeds and reports that editors name by their address.
@Suite(.serialized) struct FetchingTests {
    private static let prose =
        "Azerbaijan summoned Russia's ambassador on Saturday over the raids in Yekaterinburg, its foreign ministry said. "

    private static func page(date: Bool, text: String = String(repeating: prose, count: 6)) -> String {
        """
        <html><head><title>Envoy called in</title><meta property="og:site_name" content="Northern Wire">
        \(date ? "<meta property=\"article:published_time\" content=\"2025-06-29T08:00:00Z\">" : "")</head>
        <body><article><h1>Envoy called in</h1><p>\(text)</p></article></body></html>
        """
    }

    private static let feed = "<rss version=\"2.0\"><channel><title>Northern Wire &amp; Co</title></channel></rss>"

    private static func served(_ body: (LocalServer, Site) async throws -> Void) async throws {
        let server = try LocalServer { request in
            let html = ["Content-Type: text/html"]
            return switch request.path {
            case "/feed": .text(feed)
            case "/": .text("<html><head><link rel=alternate type=application/rss+xml href=/feed></head></html>")
            case "/dated": .text(page(date: true), headers: html)
            case "/undated": .text(page(date: false), headers: html)
            case "/empty": .text(page(date: true, text: ""), headers: html)
            case "/robots.txt": .text("User-agent: *\nDisallow: /kept")
            default: .text("nothing", status: 404)
            }
        }
        defer { server.stop() }
        var fetcher = Fetcher()
        fetcher.allowsPrivate = true
        try await body(server, Fixture.site(visitor: Visitor(fetcher, pause: 0)))
    }

    @Test func aFeedIsFoundByAPageThatNamesItListedAndRemoved() async throws {
        try await Self.served { server, site in
            let added = try await Fixture.post(
                "/feeds", ["change": "add", "address": server.address("/")], as: .editor, to: site)
            #expect(added.status == 303)
            #expect(try site.library.record.subscriptions().map(\.address) == [server.address("/feed")])
            let list = await site.answer(Visit(.get, "/feeds", headers: try Fixture.headers(.editor, at: site)))
            #expect(list.text.contains("Northern Wire &amp; Co") && list.text.contains("to be asked soon"))
            let none = try await Fixture.post(
                "/feeds", ["change": "add", "address": server.address("/nothing")], as: .editor, to: site)
            #expect(none.status == 422 && none.text.contains("is not there (status 404)"))
            let removal: KeyValuePairs = ["change": "remove", "address": server.address("/feed")]
            #expect(try await Fixture.post("/feeds", removal, as: .editor, to: site).status == 303)
            #expect(try site.library.record.subscriptions().isEmpty)
            #expect(try await Fixture.post("/feeds", removal, as: .editor, to: site).status == 404)
        }
    }

    @Test func aFeedThatFailsSaysWhy() async throws {
        let site = try Fixture.site()
        let record = site.library.record
        _ = try record.follow("https://northern-wire.example/feed", title: nil, at: 0)
        var feed = try #require(try record.subscriptions().first)
        (feed.checked, feed.due, feed.failures, feed.error) = (1_751_000_000, 1_751_003_600, 3, "is gone <i>; remove it")
        try record.update(feed)
        let page = await site.answer(Visit(.get, "/feeds", headers: try Fixture.headers(.editor, at: site)))
        #expect(page.text.contains("times in a row: 3") && page.text.contains("is gone &lt;i&gt;; remove it"))
        #expect(page.text.contains("2025-06-27 05:53 UTC"))
    }

    @Test func aReportIsReadFromItsAddressAndItsPageKept() async throws {
        try await Self.served { server, site in
            let answer = try await Fixture.post("/add/address", ["address": server.address("/dated")], as: .editor, to: site)
            let location = try #require(answer.headers["location"])
            #expect(answer.status == 303 && location.hasPrefix("/reports/"))
            let id = String(location.dropFirst("/reports/".count))
            let stored = try #require(try site.library.record.report(id)?.report)
            #expect(stored.outlet == "Northern Wire" && stored.published?.hasPrefix("2025-06-29") == true)
            #expect(stored.url == server.address("/dated"))
            let copy = try #require(try site.library.record.copy(ofReport: id))
            #expect(String(decoding: copy.content, as: UTF8.self) == Self.page(date: true))
        }
    }

    @Test func whatAPageDoesNotTellIsAskedOfTheEditor() async throws {
        try await Self.served { server, site in
            let before = try site.library.record.counts().reports
            let answer = try await Fixture.post("/add/address", ["address": server.address("/undated")], as: .editor, to: site)
            #expect(answer.status == 422 && answer.text.contains("needs the day it was published"))
            #expect(answer.text.contains("value=\"Northern Wire\"") && answer.text.contains("summoned Russia&#39;s ambassador"))
            #expect(try site.library.record.counts().reports == before)
        }
    }

    @Test(arguments: [
        ("/empty", "no report text"), ("/kept", "asks programs not to fetch"), ("/nothing", "is not there (status 404)"),
    ])
    func aPageThatHoldsNoReportIsSaidSo(path: String, words: String) async throws {
        try await Self.served { server, site in
            let answer = try await Fixture.post("/add/address", ["address": server.address(path)], as: .editor, to: site)
            #expect(answer.status == 422 && answer.text.contains(words))
        }
    }

    @Test(arguments: ["/feeds", "/add/address"])
    func addressesOfThisMachineAreNotReachedUnlessItWasAllowed(path: String) async throws {
        let server = try LocalServer { _ in .text(Self.feed) }
        defer { server.stop() }
        let site = try Fixture.site()
        for address in [
            server.address("/feed"), "http://localhost:\(server.port)/", "http://[::1]:\(server.port)/", "file:///etc/passwd",
        ] {
            let answer = try await Fixture.post(path, ["change": "add", "address": address], as: .editor, to: site)
            #expect(answer.status == 422, "\(address)")
        }
        #expect(server.requests.isEmpty)
        #expect(try site.library.record.subscriptions().isEmpty)
    }
}
