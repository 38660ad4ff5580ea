import Foundation
import LocalServer

@testable import Reading

/// A way on which an input comes in.
enum Way: String, Codable, Sendable, CaseIterable {
    case file, gzipFile, zstdFile
    /// As the page of a JSON line.
    case line
    case archive, gzipArchive, zstdArchive
    /// In an archive, its own body compressed.
    case gzipBody, zstdBody
    case fetched, fetchedGzip

    /// What comes in this way.
    var forms: [Monster.Form] {
        switch self {
        case .file, .gzipFile, .zstdFile: [.text, .page, .feed, .line]
        case .line, .gzipBody, .zstdBody: [.page]
        case .archive, .gzipArchive, .zstdArchive: [.text, .page]
        case .fetched, .fetchedGzip: [.page, .feed]
        }
    }

    /// Puts an input on its way, and gives what reads it there.
    func reading(_ monster: Monster, as form: Monster.Form, in folder: URL) throws -> () throws -> Void {
        if self == .fetched || self == .fetchedGzip { return try fetching(monster, as: form) }
        let ending =
            switch form {
            case _ where isArchive: ".warc"
            case .text: ".txt"
            case .page: self == .line ? ".jsonl" : ".html"
            case .feed: ".xml"
            case .line: ".jsonl"
            }
        let file = folder.appendingPathComponent("monster\(ending)\(compression)")
        let output = try OutputFile(file.path)
        try write(monster, as: form, to: output)
        try output.finish()
        return {
            for source in Source.found(at: [file.path]).sources { try source.forEachReport { _ in } }
        }
    }

    private var isArchive: Bool {
        [.archive, .gzipArchive, .zstdArchive, .gzipBody, .zstdBody].contains(self)
    }

    private var compression: String {
        switch self {
        case .gzipFile, .gzipArchive: ".gz"
        case .zstdFile, .zstdArchive: ".zst"
        default: ""
        }
    }

    private func write(_ monster: Monster, as form: Monster.Form, to output: OutputFile) throws {
        if self == .line {
            try output.write(Array("{\"html\":\"".utf8))
            try monster.forEachPart { part in
                let isPlain = !part.contains(0x22) && !part.contains(0x5C)
                try output.write(isPlain ? part : part.flatMap { $0 == 0x22 || $0 == 0x5C ? [0x5C, $0] : [$0] })
            }
            try output.write(Array("\"}\n".utf8))
        } else if isArchive {
            let packed = self == .gzipBody ? Self.packed(monster, by: Deflater()) : packedByZstandard(monster)
            let encoding =
                self == .gzipBody ? "Content-Encoding: gzip\r\n" : self == .zstdBody ? "Content-Encoding: zstd\r\n" : ""
            let head = form == .text ? "" : "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\(encoding)\r\n"
            let size = packed?.count ?? monster.size
            let record = Crawl.record(
                form == .text ? "conversion" : "response", Array(head.utf8),
                media: form == .text ? "text/plain" : "application/http; msgtype=response", length: String(head.utf8.count + size)
            )
            try output.write(record.dropLast(4))
            if let packed { try output.write(packed) } else { try monster.forEachPart { try output.write($0) } }
        } else {
            try monster.forEachPart { try output.write($0) }
        }
    }

    private func packedByZstandard(_ monster: Monster) -> [UInt8]? {
        self == .zstdBody ? Self.packed(monster, by: ZstandardCompressor()) : nil
    }

    private static func packed(_ monster: Monster, by compressor: any Compressor) -> [UInt8] {
        var packed: [UInt8] = []
        monster.forEachPart { part in part.withUnsafeBytes { compressor.encode($0, isLast: false, into: &packed) } }
        [UInt8]().withUnsafeBytes { compressor.encode($0, isLast: true, into: &packed) }
        return packed
    }

    private func fetching(_ monster: Monster, as form: Monster.Form) throws -> () throws -> Void {
        var body: [UInt8] = []
        // What is longer than is fetched need not be sent whole.
        if self == .fetchedGzip {
            body = Self.packed(monster, by: Deflater())
        } else {
            monster.forEachPart { part in if body.count < 24 << 20 { body += part } }
        }
        let headers = self == .fetchedGzip ? ["Content-Encoding: gzip"] : []
        let server = try LocalServer { [body] request in
            request.path == "/robots.txt" ? .text("", status: 404) : .page(body, headers: headers)
        }
        var fetcher = Fetcher()
        fetcher.allowsPrivate = true
        let visitor = Visitor(fetcher, pause: 0)
        return {
            defer { server.stop() }
            let address = try WebAddress(server.address("/1"))
            let response = form == .feed ? try visitor.feed(at: address) : try visitor.page(at: address)
            let content = try response.content()
            if form == .feed {
                for report in Feed(content, charset: response.charset, address: server.address())?.reports ?? [] {
                    _ = report.isEnglish
                }
            } else {
                _ = try Page(bytes: content, charset: response.charset, url: server.address()).report
            }
        }
    }
}
