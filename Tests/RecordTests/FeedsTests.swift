import Foundation
import GRDB
import Testing

@testable import Record

@Suite struct FeedsTests {
    private let path = FileManager.default.temporaryDirectory.appendingPathComponent("feeds-\(UUID().uuidString).sqlite").path

    @Test func followsAFeedOnce() throws {
        let record = try OurRecord(path: path)
        #expect(try record.follow("https://n.example/feed", title: "Wire", at: 10))
        #expect(try !record.follow("https://n.example/feed", title: "Other", at: 20))
        #expect(try record.subscriptions().map(\.title) == ["Wire"])
        #expect(try record.unfollow("https://n.example/feed"))
        #expect(try !record.unfollow("https://n.example/feed"))
        #expect(try record.subscriptions().isEmpty)
    }

    @Test func remembersHowItWent() throws {
        let record = try OurRecord(path: path)
        _ = try record.follow("https://n.example/feed", title: nil, at: 10)
        var feed = try #require(try record.subscriptions().first)
        #expect(feed.due == 0 && feed.checked == nil)
        feed.title = "Wire"
        feed.etag = "\"a\""
        feed.checked = 20
        feed.due = 920
        feed.failures = 2
        feed.error = "is no feed"
        feed.reports = 7
        try record.update(feed)
        #expect(try OurRecord(path: path).subscriptions() == [feed])
    }

    @Test func isAskedWhenDueOrWhenTheClockWasSetBack() throws {
        let record = try OurRecord(path: path)
        _ = try record.follow("https://n.example/feed", title: nil, at: 10)
        var feed = try #require(try record.subscriptions().first)
        #expect(feed.isDue(at: 10), "never asked")
        (feed.checked, feed.due) = (1_000, 1_900)
        #expect(feed.isDue(at: 1_900) && !feed.isDue(at: 1_899) && !feed.isDue(at: 1_000))
        #expect(feed.isDue(at: 999), "what was asked in the future does not wait for it")
    }

    @Test func movesAFeedWithWhatWasSeenOfIt() throws {
        let record = try OurRecord(path: path)
        _ = try record.follow("http://n.example/feed", title: nil, at: 10)
        try record.see("1", of: "http://n.example/feed", at: 10)
        let feed = try #require(try record.subscriptions().first)
        try record.update(feed, movedTo: "https://n.example/feed")
        #expect(try record.subscriptions().map(\.address) == ["https://n.example/feed"])
        #expect(try record.unseen(["1", "2"]) == ["2"])
        // Moved to a feed that is followed already, it is one with that.
        _ = try record.follow("http://n.example/old", title: nil, at: 10)
        try record.see("3", of: "http://n.example/old", at: 10)
        let old = try #require(try record.subscriptions().first { $0.address.hasSuffix("old") })
        try record.update(old, movedTo: "https://n.example/feed")
        #expect(try record.subscriptions().map(\.address) == ["https://n.example/feed"])
        #expect(try record.unseen(["1", "2", "3"]) == ["2"])
    }

    @Test func countsFailuresOfAnItemUntilItIsSeen() throws {
        let record = try OurRecord(path: path)
        _ = try record.follow("https://n.example/feed", title: nil, at: 10)
        #expect(try record.miss("1", of: "https://n.example/feed", at: 10) == 1)
        #expect(try record.miss("1", of: "https://n.example/feed", at: 20) == 2)
        #expect(try record.unseen(["1"]) == ["1"])
        try record.see("1", of: "https://n.example/feed", at: 30)
        #expect(try record.unseen(["1"]).isEmpty)
        // Of a feed that is not followed any more nothing is kept.
        try record.see("2", of: "https://gone.example/feed", at: 30)
        #expect(try record.unseen(["2"]) == ["2"])
    }

    @Test(arguments: ["", "Baku summoned the envoy.", String(repeating: "<p>The envoy was summoned.</p>", count: 10_000)])
    func givesAPageBackAsItWasKept(content: String) throws {
        let record = try OurRecord(path: path)
        let copy = PageCopy(
            address: "https://n.example/1", fetched: 10, type: "text/html", charset: "windows-1251", content: Data(content.utf8))
        try record.keep(copy, ofReport: "r1")
        try record.keep(PageCopy(address: "x", fetched: 20, type: nil, charset: nil, content: Data()), ofReport: "r1")
        #expect(try record.copy(ofReport: "r1") == copy)
        #expect(try record.copy(ofReport: "r2") == nil)
        let size = try DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: "SELECT length(content) FROM copy") }
        #expect(content.count < 1_000 || (size ?? .max) < content.count / 50)
    }

    @Test func hasTheFingerprintOfTheStandard() {
        let copy = PageCopy(address: "", fetched: 0, type: nil, charset: nil, content: Data("abc".utf8))
        #expect(copy.fingerprint == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test(arguments: [
        "UPDATE copy SET content = x'00'", "UPDATE copy SET sha256 = 'ba78'", "UPDATE copy SET size = 3",
        "UPDATE copy SET size = -1",
        "UPDATE copy SET size = 1 << 40",
    ])
    func tellsAPageThatIsNotWhatWasKept(damage: String) throws {
        let record = try OurRecord(path: path)
        let copy = PageCopy(address: "https://n.example/1", fetched: 10, type: nil, charset: nil, content: Data("Prose.".utf8))
        try record.keep(copy, ofReport: "r1")
        try DatabaseQueue(path: path).write { try $0.execute(sql: damage) }
        let error = #expect(throws: OurRecordError.self) { _ = try record.copy(ofReport: "r1") }
        #expect(error?.cause.contains("not what was fetched") == true)
    }

    /// Records of the first version are still to be used.
    @Test func addsTablesToAnOlderRecord() throws {
        _ = try OurRecord(path: path)
        try DatabaseQueue(path: path).write { db in
            try db.execute(
                sql: """
                    DROP TABLE feed_item; DROP TABLE feed; DROP TABLE copy;
                    DELETE FROM grdb_migrations WHERE identifier = 'feeds, copies'
                    """)
        }
        #expect(try OurRecord(path: path).follow("https://n.example/feed", title: nil, at: 10))
    }
}
