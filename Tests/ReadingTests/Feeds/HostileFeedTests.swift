import Foundation
import Testing

@testable import Reading

/// Feeds made to cost more than they weigh. Each has some megabytes and two seconds.
@Suite(.serialized) struct HostileFeedTests {
    private static let size = 4 << 20

    private static func repeated(_ piece: String, before: String = "", after: String = "") -> [UInt8] {
        Array((before + String(repeating: piece, count: size / piece.utf8.count) + after).utf8)
    }

    private static let inItem = "<rss><channel><item><title>A</title>"

    @Test(arguments: [
        ("elements nested in a text", repeated("<a>", before: inItem + "<description>")),
        ("elements nested in an item", repeated("<a>", before: inItem)),
        ("elements of one name nested", repeated("<description>", before: inItem)),
        ("escaped elements nested", repeated("&lt;div&gt;", before: inItem + "<description>", after: "</description></item>")),
        ("scripts that do not end", repeated("&lt;script&gt;", before: inItem + "<description>", after: "</description></item>")),
        (
            "figures that do not end",
            repeated("&lt;figure&gt;a", before: inItem + "<description>", after: "</description></item>")
        ),
        ("comments that do not end", repeated("<!--", before: inItem)),
        ("CDATA that does not end", repeated("<![CDATA[", before: inItem)),
        ("instructions that do not end", repeated("<?", before: inItem)),
        ("declarations that do not end", repeated("<!", before: inItem)),
        ("document types that do not end", repeated("<!DOCTYPE a [", before: inItem)),
        ("tags that do not end", repeated("<a ", before: inItem)),
        ("quotations that do not end", repeated("<a b=\"c' d='e", before: inItem)),
        ("quotations that end elsewhere", repeated("<a b=\">", before: inItem)),
        ("less-than signs", repeated("<", before: inItem)),
        ("ampersands", repeated("&", before: inItem + "<description>")),
        ("references", repeated("&#x41;", before: inItem + "<description>", after: "</description>")),
        ("attributes", repeated("a='b' ", before: "<rss ", after: "><channel><item><title>A</title></item></channel></rss>")),
        (
            "namespaces",
            repeated("xmlns:a='b' ", before: "<rss ", after: "><channel><item><title>A</title></item></channel></rss>")
        ),
        ("empty items", repeated("<item/>", before: "<rss><channel>")),
        ("small items", repeated("<item><title>a</title></item>", before: "<rss><channel>")),
        ("items of one identity", repeated("<item><guid>x</guid><link>y</link></item>", before: "<rss><channel>")),
        ("end tags", repeated("</item>", before: "<rss><channel>")),
        ("links", repeated("<link>", before: inItem)),
        ("authors", repeated("<author> ", before: inItem)),
        ("one long line", repeated("a", before: inItem + "<description>")),
        ("a path that climbs", repeated("../", before: inItem + "<link>", after: "</link></item>")),
        ("spaces in a date", repeated(" ", before: inItem + "<pubDate>", after: "</pubDate></item>")),
        ("JSON nested", Array(("{\"title\": \"a\", \"items\": " + String(repeating: "[", count: size)).utf8)),
        ("JSON of small items", repeated("{\"id\":\"1\"},", before: "{\"title\":\"a\",\"items\":[", after: "{}]}")),
        ("zeros", [UInt8](repeating: 0, count: size)),
        ("no root", repeated("<a></a>")),
    ])
    func costsNoMoreThanItsLength(name: String, bytes: [UInt8]) {
        let began = Self.processorTime()
        let feed = Feed(bytes, address: "https://n.example/feed")
        for entry in feed?.entries.prefix(100) ?? [] { _ = entry.isExcerpt }
        #expect((feed?.entries.count ?? 0) <= Feed.mostEntries)
        // Unoptimised code beside other tests; what is quadratic would take hours.
        #expect(Self.processorTime() - began < 30, "\(name)")
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
