import Foundation
import Testing

@testable import Reading

@Suite struct ArchiveTests {
    enum Wrapping: CaseIterable {
        case plain, gzipByRecord, gzipWhole, zstdByRecord, zstdWhole

        func wrapped(_ records: [[UInt8]]) -> [UInt8] {
            switch self {
            case .plain: Array(records.joined())
            case .gzipByRecord: Array(records.map(Crawl.gzip).joined())
            case .gzipWhole: Crawl.gzip(Array(records.joined()))
            case .zstdByRecord: Array(records.map(Crawl.zstd).joined())
            case .zstdWhole: Crawl.zstd(Array(records.joined()))
            }
        }
    }

    @Test(arguments: Wrapping.allCases)
    func readsHoweverItIsCompressed(wrapping: Wrapping) throws {
        let records = [
            Crawl.record("warcinfo", Array("software: x\r\n".utf8), media: "application/warc-fields"),
            Crawl.record("request", Array("GET / HTTP/1.1\r\n\r\n".utf8)),
            Crawl.response(Crawl.html()),
            Crawl.response(Crawl.html("A second page, about nothing much that would need to be told at any length.")),
        ]
        let (reports, skipped) = try Crawl.read(wrapping.wrapped(records))
        #expect(reports.map { $0.text.prefix(8) } == ["Azerbaij", "A second"])
        #expect(reports.first?.url == "https://wire.example/envoy")
        #expect(reports.first?.published == "2025-06-29T08:30:00Z")
        #expect(skipped == [.kind, .kind])
    }

