import Foundation
import Testing

@testable import Reading

@Suite struct ExtractionTests {
    private static let page = """
        <html lang="en"><head><title>Envoy called in - The Lantern</title>
        <link rel="canonical" href="https://lantern.example/envoy"><meta property="og:site_name" content="The Lantern">
        <meta property="article:modified_time" content="2025-06-29T08:00:00Z">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Envoy called in",
        "datePublished":"2025-06-28T21:15:00+04:00","author":{"name":"Anar Invented"},"isAccessibleForFree":false}</script></head>
        <body><article><p>BAKU (LNT) — The foreign ministry called in the envoy on Saturday, it said in a statement.</p></article></body></html>
        """

    private func told(_ found: Extraction) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: JSONEncoder().encode(found)) as? [String: Any])
    }

    @Test func tellsWhatThePageTellsAndWhere() throws {
        let told = try told(Extraction(Page(html: Self.page)))
        #expect(told["published"] as? String == "2025-06-28T17:15:00Z")
        #expect(told["modified"] as? String == "2025-06-29T08:00:00Z")
        #expect(told["canonical"] as? String == "https://lantern.example/envoy")
        #expect(told["paywalled"] as? Bool == true)
        #expect(told["dateline"] as? [String: String] == ["place": "BAKU", "agency": "LNT"])
        #expect(
            told["carriers"] as? [String: String] == [
                "title": "json-ld", "byline": "json-ld", "outlet": "opengraph", "published": "json-ld", "modified": "opengraph",
                "canonical": "link", "language": "text",
            ])
    }

    @Test func saysNothingOfWhatIsNotTold() throws {
        let told = try told(Extraction(Report(text: "The envoy was called in.")))
        for key in ["modified", "canonical", "paywalled", "dateline"] { #expect(told[key] is NSNull, "\(key)") }
        #expect(told["carriers"] as? [String: String] == [:])
        #expect(told["text"] as? String == "The envoy was called in.")
    }

    @Test func marksWhatWasGivenWithThePage() throws {
        let html = String(decoding: try JSONEncoder().encode(Self.page), as: UTF8.self)
        let line = #"{"id": "p", "outlet": "Wire", "published": "2025-06-30", "html": \#(html)}"#
        let found = try JSONDecoder().decode(Extraction.self, from: Data(line.utf8))
        #expect(found.report.outlet == "Wire")
        #expect(found.carriers[.outlet] == .given)
        #expect(found.carriers[.published] == .given)
        #expect(found.carriers[.title] == .linkedData)
        let quick = try #require(try Extraction(line: Array(line.utf8)))
        #expect(quick.report == found.report)
        #expect(quick.carriers == found.carriers)
    }

    @Test func marksADayThatOnlyTheCrawlerKnows() throws {
        let undated = "<article><p>The foreign ministry called in the envoy on Saturday, it said in a statement.</p></article>"
        var carriers: [PageData.Carrier?] = []
        for html in [undated, Self.page] {
            try Archive(Crawl.file(Crawl.response(html))).forEachItem { item, _ in
                if case .page(let page) = item { carriers.append(try page.extraction().get().carriers[.published]) }
            }
        }
        #expect(carriers == [.crawl, .linkedData])
    }
}
