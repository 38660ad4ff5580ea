import Foundation
import LocalServer
import Testing

@testable import Reading

@Suite struct FetcherTests {
    private func fetcher(total: Int = 5_000) -> Fetcher {
        var fetcher = Fetcher()
        fetcher.allowsPrivate = true
        fetcher.limits.total = total
        fetcher.limits.connecting = 1_000
        return fetcher
    }

    private func fetch(
        _ fetcher: Fetcher? = nil, path: String = "/", unless validators: Response.Validators = .init(),
        _ respond: @escaping @Sendable (LocalServer.Request) -> LocalServer.Answer
    ) throws -> Response {
        let server = try LocalServer(respond)
        defer { server.stop() }
        return try (fetcher ?? self.fetcher()).fetch(WebAddress(server.address(path)), .page, unless: validators)
    }

    private func cause(
        _ fetcher: Fetcher? = nil, _ respond: @escaping @Sendable (LocalServer.Request) -> LocalServer.Answer
    ) -> String? {
        do {
            _ = try fetch(fetcher, respond).content()
            return nil
        } catch {
            return (error as? ReadingError)?.cause
        }
    }

    /// Compressed by the system's own program.
    private func compressed(_ bytes: Data, by tool: String) throws -> [UInt8] {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("plain-\(UUID().uuidString)")
        try bytes.write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [tool, "-c", file.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Array(data)
    }

    @Test func saysWhoAsksAndSendsNoSecrets() throws {
        var fetcher = fetcher()
        fetcher.contact = "desk@northern-wire.example\r\nX-Injected: 1"
        let response = try fetch(fetcher) { request in
            .text(request.headers.sorted { $0.key < $1.key }.map { "\($0): \($1)" }.joined(separator: "\n"))
        }
        let headers = String(decoding: response.body, as: UTF8.self)
        #expect(
            headers.contains("user-agent: Demarche/0.1 (reads news reports; contact: desk@northern-wire.exampleX-Injected: 1)"))
        #expect(headers.contains("accept-encoding: "))
        #expect(!headers.contains("authorization"))
        #expect(!headers.contains("cookie"))
        #expect(!headers.contains("\nx-injected"))
    }

    @Test func readsCharsetTypeAndValidators() throws {
        let response = try fetch { _ in
            .text(
                "x",
                headers: [
                    "Content-Type: Text/HTML; Charset=\"windows-1251\"", "ETag: \"a1\"",
                    "Last-Modified: Sat, 28 Jun 2025 18:05:00 GMT",
                ])
        }
        #expect(response.type == "text/html")
        #expect(response.charset == "windows-1251")
        #expect(response.validators == Response.Validators(etag: "\"a1\"", modified: "Sat, 28 Jun 2025 18:05:00 GMT"))
    }

    @Test func asksOnlyForWhatHasChanged() throws {
        let respond: @Sendable (LocalServer.Request) -> LocalServer.Answer = { request in
            request.headers["if-none-match"] == "\"a1\""
                && request.headers["if-modified-since"] == "Sat, 28 Jun 2025 18:05:00 GMT"
                ? .page([], status: 304) : .text("new")
        }
        #expect(try fetch { respond($0) }.status == 200)
        let unchanged = try fetch(
            unless: .init(etag: "\"a1\"", modified: "Sat, 28 Jun 2025 18:05:00 GMT"), respond)
        #expect(unchanged.isUnchanged)
        #expect(try fetch(unless: .init(etag: "\"b\"\r\nX: y"), { .text($0.headers["x"] ?? "none") }).body == Array("none".utf8))
    }

    @Test(arguments: [("120", 120), ("0", 0), ("-5", 0), ("99999999", 604_800), ("soon", nil)] as [(String, Int?)])
    func readsHowLongToWait(text: String, seconds: Int?) throws {
        #expect(try fetch { _ in .text("", status: 503, headers: ["Retry-After: \(text)"]) }.retryAfter == seconds)
    }

