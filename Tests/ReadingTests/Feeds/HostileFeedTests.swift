import Foundation
import Testing

@testable import Reading

@Suite struct HostileFeedTests {
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
}
