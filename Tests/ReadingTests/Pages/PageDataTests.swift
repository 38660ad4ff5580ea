import Testing

@testable import Reading

@Suite struct PageDataTests {
    private func data(_ html: String, url: String? = nil) throws -> PageData { try Page(html: html, url: url).data }

    @Test(arguments: [
        (#"<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-06-28"}</script>"#, "json-ld"),
        (
            "<script type='application/ld+json'><!-- [{\"@type\":[\"Report\",\"ReportageNewsArticle\"],\"datePublished\":\"2025-06-28\",}] --></script>",
            "json-ld"
        ),
        (
            #"<script type="application/ld+json">{"@type":"WebPage","mainEntity":{"@type":"Article","datePublished":"2025-06-28"}}</script>"#,
            "json-ld"
        ),
        (#"<meta property="article:published_time" content="2025-06-28">"#, "opengraph"),
        (#"<meta name="parsely-pub-date" content="2025-06-28">"#, "meta"),
        (#"<span itemprop="datePublished" content="2025-06-28">yesterday</span>"#, "microdata"),
        (#"<time datetime="2025-06-28">yesterday</time>"#, "time"),
        ("<h1>Envoy called in</h1><div>By Lale Invented | June 28, 2025 | World</div>", "text"),
    ])
    func findsTheDateOfPublication(html: String, carrier: String) throws {
        let published = try data(html).published
        #expect(published?.value == "2025-06-28")
        #expect(published?.carrier.rawValue == carrier)
    }

    @Test(
        arguments: [
            ("https://lantern.example/2025/06/28/envoy-called-in.html", "2025-06-28"),
            ("https://lantern.example/news/2025-06-28-envoy", "2025-06-28"),
            ("https://lantern.example/news/20250628", nil), ("https://lantern.example/2025/13/28/x", nil),
        ] as [(String, String?)])
    func findsTheDateInAnAddress(url: String, published: String?) throws {
        #expect(try data("<p>The envoy left.</p>", url: url).published?.value == published)
    }

    @Test func prefersTheReliableCarrier() throws {
        let html = """
            <time datetime="2019-01-01">then</time><meta property="article:published_time" content="2025-06-28T10:00:00+04:00">
            <meta property="article:modified_time" content="2025-06-29T10:00:00Z">
            """
        #expect(try data(html).published?.value == "2025-06-28T06:00:00Z")
        #expect(try data(html).modified?.value == "2025-06-29T10:00:00Z")
    }

    @Test(
        arguments: [
            (#"{"@type":"NewsArticle","isAccessibleForFree":false}"#, true),
            (#"{"@type":"NewsArticle","isAccessibleForFree":"False"}"#, true),
            (#"{"@type":"NewsArticle","isAccessibleForFree":true}"#, false), (#"{"@type":"NewsArticle"}"#, nil),
        ] as [(String, Bool?)])
    func tellsWhetherAPageIsPaidFor(script: String, isPaywalled: Bool?) throws {
        #expect(try data("<script type='application/ld+json'>\(script)</script>").isPaywalled == isPaywalled)
    }

    @Test func doesNotBelieveATemplate() throws {
        let html = """
            <script type="application/ld+json">{"@type":"NewsArticle","datePublished":"0001-01-01T00:00:00Z"}</script>
            <meta name="date" content="2025-06-28">
            """
        #expect(try data(html).published == PageData.Told(value: "2025-06-28", carrier: .meta))
    }

    @Test func findsAddressLanguageAndAuthors() throws {
        let found = try data(
            """
            <html lang="en-GB"><link rel="canonical" href="https://lantern.example/a">
            <script type="application/ld+json">{"@type":"NewsArticle","headline":"Envoy &amp; co",
            "author":[{"name":"Anar Invented"},{"name":"Lale Invented"}],"publisher":{"name":"The Lantern"}}</script></html>
            """)
        #expect(found.canonical?.value == "https://lantern.example/a")
        #expect(found.language?.value == "en")
        #expect(found.byline == PageData.Told(value: "Anar Invented, Lale Invented", carrier: .linkedData))
        #expect(found.outlet?.value == "The Lantern")
        #expect(found.title?.value == "Envoy & co")
    }
}
