import Foundation
import LocalServer
import Testing

@testable import Reading

/// Forms of address that lead, or might lead, to this machine or its network. A canary listens on all of its addresses and must
/// hear nothing, whichever way the address comes in.
@Suite(.serialized) struct ForbiddenAddressTests {
    /// `PORT` stands for the canary's.
    static let forms = [
        // Names and plain numbers.
        "http://127.0.0.1:PORT/", "http://localhost:PORT/", "http://LOCALHOST:PORT/", "http://localhost.:PORT/",
        "http://127.0.0.1.:PORT/", "http://0.0.0.0:PORT/", "http://0:PORT/", "http://127.0.0.2:PORT/",
        "http://127.255.255.254:PORT/",
        "http://ip6-localhost:PORT/",
        // Short, decimal, octal and hexadecimal.
        "http://127.1:PORT/", "http://127.0.1:PORT/", "http://2130706433:PORT/", "http://0x7f000001:PORT/",
        "http://0x7f.0.0.1:PORT/",
        "http://0x7f.1:PORT/", "http://017700000001:PORT/", "http://0177.0.0.1:PORT/", "http://0177.0x0.0.01:PORT/",
        "http://0000000000000000177.0.0.1:PORT/", "http://127.0x1:PORT/", "http://4294967295:PORT/", "http://0xffffffff:PORT/",
        "http://2852039166:PORT/", "http://0xa9fea9fe/", "http://0251.0376.0251.0376/", "http://127.00000.00000.0001:PORT/",
        // Other alphabets' digits and dots, and percent-encoding.
        "http://１２７.0.0.1:PORT/", "http://127。0。0。1:PORT/", "http://①②⑦.0.0.1:PORT/", "http://ⓛocalhost:PORT/",
        "http://%31%32%37.0.0.1:PORT/", "http://127%2e0%2e0%2e1:PORT/", "http://localhos%74:PORT/",
        // IPv6, and IPv4 within it.
        "http://[::1]:PORT/", "http://[0:0:0:0:0:0:0:1]:PORT/", "http://[0000::0001]:PORT/", "http://[::]:PORT/",
        "http://[::ffff:127.0.0.1]:PORT/", "http://[::ffff:7f00:1]:PORT/", "http://[0:0:0:0:0:ffff:127.0.0.1]:PORT/",
        "http://[::127.0.0.1]:PORT/", "http://[::ffff:0:127.0.0.1]:PORT/", "http://[64:ff9b::127.0.0.1]:PORT/",
        "http://[64:ff9b::7f00:1]:PORT/", "http://[64:ff9b:1::7f00:1]:PORT/", "http://[2002:7f00:1::]:PORT/",
        "http://[2001:0:7f00:1::1]:PORT/", "http://[fe80::1]:PORT/", "http://[fe80::1%25lo]:PORT/", "http://[fe80::1%lo]:PORT/",
        "http://[::1%25lo]:PORT/", "http://[fc00::1]:PORT/", "http://[fd00:ec2::254]/", "http://[ff02::1]:PORT/",
        "http://[2001:db8::1]:PORT/", "http://[fec0::1]:PORT/",
        // Private and special networks.
        "http://10.0.0.1:PORT/", "http://172.16.0.1:PORT/", "http://192.168.0.1:PORT/",
        "http://169.254.169.254/latest/meta-data/",
        "http://100.100.100.200/", "http://100.64.0.1:PORT/", "http://192.0.0.192/", "http://198.18.0.1:PORT/",
        "http://192.0.2.1:PORT/",
        "http://224.0.0.1:PORT/", "http://255.255.255.255:PORT/", "http://240.0.0.1:PORT/", "http://168.63.129.16/",
        // Names that resolve there.
        "http://loopback.example:PORT/", "http://private.example:PORT/", "http://six.example:PORT/",
        "http://mapped.example:PORT/",
        "http://mixed.example:PORT/", "http://metadata.google.internal/",
        // Names and passwords before the host, and characters that parsers disagree on.
        "http://n.example@127.0.0.1:PORT/", "http://n.example:80@127.0.0.1:PORT/", "http://127.0.0.1:PORT@n.example/",
        "http://n.example\\@127.0.0.1:PORT/", "http://127.0.0.1:PORT\\@n.example/", "http://n.example#@127.0.0.1:PORT/",
        "http://127.0.0.1:PORT#@n.example/", "http://127.0.0.1:PORT?@n.example/", "http://\t127.0.0.1:PORT/",
        "http://127.0.0.1\n:PORT/", "http://127.0.0.1:PORT\u{0}.n.example/", "http:///127.0.0.1:PORT/", "http:127.0.0.1:PORT/",
        "http:/127.0.0.1:PORT/", "http:////127.0.0.1:PORT/", "//127.0.0.1:PORT/", "HtTp://127.0.0.1:PORT/",
        // Other protocols.
        "https://127.0.0.1:PORT/", "file:///etc/passwd", "file://127.0.0.1/etc/passwd", "gopher://127.0.0.1:PORT/_GET%20/",
        "gophers://127.0.0.1:PORT/", "ftp://127.0.0.1:PORT/", "ftps://127.0.0.1:PORT/", "dict://127.0.0.1:PORT/d:x",
        "ldap://127.0.0.1:PORT/", "smb://127.0.0.1:PORT/", "telnet://127.0.0.1:PORT/", "tftp://127.0.0.1:PORT/x",
        "sftp://127.0.0.1:PORT/",
        "scp://127.0.0.1:PORT/", "imap://127.0.0.1:PORT/", "pop3://127.0.0.1:PORT/", "smtp://127.0.0.1:PORT/",
        "rtsp://127.0.0.1:PORT/",
        "mqtt://127.0.0.1:PORT/", "ws://127.0.0.1:PORT/", "data:text/html,<p>x</p>", "javascript:alert(1)", "about:blank",
        "jar:http://127.0.0.1:PORT/!/", "view-source:http://127.0.0.1:PORT/", "unix:/var/run/docker.sock",
    ]