    @Test(arguments: Wrapping.allCases)
    func goesOnAtEveryRecord(wrapping: Wrapping) throws {
        let records = (0..<30).map {
            Crawl.response(Crawl.html("Report number \($0) of those that the crawler brought home on that day."))
        }
        let path = try Crawl.file(wrapping.wrapped(records))
        var positions: [Archive.Position] = []
        try Archive(path).forEachItem { _, position in positions.append(position) }
        #expect(positions.count == 30)
        for (index, position) in positions.enumerated() {
            let rest = try Crawl.read(path, from: position)
            #expect(rest.reports.count == 29 - index)
            #expect(rest.skipped.isEmpty)
            if index < 29 { #expect(rest.reports.first?.text.hasPrefix("Report number \(index + 1) ") ?? false) }
        }
    }

    @Test func readsTextsOfPages() throws {
        let text = Array(("Envoy summoned\n" + Crawl.prose).utf8)
        let (reports, _) = try Crawl.read(Crawl.record("conversion", text, media: "text/plain", version: "WARC/1.1"))
        #expect(reports.first?.text == Crawl.prose)
        #expect(reports.first?.title == "Envoy summoned")
        #expect(reports.first?.published == "2025-06-29T08:30:00Z")
    }

    @Test(arguments: [
        (Crawl.response([], status: "404 Not Found"), Archive.Skip.status),
        (Crawl.response(Array("%PDF-1.4 …".utf8), media: "application/pdf"), .media),
        (Crawl.response([]), .empty),
        (Crawl.response(Array(" \r\n\t".utf8)), .empty),
        (Crawl.response("<html><body><nav>Home</nav></body></html>"), .text),
        (Crawl.response([11, 5, 128, 1, 2, 3], headers: "Content-Encoding: br\r\n"), .encoding),
        (Crawl.record("revisit", Array("HTTP/1.1 200 OK\r\n\r\n".utf8)), .kind),
        (Crawl.record("response", Array("no answer at all".utf8)), .damaged),
        (Crawl.record("response", [], media: "text/dns"), .empty),
    ])
    func saysWhyNothingWasRead(record: [UInt8], reason: Archive.Skip) throws {
        let (reports, skipped) = try Crawl.read(record + Crawl.response(Crawl.html()))
        #expect(reports.count == 1)
        #expect(skipped == [reason])
    }

    @Test(arguments: ["-1", "99999999999999999999999999", "x", "", "1e3"])
    func goesOnAfterALengthThatIsNone(length: String) throws {
        let bad = Crawl.record("response", Array("HTTP/1.1 200 OK\r\n\r\nlost".utf8), length: length)
        for wrap in [{ $0 }, Crawl.gzip] {
            let (reports, skipped) = try Crawl.read(wrap(bad) + wrap(Crawl.response(Crawl.html())))
            #expect(reports.count == 1)
            #expect(skipped == [.damaged])
        }
    }

    @Test func aRecordTooLargeIsPassedOver() throws {
        let large = Crawl.response([UInt8](repeating: 0x41, count: 9 << 20))
        let (reports, skipped) = try Crawl.read(Crawl.gzip(large) + Crawl.gzip(Crawl.response(Crawl.html())))
        #expect(reports.count == 1)
        #expect(skipped == [.large])
    }

    @Test func everyCutLeavesTheRecordsBefore() throws {
        let first = Crawl.gzip(Crawl.response(Crawl.html()))
        let second = Crawl.gzip(Crawl.response(Crawl.html()))
        for cut in 1..<second.count {
            let (reports, skipped) = try Crawl.read(first + second.prefix(cut))
            #expect(reports.count == 1 || reports.count == 2 && cut > second.count - 16)
            #expect(skipped.count <= 1)
        }
        let plain = Crawl.response(Crawl.html())
        for cut in stride(from: 1, to: plain.count - 4, by: 7) {
            let (reports, skipped) = try Crawl.read(plain + plain.prefix(cut))
            #expect(reports.count == 1)
            #expect(skipped.count == 1)
        }
    }

    /// Whatever the bytes, reading ends and what stands untouched is read.
    @Test func damageCostsTheRecordsItHits() throws {
        var chance = SystemRandomNumberGenerator()
        let records = (0..<6).map {
            Crawl.response(Crawl.html("Report number \($0) of those that the crawler brought home that day."))
        }
        for wrapping in Wrapping.allCases {
            let whole = wrapping.wrapped(records)
            for _ in 0..<60 {
                var bytes = whole
                for _ in 0..<Int.random(in: 1...4, using: &chance) {
                    bytes[Int.random(in: 0..<bytes.count, using: &chance)] = UInt8.random(in: 0...255, using: &chance)
                }
                let (reports, _) = try Crawl.read(bytes)
                #expect(reports.count <= 6)
                if wrapping == .gzipByRecord { #expect(reports.count >= 1) }
            }
        }
    }

    @Test func aDamagedMemberIsTheOnlyLoss() throws {
        var members = (0..<3).map {
            Crawl.gzip(Crawl.response(Crawl.html("Report number \($0) of those that came home that day.")))
        }
        for index in 60..<90 { members[1][index] ^= 0x5A }
        let (reports, skipped) = try Crawl.read(Array(members.joined()))
        #expect(reports.map { $0.text.prefix(15) } == ["Report number 0", "Report number 2"])
        #expect(skipped.contains(.damaged))
    }

    /// Ten gigabytes in ten megabytes, alone and within a body.
    @Test func bombsAreRefused() throws {
        let compressor = Deflater()
        let head = Crawl.record("response", [], length: "10000000000").dropLast(4)
        var bomb = Crawl.compressedPart(Array(head), by: compressor)
        let zeros = [UInt8](repeating: 0, count: 1 << 20)
        for _ in 0..<300 { bomb += Crawl.compressedPart(zeros, by: compressor) }
        let clock = clock()
        #expect(throws: ReadingError.self) { try Crawl.read(bomb) }
        let inner = Crawl.gzip([UInt8](repeating: 0x20, count: 64 << 20))
        let (reports, skipped) = try Crawl.read(
            Crawl.response(inner, headers: "Content-Encoding: gzip\r\n") + Crawl.response(Crawl.html()))
        #expect(reports.count == 1)
        #expect(skipped == [.large])
        #expect(Double(Glibc.clock() - clock) / Double(CLOCKS_PER_SEC) < 8)
    }

    @Test func readsAZstandardDictionary() throws {
        let record = Crawl.response(Crawl.html())
        // A dictionary of raw content: what the frames may refer to. Here they do not, which every dictionary allows.
        let dictionary = Array(Crawl.html().utf8)
        let size = UInt32(dictionary.count)
        let header: [UInt8] = [0x5D, 0x2A, 0x4D, 0x18] + (0..<4).map { UInt8(truncatingIfNeeded: size >> (8 * $0)) }
        let (reports, skipped) = try Crawl.read(header + dictionary + Crawl.zstd(record) + Crawl.zstd(record))
        #expect(reports.count == 2)
        #expect(skipped.isEmpty)
    }

    @Test(arguments: [
        ("a.warc", true), ("a.warc.gz", true), ("CC-NEWS-2.WARC.GZ", true), ("a.warc.zst", true), ("a.warc.wet.gz", true),
        ("a.gz", false), ("warc", false), ("a.jsonl.gz", false),
    ])
    func knowsArchivesByTheirNames(name: String, isArchive: Bool) { #expect(Archive.isArchive(name) == isArchive) }
}

extension Crawl {
    static func compressedPart(_ bytes: [UInt8], by compressor: Deflater) -> [UInt8] {
        var output: [UInt8] = []
        bytes.withUnsafeBytes { compressor.encode($0, isLast: false, into: &output) }
        return output
    }
}
