import Dispatch
import Glibc
import LocalServer
import Synchronization
import Testing

@testable import Reading

@Suite struct VisitorTests {
    private func visitor(_ pause: Double = 0) -> Visitor {
        var fetcher = Fetcher()
        fetcher.allowsPrivate = true
        fetcher.limits.total = 3_000
        return Visitor(fetcher, pause: pause)
    }

    @Test func asksRobotsOnceAndObeys() throws {
        let server = try LocalServer { request in
            request.path == "/robots.txt" ? .text("User-agent: demarche\nDisallow: /closed") : .text("page")
        }
        defer { server.stop() }
        let visitor = visitor()
        #expect(try visitor.page(at: WebAddress(server.address("/open"))).status == 200)
        let error = #expect(throws: ReadingError.self) { _ = try visitor.page(at: WebAddress(server.address("/closed/1"))) }
        #expect(error?.cause.contains("robots.txt") == true)
        #expect(server.requests.map(\.path) == ["/robots.txt", "/open"])
    }

    @Test(arguments: [(404, true), (403, true), (500, false), (503, false), (429, false)])
    func takesARefusedRobotsAsTheStandardSays(status: Int, expected: Bool) throws {
        let server = try LocalServer { request in
            request.path == "/robots.txt" ? .text("User-agent: *\nDisallow: /", status: status) : .text("page")
        }
        defer { server.stop() }
        #expect(((try? visitor().page(at: WebAddress(server.address("/1")))) != nil) == expected)
    }

    @Test func readsFeedsWithoutAsking() throws {
        let server = try LocalServer { request in
            request.path == "/robots.txt" ? .text("User-agent: *\nDisallow: /") : .text("feed")
        }
        defer { server.stop() }
        #expect(try visitor().feed(at: WebAddress(server.address("/feed"))).status == 200)
        #expect(server.requests.map(\.path) == ["/feed"])
    }

    @Test func leavesAPauseBetweenTwoRequests() {
        let now = Mutex(Duration.zero)
        let clock = Politeness.Clock(
            now: { now.withLock { $0 } }, sleep: { pause in now.withLock { $0 += pause } })
        let politeness = Politeness(pause: .seconds(2), clock: clock)
        var times: [Duration] = []
        for (host, delay) in [("a", nil), ("b", nil), ("a", nil), ("a", 10), ("a", nil)] as [(String, Int?)] {
            politeness.visit(host, delay: delay, isStopped: { false }) { times.append(clock.now()) }
        }
        #expect(times == [.zero, .zero, .seconds(2), .seconds(4), .seconds(14)])
    }

    @Test func asksAHostOneThingAtATime() {
        let busy = Mutex((now: 0, most: 0))
        let politeness = Politeness(pause: .zero)
        DispatchQueue.concurrentPerform(iterations: 6) { _ in
            politeness.visit("a", isStopped: { false }) {
                busy.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
                usleep(20_000)
                busy.withLock { $0.now -= 1 }
            }
        }
        #expect(busy.withLock { $0.most } == 1)
    }

    @Test func waitsLongerAfterEachFailureAndAlwaysTheSame() {
        let delays = (0...12).map { Backoff.delay(failures: $0, of: "https://n.example/feed", interval: 900) }
        #expect(delays[0] == 900)
        for (failures, delay) in delays.enumerated().dropFirst() {
            let whole = min(900 << failures, 86_400)
            #expect((whole * 3 / 4...whole).contains(delay))
        }
        #expect(delays == (0...12).map { Backoff.delay(failures: $0, of: "https://n.example/feed", interval: 900) })
        #expect(Backoff.delay(failures: 3, of: "https://m.example/feed", interval: 900) != delays[3])
        #expect(Backoff.delay(failures: 60, of: "x", interval: 172_800) <= 172_800)
    }
}
