import Foundation
import Testing

@testable import Reading

/// A feed made to cost more than it weighs: a piece again and again, a megabyte of it.
struct Hostile: Sendable, CustomTestStringConvertible {
    let testDescription: String
    private let piece: String
    private let before: String
    private let after: String

    init(_ name: String, _ piece: String, before: String = "", after: String = "") {
        testDescription = name
        self.piece = piece
        self.before = before
        self.after = after
    }

    var bytes: [UInt8] { Array((before + String(repeating: piece, count: (1 << 20) / piece.utf8.count) + after).utf8) }
}

@Suite(.serialized) struct HostileFeedTests {
    private static let inItem = "<rss><channel><item><title>A</title>"

    @Test(arguments: [
        Hostile("elements nested in a text", "<a>", before: inItem + "<description>"),
        Hostile("elements nested in an item", "<a>", before: inItem),
        Hostile("elements of one name nested", "<description>", before: inItem),
        Hostile("escaped elements nested", "&lt;div&gt;", before: inItem + "<description>", after: "</description></item>"),
        Hostile("scripts that do not end", "&lt;script&gt;", before: inItem + "<description>", after: "</description></item>"),
        Hostile("figures that do not end", "&lt;figure&gt;a", before: inItem + "<description>", after: "</description></item>"),
        Hostile("comments that do not end", "<!--", before: inItem),
        Hostile("CDATA that does not end", "<![CDATA[", before: inItem),
        Hostile("instructions that do not end", "<?", before: inItem),
        Hostile("declarations that do not end", "<!", before: inItem),
        Hostile("document types that do not end", "<!DOCTYPE a [", before: inItem),
        Hostile("tags that do not end", "<a ", before: inItem),
        Hostile("quotations that do not end", "<a b=\"c' d='e", before: inItem),
        Hostile("quotations that end elsewhere", "<a b=\">", before: inItem),
        Hostile("less-than signs", "<", before: inItem),
        Hostile("ampersands", "&", before: inItem + "<description>"),
        Hostile("references", "&#x41;", before: inItem + "<description>", after: "</description>"),
        Hostile("attributes", "a='b' ", before: "<rss ", after: "><channel><item><title>A</title></item></channel></rss>"),
        Hostile("namespaces", "xmlns:a='b' ", before: "<rss ", after: "><channel><item><title>A</title></item></channel></rss>"),
        Hostile("empty items", "<item/>", before: "<rss><channel>"),
        Hostile("small items", "<item><title>a</title></item>", before: "<rss><channel>"),
        Hostile("items of one identity", "<item><guid>x</guid><link>y</link></item>", before: "<rss><channel>"),
        Hostile("end tags", "</item>", before: "<rss><channel>"),
        Hostile("links", "<link>", before: inItem),
        Hostile("authors", "<author> ", before: inItem),
        Hostile("one long line", "a", before: inItem + "<description>"),
        Hostile("a path that climbs", "../", before: inItem + "<link>", after: "</link></item>"),
        Hostile("spaces in a date", " ", before: inItem + "<pubDate>", after: "</pubDate></item>"),
        Hostile("JSON of small items", "{\"id\":\"1\"},", before: "{\"title\":\"a\",\"items\":[", after: "{}]}"),
        Hostile("no root", "<a></a>"),
        Hostile("JSON nested", "[", before: "{\"title\": \"a\", \"items\": "),
        Hostile("zeros", "\u{0}"),
    ])
    func costsNoMoreThanItsLength(_ hostile: Hostile) {
        let bytes = hostile.bytes
        let began = Self.processorTime()
        let feed = Feed(bytes, address: "https://n.example/feed")
        for entry in feed?.entries.prefix(100) ?? [] { _ = entry.isExcerpt }
        #expect((feed?.entries.count ?? 0) <= Feed.mostEntries)
        // Unoptimised code beside other tests; what is quadratic would take many minutes.
        #expect(Self.processorTime() - began < 20)
    }

    /// "Billion laughs" and its like: nothing is expanded.
    @Test func expandsNoEntities() throws {
        var declarations = "<!ENTITY l0 \"lol\">"
        for level in 1...9 {
            declarations += "<!ENTITY l\(level) \"" + String(repeating: "&l\(level - 1);", count: 10) + "\">"
        }
        let bomb =
            "<?xml version=\"1.0\"?><!DOCTYPE rss [\(declarations)]><rss><channel><item><title>&l9;</title></item></channel></rss>"
        let feed = try #require(Feed(Array(bomb.utf8)))
        #expect(feed.entries.first?.title == "&l9;")
    }

    /// Any bytes at all, from a generator that always gives the same.
    @Test func survivesDamage() {
        let seeds = FeedCase.all.map(\.bytes)
        var state: UInt64 = 42
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % max(1, bound)
        }
        for _ in 0..<3_000 {
            var bytes = seeds[random(seeds.count)]
            for _ in 0..<(1 + random(8)) where !bytes.isEmpty {
                switch random(4) {
                case 0: bytes[random(bytes.count)] = UInt8(random(256))
                case 1: bytes.remove(at: random(bytes.count))
                case 2: bytes.removeLast(random(bytes.count))
                default:
                    let from = random(bytes.count)
                    bytes.insert(contentsOf: bytes[from..<min(bytes.count, from + random(40))], at: random(bytes.count))
                }
            }
            let feed = Feed(bytes, address: "https://n.example/feed")
            for entry in feed?.entries ?? [] { #expect(!entry.key.isEmpty) }
            _ = feed?.reports
        }
    }

    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
