import Testing

@testable import Reading

@Suite struct RobotsTests {
    /// What is asked, and whether it may be fetched, under the file.
    @Test(arguments: [
        ("", "/a", true),
        ("User-agent: *\nDisallow: /", "/a", false),
        ("User-agent: *\nDisallow:", "/a", true),
        ("User-agent: *\nDisallow: /a", "/ab", false),
        ("User-agent: *\nDisallow: /a", "/b", true),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true),
        ("User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/c", false),
        ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?a", true),
        ("User-agent: *\nDisallow: /*/private/*/x", "/a/private/b/xyz", false),
        ("User-agent: *\nDisallow: /$", "/", false),
        ("User-agent: *\nDisallow: /$", "/a", true),
        ("User-agent: *\nDisallow: *", "/a", false),
        ("User-agent: demarche\nDisallow: /\n\nUser-agent: *\nAllow: /", "/a", false),
        ("User-agent: *\nDisallow: /\n\nUser-agent: DEMARCHE/2.0\nDisallow: /x", "/a", true),
        ("User-agent: other\nUser-agent: Demarche\nDisallow: /a", "/a", false),
        ("User-agent: other\nDisallow: /a\nUser-agent: Demarche\nDisallow: /b", "/a", true),
        ("User-agent: Demarche\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\nUser-agent: Demarche\nDisallow: /b", "/b", false),
        ("User-agent: Demarchebot\nDisallow: /", "/a", true),
        ("user-AGENT : *  # all\r\n disallow : /a # no\r\n", "/a", false),
        ("\u{FEFF}User-agent: *\nDisallow: /a", "/a", false),
        ("User-agent: *\nSitemap: https://n.example/s.xml\nDisallow: /a", "/a", false),
        ("Disallow: /a", "/a", true),
        ("User-agent: *\nDisallow: /", "/robots.txt", true),
        ("User-agent: *\nDisallow: /caf%C3%A9", "/café", false),
        ("User-agent: *\nDisallow: /café", "/caf%c3%a9", false),
        ("User-agent: *\nDisallow: /%61", "/a", false),
        ("User-agent: *\nDisallow: /a%2Fb", "/a/b", true),
        ("<html><body>Not found</body></html>", "/a", true),
        ("User-agent: *\nDisallow: /a?b=", "/a?b=c", false),
    ])
    func tellsWhatMayBeFetched(file: String, path: String, expected: Bool) {
        #expect(Robots(Array(file.utf8), for: "Demarche").allows(path) == expected)
    }

    @Test(arguments: [("10", 10), ("0.5", 1), ("100000", 60), ("-1", nil), ("nan", nil)] as [(String, Int?)])
    func readsTheDelay(text: String, expected: Int?) {
        #expect(Robots(Array("User-agent: *\nCrawl-delay: \(text)".utf8), for: "Demarche").delay == expected)
    }

    @Test func isNotKeptBusyByStars() {
        let pattern = "/" + String(repeating: "*a", count: 2_000)
        let robots = Robots(Array("User-agent: *\nDisallow: \(pattern)b$".utf8), for: "Demarche")
        let began = ContinuousClock.now
        #expect(robots.allows("/" + String(repeating: "a", count: 4_000)))
        #expect(ContinuousClock.now - began < .seconds(2))
    }
}
