import Foundation
import Testing

@testable import Reading

@Suite struct OutputFileTests {
    @Test(arguments: ["out.jsonl", "out.jsonl.gz", "out.jsonl.zst"])
    func whatIsWrittenIsReadAgain(name: String) throws {
        let path = try Crawl.file([], name)
        let lines = (0..<20_000).map { "{\"line\": \($0)}" }
        let file = try OutputFile(path)
        for line in lines { try file.write((line + "\n").utf8) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)).isEmpty, "nothing is there before the end")
        try file.finish()
        var found: [String] = []
        try Source(name: path, form: .lines).forEachLine { _, line in found.append(String(decoding: line, as: UTF8.self)) }
        #expect(found == lines)
        #expect(try FileManager.default.contentsOfDirectory(atPath: (path as NSString).deletingLastPathComponent) == [name])
    }

    @Test func leavesNothingWhereItIsGivenUp() throws {
        let path = try Crawl.file(Array("before".utf8), "out.jsonl")
        do {
            let file = try OutputFile(path)
            try file.write("half a line".utf8)
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "before")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: (path as NSString).deletingLastPathComponent) == ["out.jsonl"])
    }

    @Test func saysWhereItMayNotWrite() {
        #expect(throws: ReadingError.self) { try OutputFile("/nowhere/at/all.jsonl") }
    }

    @Test(arguments: ["cut.jsonl.gz", "cut.jsonl.zst"])
    func tellsThatLinesAreCutShort(name: String) throws {
        let lines = Array((0..<9_000).map { "{\"id\": \"\($0)\", \"text\": \"Prose of some kind.\"}\n" }.joined().utf8)
        let whole = name.hasSuffix("gz") ? Crawl.gzip(lines) : Crawl.zstd(lines)
        let source = Source(name: try Crawl.file(whole.dropLast(whole.count / 2), name), form: .lines)
        var count = 0
        #expect(throws: ReadingError.self) { try source.forEachLine { _, _ in count += 1 } }
        #expect(count > 0)
    }
}
