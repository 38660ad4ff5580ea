import Foundation
import Logging
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@testable import Desk

/// The site behind a real port on this machine.
@Suite(.serialized) struct ServerTests {
    @Test func pagesComeOverTheWireWithTheirHeaders() async throws {
        let site = try Fixture.site()
        var logger = Logger(label: "test")
        logger.logLevel = .error
        let log = logger
        let (ports, found) = AsyncStream<Int>.makeStream()
        let serving = Task { try await Server.serve(site, host: "127.0.0.1", port: 0, logger: log) { found.yield($0) } }
        defer { serving.cancel() }
        guard let port = await ports.first(where: { _ in true }) else {
            Issue.record("no port")
            return
        }
        func get(_ path: String, method: String = "GET") async throws -> (Data, HTTPURLResponse) {
            var request = URLRequest(url: try #require(URL(string: "http://127.0.0.1:\(port)\(path)")))
            request.httpMethod = method
            let (data, response) = try await URLSession.shared.data(for: request)
            return (data, try #require(response as? HTTPURLResponse))
        }
        let (page, response) = try await get("/incidents")
        #expect(response.statusCode == 200)
        #expect(String(decoding: page, as: UTF8.self).contains("summon envoy"))
        #expect(response.value(forHTTPHeaderField: "content-security-policy")?.contains("default-src 'none'") == true)
        #expect(response.value(forHTTPHeaderField: "server") == nil)
        let (empty, head) = try await get("/incidents", method: "HEAD")
        #expect(empty.isEmpty && head.value(forHTTPHeaderField: "content-length") == String(page.count))
        #expect(try await get("/incidents", method: "DELETE").1.statusCode == 405)
        #expect(try await get("/nowhere").1.statusCode == 404)
    }
}