    @Test func readsUntilWhenToWait() throws {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "GMT")
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        let date = formatter.string(from: Date(timeIntervalSinceNow: 600))
        let wait = try #require(try fetch { _ in .text("", status: 429, headers: ["Retry-After: \(date)"]) }.retryAfter)
        #expect((590...600).contains(wait))
    }

    @Test func followsRedirects() throws {
        let response = try fetch(path: "/a/1") { request in
            switch request.path {
            case "/a/1": .redirect(302, to: "2?x=y")
            case "/a/2?x=y": .redirect(307, to: "/3")
            case "/3": .redirect(303, to: "4#part")
            default: .text(request.path)
            }
        }
        #expect(response.body == Array("/4".utf8))
        #expect(response.address.path == "/4")
        #expect(response.movedTo == nil)
    }

    @Test(arguments: [([301], "/1"), ([308, 301], "/2"), ([301, 302, 301], "/1"), ([302, 301], nil)] as [([Int], String?)])
    func tellsWhereItHasMovedForGood(statuses: [Int], path: String?) throws {
        let response = try fetch(path: "/0") { request in
            let number = Int(request.path.dropFirst()) ?? 0
            return number < statuses.count ? .redirect(statuses[number], to: "/\(number + 1)") : .text("x")
        }
        #expect(response.movedTo?.path == path)
    }

    @Test func followsFiveRedirectsAndNoMore() throws {
        let respond: @Sendable (Int) -> @Sendable (LocalServer.Request) -> LocalServer.Answer = { count in
            { request in
                let number = Int(request.path.dropFirst()) ?? 0
                return number < count ? .redirect(302, to: "/\(number + 1)") : .text("x")
            }
        }
        #expect(try fetch(path: "/0", respond(5)).status == 200)
        #expect(throws: ReadingError.self) { _ = try fetch(path: "/0", respond(6)) }
        #expect(cause { _ in .redirect(302, to: "/") }?.contains("more than 5 times") == true)
    }

    @Test(arguments: ["gzip", "zstd", "brotli"])
    func unpacks(tool: String) throws {
        guard let body = try? compressed(Data("Baku summoned the envoy.".utf8), by: tool), !body.isEmpty else { return }
        let coding = tool == "brotli" ? "br" : tool
        let response = try fetch { _ in .page(body, headers: ["Content-Encoding: \(coding)"]) }
        #expect(response.body == Array("Baku summoned the envoy.".utf8))
    }

    @Test func refusesWhatUnpacksTooFar() throws {
        let bomb = try compressed(Data(count: 100 << 20), by: "gzip")
        #expect(
            cause { _ in .page(bomb, headers: ["Content-Encoding: gzip"]) }?.contains("unpacks to more than 200 times") == true)
    }

    @Test func refusesWhatIsTooLarge() {
        let piece = [UInt8](repeating: 0x61, count: 1 << 16)
        #expect(cause { _ in .forever("HTTP/1.1 200 OK\r\n\r\n", piece, pause: 0) }?.contains("larger than 20 MB") == true)
        #expect(
            cause { _ in .raw(Array("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nx".utf8)) }?.contains(
                "larger than 20 MB")
                == true)
    }

    @Test func refusesHeadersWithoutEnd() {
        #expect(
            cause { _ in .forever("HTTP/1.1 200 OK\r\n", Array("X-A: aaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n".utf8), pause: 0) } != nil)
        #expect(cause { _ in .forever("HTTP/1.1 200 OK\r\nX: ", [UInt8](repeating: 0x61, count: 65_536), pause: 0) } != nil)
    }

    @Test func waitsForNoServerForever() {
        let began = ContinuousClock.now
        let fetcher = fetcher(total: 700)
        #expect(cause(fetcher) { _ in .nothing } == "the server is too slow")
        #expect(cause(fetcher) { _ in .forever("HTTP/1.1 200 OK\r\n\r\n", [0x61], pause: 0.1) } == "the server is too slow")
        #expect(cause(fetcher) { _ in .forever("HTTP/1.1 200 OK\r\n", [0x61], pause: 0.1) } == "the server is too slow")
        #expect(
            cause(fetcher) { request in
                Thread.sleep(forTimeInterval: 0.3)
                return .redirect(302, to: "/\(request.path.count)a")
            } == "the server is too slow")
        #expect(ContinuousClock.now - began < .seconds(6))
    }

    @Test func givesUpOnATrickle() {
        var fetcher = fetcher(total: 30_000)
        fetcher.limits.patience = 1
        #expect(cause(fetcher) { _ in .forever("HTTP/1.1 200 OK\r\n\r\n", [0x61], pause: 0.3) } == "the server is too slow")
    }

    @Test(arguments: [
        ("", "the server broke off"), ("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc", "the server broke off"),
        ("SSH-2.0-OpenSSH_9.2\r\n", "does not answer as a web server"),
        (
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc",
            "is compressed in a way that cannot be read"
        ),
    ])
    func tellsWhatTheServerDidWrong(answer: String, expected: String) {
        #expect(cause { _ in .raw(Array(answer.utf8)) } == expected)
    }

    @Test(arguments: [
        (403, "may not be read"), (404, "is not there"), (410, "gone for good"), (429, "left alone"), (500, "has failed"),
        (503, "has failed"), (418, "status 418"),
    ])
    func tellsWhatAStatusMeans(status: Int, expected: String) {
        #expect(cause { _ in .text("", status: status) }?.contains(expected) == true)
    }

    @Test func passesInterimAnswersOver() throws {
        let response = try fetch { _ in
            .raw(
                Array(
                    "HTTP/1.1 103 Early Hints\r\nETag: \"no\"\r\n\r\nHTTP/1.1 200 OK\r\nETag: \"yes\"\r\nContent-Length: 1\r\n\r\nx"
                        .utf8))
        }
        #expect(response.validators.etag == "\"yes\"")
    }

    @Test func carriesNoCookieToTheNextRequest() throws {
        let response = try fetch(path: "/1") { request in
            request.path == "/1"
                ? .page([], status: 302, headers: ["Location: /2", "Set-Cookie: a=b; Path=/"])
                : .text(request.headers["cookie"] ?? "none")
        }
        #expect(response.body == Array("none".utf8))
    }

    @Test func stopsWhenAsked() throws {
        var fetcher = fetcher(total: 30_000)
        let end = ContinuousClock.now + .milliseconds(300)
        fetcher.isStopped = { ContinuousClock.now > end }
        let began = ContinuousClock.now
        #expect(cause(fetcher) { _ in .nothing } == "was stopped")
        #expect(ContinuousClock.now - began < .seconds(4))
    }

    @Test func tellsAHostThatIsNotThere() {
        #expect(throws: ReadingError.self) { _ = try fetcher().fetch(WebAddress("http://127.0.0.1:1/"), .page) }
    }
}
