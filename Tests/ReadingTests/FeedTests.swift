import Testing

@testable import Reading

@Suite struct FeedTests {
    @Test func readsTheItemsOfAFeed() throws {
        let root = try #require(
            Element.parse(
                xml: """
                    <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
                    <channel><title>Northern Wire</title><language>en-gb</language>
                    <item><title>Envoy called in</title><link>https://northern-wire.example/1</link>
                    <pubDate>Sat, 28 Jun 2025 18:05:00 GMT</pubDate><description>Short.</description>
                    <content:encoded><![CDATA[<p>Azerbaijan summoned the chargé d'affaires on Saturday &amp; protested.</p>]]></content:encoded>
                    </item></channel></rss>
                    """))
        #expect(Feed.isFeed(root))
        let report = try #require(Feed.reports(root).first)
        #expect(report.outlet == "Northern Wire")
        #expect(report.url == "https://northern-wire.example/1")
        #expect(report.published == "2025-06-28T18:05:00Z")
        #expect(report.text == "Azerbaijan summoned the chargé d'affaires on Saturday & protested.")
    }

    @Test func expandsNoEntities() throws {
        let bomb = """
            <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
            <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
            <rss><channel><item><title>&d;</title></item></channel></rss>
            """
        let root = try #require(Element.parse(xml: bomb))
        #expect(root.text.utf8.count < 1_000)
    }
}
