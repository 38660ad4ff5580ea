import Testing

@testable import Reading

@Suite struct OPMLTests {
    @Test func readsAListWithFolders() throws {
        let text = """
            <?xml version="1.0" encoding="UTF-8"?><opml version="1.1"><head><title>Mine</title></head><body>
            <outline text="News"><outline text="Northern &amp; Wire" type="rss" xmlUrl="https://n.example/feed?a=1&amp;b=2" htmlUrl="https://n.example/"/>
            <outline title="B" xmlurl='https://m.example/feed'></outline></outline>
            <outline text="again" xmlUrl="https://m.example/feed"/><outline text="empty" xmlUrl=""/><outline text="no feed"/>
            <outline xmlUrl="https://o.example/
            """
        #expect(
            try OPML.outlines(in: Array(text.utf8), of: "list.opml") == [
                OPML.Outline(address: "https://n.example/feed?a=1&b=2", title: "Northern & Wire"),
                OPML.Outline(address: "https://m.example/feed", title: "B"),
            ])
    }

    @Test(arguments: ["", "plain", "<html><body></body></html>", "<rss><channel/></rss>"])
    func refusesWhatIsNoList(text: String) {
        #expect(throws: ReadingError.self) { try OPML.outlines(in: Array(text.utf8), of: "x") }
    }

    @Test func readsWhatItWrote() throws {
        let outlines = [
            OPML.Outline(address: "https://n.example/?a=1&b=<\"'>", title: "A & B <\"'> \n\u{1}é"),
            OPML.Outline(address: "https://m.example/", title: nil),
        ]
        let read = try OPML.outlines(in: Array(OPML.document(of: outlines, title: "x").utf8), of: "x")
        #expect(read.map(\.address) == outlines.map(\.address))
        #expect(read[0].title == "A & B <\"'> é")
    }

    @Test func findsTheFeedsOfAPage() {
        let page = """
            <html><head><link rel="stylesheet" href="a.css"><link rel=alternate type="application/rss+xml; charset=utf-8" href="/feed">
            <link rel="alternate nofollow" type="application/atom+xml" href='https://m.example/atom'/><link rel="alternate"
            hreflang="de" href="/de"><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>
            """
        #expect(
            FeedLinks.found(in: Array(page.utf8), address: "https://n.example/a/b") == [
                "https://n.example/feed", "https://m.example/atom",
            ])
    }
}
