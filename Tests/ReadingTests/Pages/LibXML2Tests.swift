import Foundation
import Testing

@testable import Reading

/// Pages nobody wrote for reading.
@Suite(.serialized) struct LibXML2Tests {
    struct Monster: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let unit: String
        let count: Int
        var head = ""
        var bytes: [UInt8] { Array((head + String(repeating: unit, count: count)).utf8) }
    }

    private static let monsters = [
        Monster(testDescription: "a hundred thousand nested elements", unit: "<div>", count: 100_000),
        Monster(testDescription: "a million elements", unit: "<b></b>", count: 1_000_000),
        Monster(testDescription: "a tag of a hundred thousand attributes", unit: " a=b", count: 100_000, head: "<p"),
        Monster(testDescription: "twenty megabytes on one line", unit: "a", count: 20 << 20),
    ]

    @Test(arguments: monsters)
    func refuses(monster: Monster) {
        let bytes = monster.bytes
        let start = clock()
        #expect(throws: ReadingError.self) { _ = try Page(bytes: bytes) }
        #expect(Double(clock() - start) / Double(CLOCKS_PER_SEC) < 2)
    }

    private static let harmless = [
        Monster(testDescription: "scripts that never close", unit: "<script>", count: 100_000),
        Monster(testDescription: "comments that never close", unit: "<!-- <p>a ", count: 50_000),
        Monster(testDescription: "tags that never close", unit: "<a href='", count: 50_000),
        Monster(testDescription: "closing tags of nothing", unit: "</p></b>", count: 100_000),
        Monster(testDescription: "brackets", unit: "<", count: 1_000_000),
        Monster(testDescription: "zero bytes", unit: "\0", count: 1_000_000),
        Monster(testDescription: "nested linked data", unit: "[", count: 1_000_000, head: "<script type='application/ld+json'>"),
    ]

    @Test(arguments: harmless)
    func readsInBoundedTime(monster: Monster) {
        let bytes = monster.bytes
        let start = clock()
        _ = try? Page(bytes: bytes)
        #expect(Double(clock() - start) / Double(CLOCKS_PER_SEC) < 8)
    }

    @Test func keepsWhatStandsAfterAZeroByte() throws {
        #expect(
            try Page(html: "<p>The envoy\0left, it was said, before anyone could ask him about the note.</p>").text.contains(
                "note"))
    }
}
