import Testing

@testable import Reading

@Suite struct PageTests {
    static let page = """
        <!doctype html><html lang="en"><head><title>Envoy called in | The Lantern</title>
        <meta property="og:site_name" content="The Lantern">
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle",
        "headline":"Envoy called in","datePublished":"2025-06-28T21:15:00+04:00","author":[{"name":"Anar Invented"}]}]}</script>
        </head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
        <div class="cookie-notice"><p>This site keeps cookies for a long time, unless you tell it that it should not.</p></div>
        <article><h1>Envoy called in</h1><figure><img src="a.jpg"><figcaption>The ministry. A. Invented / Lantern</figcaption></figure>
        <p>The foreign ministry called in the chargé d’affaires on Saturday over the deaths of two men in police custody.</p>
        <p>It demanded an investigation and the punishment of those responsible, a statement said.</p>
        <aside class="related"><p>Read also: <a href="/x">Ten years of trade between the two neighbours in pictures</a></p></aside>
        <p>Moscow did not comment on the protest, which was handed over in writing.</p>
        <div class="newsletter"><p>Sign up for our newsletter and never miss a story from the region again.</p></div></article>
        <footer><p>© 2025 The Lantern</p></footer></body></html>
        """

    @Test func findsWhatThePageSaysOfItself() throws {
        let report = try Page(html: Self.page).report
        #expect(report.title == "Envoy called in")
        #expect(report.outlet == "The Lantern")
        #expect(report.byline == "Anar Invented")
        #expect(report.published == "2025-06-28T17:15:00Z")
        #expect(report.language == "en")
    }

    @Test func keepsTheProseAndNothingElse() throws {
        let lines = try Page(html: Self.page).text.split(separator: "\n").map(String.init)
        #expect(lines.count == 3)
        #expect(lines.first?.hasPrefix("The foreign ministry called in the chargé d’affaires") == true)
        #expect(lines.last?.hasPrefix("Moscow did not comment") == true)
    }

    @Test func takesTheOutletFromTheTitleOfThePage() throws {
        let report = try Page(
            html:
                "<title>Envoy called in – The Lantern</title><h1>Envoy called in</h1><p>The envoy was called in on Saturday.</p>"
        ).report
        #expect(report.outlet == "The Lantern")
        #expect(report.title == "Envoy called in")
    }

    @Test func readsTheCharsetOfAPageOnce() throws {
        let html = "<html><head><meta charset='windows-1251'></head><p>Посол покинул страну, сказал он, и не вернется.</p>"
        let bytes = html.unicodeScalars.map {
            $0.value < 0x80 ? UInt8($0.value) : UInt8(truncatingIfNeeded: $0.value - 0x410 + 0xC0)
        }
        #expect(try Page(bytes: bytes).text == "Посол покинул страну, сказал он, и не вернется.")
        #expect(try Page(html: html).text == "Посол покинул страну, сказал он, и не вернется.")
    }

    @Test(arguments: ["", "<", "<html>", "<p", "no markup at all", "<div>" + String(repeating: "<div>", count: 100_000)])
    func survives(html: String) { _ = try? Page(html: html) }
}