    private func fetcher(_ canary: LocalServer) -> Fetcher {
        var fetcher = Fetcher()
        fetcher.limits.connecting = 1_500
        fetcher.limits.total = 3_000
        let port = canary.port
        fetcher.resolving = [
            "loopback.example:\(port):127.0.0.1", "private.example:\(port):10.0.0.1", "six.example:\(port):[::1]",
            "mapped.example:\(port):[::ffff:127.0.0.1]", "mixed.example:\(port):10.0.0.1,127.0.0.1,[::1]",
            "metadata.google.internal:80:169.254.169.254",
            // Names the tests must not ask anybody for; nothing listens there, and it is refused as documentation.
            "n.example:80:192.0.2.1", "n.example:443:192.0.2.1", "localhost.:\(port):127.0.0.1", "127.0.0.1.:\(port):127.0.0.1",
            "ip6-localhost:\(port):[::1]",
        ]
        return fetcher
    }

    private func form(_ form: String, _ canary: LocalServer) -> String { form.replacing("PORT", with: "\(canary.port)") }

    @Test func knowsFormsEnough() {
        #expect(Self.forms.count >= 60)
    }

    @Test func reachesNoneAsAPageOrFeed() throws {
        let canary = try LocalServer()
        defer { canary.stop() }
        let fetcher = fetcher(canary)
        for form in Self.forms.map({ form($0, canary) }) {
            // A visitor each, that one refusal is not remembered for the next.
            let visitor = Visitor(fetcher, pause: 0)
            #expect(throws: ReadingError.self, "page \(form)") { _ = try visitor.page(at: WebAddress(form)) }
            #expect(throws: ReadingError.self, "feed \(form)") { _ = try visitor.feed(at: WebAddress(form)) }
            #expect(canary.connections == 0, "\(form)")
        }
    }

    @Test func followsNoRedirectThere() throws {
        let canary = try LocalServer()
        let forms = Self.forms.map { form($0, canary) }.filter { !$0.contains(where: { $0 == "\n" || $0 == "\u{0}" }) }
        let server = try LocalServer { request in
            guard let number = Int(request.path.split(separator: "/").last ?? ""), forms.indices.contains(number) else {
                return .text("")
            }
            return .redirect(302, to: forms[number])
        }
        defer {
            canary.stop()
            server.stop()
        }
        var fetcher = fetcher(canary)
        fetcher.exceptions = ["127.0.0.1:\(server.port)"]
        for (number, form) in forms.enumerated() {
            // What is no address to a server either is read as a path of its own.
            let visitor = Visitor(fetcher, pause: 0)
            for fetch in [visitor.page, { try visitor.feed(at: $0) }] as [(WebAddress) throws -> Response] {
                let response = try? fetch(WebAddress(server.address("/\(number)")))
                #expect(response == nil || response?.address.port == server.port, "\(form)")
            }
            #expect(canary.connections == 0, "\(form)")
        }
        #expect(server.requests.count >= forms.count)
    }

    @Test func followsNoRedirectOfRobotsThere() throws {
        let canary = try LocalServer()
        let server = try LocalServer { request in
            request.path == "/robots.txt" ? .redirect(301, to: "http://127.0.0.1:\(canary.port)/robots.txt") : .text("page")
        }
        defer {
            canary.stop()
            server.stop()
        }
        var fetcher = fetcher(canary)
        fetcher.exceptions = ["127.0.0.1:\(server.port)"]
        #expect(throws: ReadingError.self) { _ = try Visitor(fetcher, pause: 0).page(at: WebAddress(server.address("/1"))) }
        #expect(canary.connections == 0)
        #expect(server.requests.map(\.path) == ["/robots.txt"])
    }

    @Test func asksNoProxyOfTheEnvironment() throws {
        let canary = try LocalServer()
        let server = try LocalServer { _ in .text("direct") }
        defer {
            canary.stop()
            server.stop()
        }
        for name in ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY", "https_proxy"] {
            setenv(name, "http://127.0.0.1:\(canary.port)", 1)
        }
        defer { for name in ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY", "https_proxy"] { unsetenv(name) } }
        var fetcher = Fetcher()
        fetcher.exceptions = ["127.0.0.1:\(server.port)"]
        let response = try fetcher.fetch(WebAddress(server.address()), .page)
        #expect(response.body == Array("direct".utf8))
        #expect(canary.connections == 0)
    }

    @Test func saysWhyAndWhatToDo() throws {
        let canary = try LocalServer()
        defer { canary.stop() }
        let error = #expect(throws: ReadingError.self) { _ = try Fetcher().fetch(WebAddress(canary.address()), .page) }
        #expect(error?.cause == "leads to 127.0.0.1, a loopback address")
        #expect(error?.remedy.contains("--allow-private") == true)
        var fetcher = Fetcher()
        fetcher.allowsPrivate = true
        #expect(try fetcher.fetch(WebAddress(canary.address()), .page).status == 200)
    }
}
