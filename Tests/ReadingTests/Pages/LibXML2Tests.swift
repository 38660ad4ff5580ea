import Foundation
import Dispatch
import Testing

@testable import Reading

/// Pages nobody wrote for reading. What they cost is measured by `HostileTests`.
@Suite struct LibXML2Tests {
    @Test(arguments: [
        ("tags", 300_000, "</b>"), ("references", 300_000, "&a "), ("elements", 120_000, "<p>a"), ("deeper", 100_000, "<div>"),
        ("attributes", 100_000, " a=b"), ("MB", 20 << 20, "a"),
    ])
    func refusesMonsters(cause: String, count: Int, unit: String) {
        let error = #expect(throws: ReadingError.self) {
            _ = try Page(html: "<p" + (cause == "attributes" ? "" : ">") + String(repeating: unit, count: count))
        }
        #expect(error?.cause.contains(cause) == true)
    }

    @Test func refusesABook() {
        let error = #expect(throws: ReadingError.self) {
            _ = try Page(html: String(repeating: "<p>The envoy was called in on Saturday, it was said.</p>", count: 12_000))
        }
        #expect(error?.cause.contains("512 KB of text") == true)
    }

    @Test func keepsWhatStandsAfterAZeroByte() throws {
        #expect(
            try Page(html: "<p>The envoy\0left, it was said, before anyone could ask him about the note.</p>").text.contains(
                "note"))
    }

    /// Two threads whose first page it was once waited for each other forever.
    @Test func theFirstPagesMayComeTogether() async {
        for _ in 0..<3 {
            await #expect(processExitsWith: .success) {
                DispatchQueue.concurrentPerform(iterations: 8) { _ in _ = try? LibXML2.document(html: Array("<p>a</p>".utf8)) }
            }
        }
    }
}
