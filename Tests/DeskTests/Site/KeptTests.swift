import Testing

@testable import Desk

@Suite struct KeptTests {
    private let kept = Kept<String>(capacity: 1_000) { $0.utf8.count }

    @Test func forgetsEverythingWhenTheRecordChanges() {
        kept.keep("one", for: "a", "first")
        #expect(kept["a", "first"] == "one")
        #expect(kept["a", "second"] == nil)
        kept.keep("two", for: "b", "second")
        #expect(kept["a", "first"] == nil)
        #expect(kept["b", "second"] == "two")
    }

    @Test func makesWhatIsMissingAndKeepsTheOrderAsked() {
        var made: [[String]] = []
        func values(_ keys: [String]) -> [String] {
            kept.values(keys, "") { missing in
                made.append(missing)
                return Dictionary(uniqueKeysWithValues: missing.filter { $0 != "gone" }.map { ($0, $0 + "!") })
            }
        }
        #expect(values(["a", "b"]) == ["a!", "b!"])
        #expect(values(["c", "b", "gone", "a"]) == ["c!", "b!", "a!"])
        #expect(values(["a", "b"]) == ["a!", "b!"])
        #expect(made == [["a", "b"], ["c", "gone"]])
    }

    @Test func staysWithinItsCapacity() {
        for number in 0..<100 { kept.keep(String(repeating: "x", count: 100), for: "\(number)", "") }
        #expect((0..<100).filter { kept["\($0)", ""] != nil }.count < 10)
        kept.keep(String(repeating: "x", count: 600), for: "large", "")
        #expect(kept["large", ""] == nil)
    }
}
