import Foundation

@testable import Reading

/// Makes archives for tests, record by record.
enum Crawl {
    static let prose =
        "Azerbaijan summoned Russia's ambassador on Saturday over the raids in Yekaterinburg, the ministry said in a statement."

    static func html(_ text: String = prose) -> String {
        "<html><head><title>Envoy summoned</title></head><body><article><p>\(text)</p></article></body></html>"
    }

    static func record(
        _ type: String, _ block: [UInt8], media: String = "application/http; msgtype=response", length: String? = nil,
        version: String = "WARC/1.0", extra: String = ""
    ) -> [UInt8] {
        let head = """
            \(version)\r
            WARC-Type: \(type)\r
            WARC-Target-URI: https://wire.example/envoy\r
            WARC-Date: 2025-06-29T08:30:00Z\r
            Content-Type: \(media)\r
            \(extra)Content-Length: \(length ?? String(block.count))\r
            \r

            """
        return Array(head.utf8) + block + Array("\r\n\r\n".utf8)
    }

    static func response(
        _ body: [UInt8], status: String = "200 OK", media: String = "text/html; charset=utf-8", headers: String = ""
    ) -> [UInt8] {
        record("response", Array("HTTP/1.1 \(status)\r\nContent-Type: \(media)\r\n\(headers)\r\n".utf8) + body)
    }

    static func response(_ html: String) -> [UInt8] { response(Array(html.utf8)) }

    static func compressed(_ bytes: [UInt8], by compressor: any Compressor) -> [UInt8] {
        var output: [UInt8] = []
        bytes.withUnsafeBytes { compressor.encode($0, isLast: true, into: &output) }
        return output
    }

    static func gzip(_ bytes: [UInt8]) -> [UInt8] { compressed(bytes, by: Deflater()) }
    static func zstd(_ bytes: [UInt8]) -> [UInt8] { compressed(bytes, by: ZstandardCompressor()) }

    static func file(_ bytes: [UInt8], _ name: String = "crawl.warc") throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("crawl-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent(name)
        try Data(bytes).write(to: file)
        return file.path
    }

    /// The reports of an archive, and what was passed over.
    static func read(_ path: String, from position: Archive.Position? = nil) throws -> (
        reports: [Report], skipped: [Archive.Skip]
    ) {
        var reports: [Report] = []
        var skipped: [Archive.Skip] = []
        try Archive(path).forEachItem(from: position) { item, _ in
            switch item {
            case .skipped(let skip): skipped.append(skip)
            case .page(let page):
                switch page.report() {
                case .success(let report): reports.append(report)
                case .failure(let skip): skipped.append(skip)
                }
            }
        }
        return (reports, skipped)
    }

    static func read(_ bytes: [UInt8]) throws -> (reports: [Report], skipped: [Archive.Skip]) { try read(file(bytes)) }
}
