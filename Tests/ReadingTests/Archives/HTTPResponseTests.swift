import Testing

@testable import Reading

@Suite struct HTTPResponseTests {
    private func content(_ head: String, _ body: [UInt8]) throws -> Result<[UInt8], Archive.Skip> {
        try #require(HTTPResponse(Array(head.utf8) + body)).content(limit: 1_000)
    }

    @Test(arguments: [
        ("chunked", "5\r\nHello\r\n7;x=y\r\n, world\r\n0\r\n\r\n", "Hello, world"),
        ("chunked", "A\r\n0123456789\r\n", "0123456789"),
        ("Chunked", "FF\r\ncut short", "cut short"),
        ("chunked", "<html>undone by the crawler</html>", "<html>undone by the crawler</html>"),
        ("chunked", "5\r\nHello\r\n-5\r\n", "Hello"),
        ("chunked", "5\r\nHello\r\n7fffffffffffffff\r\nrest", "Hellorest"),
        ("identity", "5\r\nHello", "5\r\nHello"),
    ])
    func joinsChunks(encoding: String, body: String, expected: String) throws {
        let found = try content("HTTP/1.1 200 OK\r\nTransfer-Encoding: \(encoding)\r\n\r\n", Array(body.utf8))
        #expect(try String(decoding: found.get(), as: UTF8.self) == expected)
    }

    @Test func undoesContentEncodings() throws {
        let text = Array("The same page, compressed.".utf8)
        let gzip = Crawl.gzip(text)
        let bodies: [(String, [UInt8])] = [
            ("gzip", gzip), ("x-gzip", gzip), ("GZIP", gzip), ("gzip", text), ("deflate", Array(gzip[10..<gzip.count - 8])),
            ("zstd", Crawl.zstd(text)), ("gzip, gzip", Crawl.gzip(gzip)), ("identity", text),
        ]
        for (encoding, body) in bodies {
            #expect(try content("HTTP/1.1 200 OK\nContent-Encoding: \(encoding)\n\n", body).get() == text, "\(encoding)")
        }
    }

    @Test func refusesWhatGrowsTooLarge() throws {
        let bomb = Crawl.gzip([UInt8](repeating: 0x61, count: 1_000_000))
        #expect(try content("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n", bomb) == .failure(.large))
    }

    @Test(arguments: [
        ("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"ISO-8859-1\"\r\n\r\n", 200, "text/html", "iso-8859-1"),
        ("HTTP/2 301\r\ncontent-type:TEXT/HTML\r\n\r\n", 301, "text/html", nil),
        ("HTTP/1.0 200\nContent-Type: application/xhtml+xml;charset=utf-8\n\n", 200, "application/xhtml+xml", "utf-8"),
        ("HTTP/1.1 204 No Content\r\n", 204, "", nil),
        ("HTTP/1.1 200 OK\r\nbroken line\r\nContent-Type: text/plain\r\n\r\n", 200, "text/plain", nil),
    ])
    func readsHeads(head: String, status: Int, media: String, charset: String?) throws {
        let response = try #require(HTTPResponse(Array(head.utf8)))
        #expect(response.status == status)
        #expect(response.mediaType == media)
        #expect(response.charset == charset)
    }

    @Test(arguments: ["", "GET / HTTP/1.1\r\n\r\n", "HTTP/1.1\r\n\r\n", "HTTP/1.1 abc\r\n\r\n", "HTTP/"])
    func knowsWhatIsNoResponse(message: String) { #expect(HTTPResponse(Array(message.utf8)) == nil) }
}
