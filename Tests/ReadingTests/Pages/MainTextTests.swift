import Testing

@testable import Reading

/// Small pages, each with one kind of furniture, and the lines that are the report's.
@Suite struct MainTextTests {
    private static let first =
        "The ministry summoned the envoy on Saturday, it said, and handed him a note of protest over the raid."
    private static let second =
        "Two men died in custody, according to their families, and a third was taken to hospital in the night."
    private static let third =
        "The embassy did not comment, but a person who knows of the talks said that an answer was being written."
    private static let story = "<p>\(first)</p><p>\(second)</p><p>\(third)</p>"

    struct Sample: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let html: String
        var lines = [first, second, third]
    }

    private static let samples = [
        Sample(testDescription: "bare paragraphs", html: story),
        Sample(
            testDescription: "paragraphs parted by line breaks",
            html: "<div><a href=/>Home</a></div><div>\(first)<br><br>\(second)<br>\(third)</div>"),
        Sample(
            testDescription: "a theme that calls the page by its sidebar",
            html: "<div class='container with-sidebar'><h1>Envoy summoned</h1><div class=main>\(story)</div></div>"),
        Sample(
            testDescription: "comments longer than the report",
            html: "<article><h1>Envoy summoned</h1>\(story)</article><div id=comments>"
                + String(repeating: "<p>I have never read anything so wrong, in all my life, and I read a lot.</p>", count: 12)
                + "</div>"),
        Sample(
            testDescription: "a text that says of itself that comments are closed",
            html: "<h1>Envoy summoned</h1><div class='entry comments-off'>\(story)</div>"),
        Sample(
            testDescription: "a list of related stories under a heading",
            html: "<article>\(story)<h3>More from the region</h3><ul><li><a href=/1>Ten years of trade in pictures</a></li>"
                + "<li><a href=/2>Who is who in the ministry of the neighbour</a></li></ul></article>"),
        Sample(
            testDescription: "stories to read on, half of each a link",
            html: "<article>\(story)<h3>Great stories</h3><ul><li>A diver, <a href=/1>a bridge and a very long night</a></li>"
                + "<li>Why trains <a href=/2>are late in every country</a></li></ul></article>"),
        Sample(
            testDescription: "a consent box that names itself",
            html:
                "<div class='gdpr-consent'><p>We and our partners keep cookies, and we read them, for many purposes.</p></div>\(story)"
        ),
        Sample(
            testDescription: "a caption in a figure",
            html:
                "<article><figure><figcaption>The ministry, in a photograph taken in spring, at dusk.</figcaption></figure>\(story)</article>"
        ),
        Sample(
            testDescription: "a script that writes markup",
            html:
                "<article><script>document.write('<p>Nothing of this, not a word, is the report, whatever it says.</p>')</script>\(story)</article>"
        ),
        Sample(
            testDescription: "a box in words that open when a name is touched",
            html:
                "<p>\(first)</p><p>\(second)<span class='tooltip'> Born in 1960, he joined the ministry, and rose.</span></p><p>\(third)</p>"
        ),
        Sample(
            testDescription: "a form around the whole page", html: "<form action=/><div class=content>\(story)</div></form>"),
        Sample(
            testDescription: "a report cut into parts of one class",
            html: "<div class=chunks><div class='body grid'>\(story)</div><div class=promo><p>Advert</p></div>"
                + "<div class='body grid'><p>Four more envoys were summoned on Sunday, in two other capitals.</p></div></div>",
            lines: [first, second, third, "Four more envoys were summoned on Sunday, in two other capitals."]),
        Sample(
            testDescription: "teasers of other articles within the article",
            html: "<article class=post><h1>Envoy summoned</h1>\(story)"
                + ["trade", "rail", "gas"].map {
                    "<article class=box><p>The ministers of \($0) met again, and agreed to meet, as they do.</p></article>"
                }.joined() + "</article>"),
        Sample(
            testDescription: "a date and a byline above the text",
            html: "<div><h1>Envoy summoned</h1><span>28 June 2025, 21:15</span><div>By Lale Invented</div>\(story)</div>"),
        Sample(
            testDescription: "an embedded post that belongs to the report",
            html:
                "<article>\(story)<div class='social-media-embed'><blockquote>We are ready to talk, as we always were, and as we "
                + "always will be.</blockquote></div></article>",
            lines: [first, second, third, "We are ready to talk, as we always were, and as we always will be."]),
        Sample(
            testDescription: "a hidden copy",
            html: "<article>\(story)</article><div style='display: none'><p>\(first)</p></div>"),
        Sample(
            testDescription: "an italic note about the author",
            html:
                "<article>\(story)<p><em>Lale Invented writes of the region; <a href=/x>read her other reports</a>.</em></p></article>"
        ),
        Sample(testDescription: "a page of one sentence", html: "<p>The envoy left.</p>", lines: ["The envoy left."]),
    ]

    @Test(arguments: samples)
    func findsTheReport(sample: Sample) throws {
        let lines = MainText.lines(of: try LibXML2.document(html: Array(sample.html.utf8)))
        #expect(lines == sample.lines)
    }

    @Test func readsSentencesOfOtherScripts() throws {
        let line = "外交部周六召见大使，就突袭行动提出抗议，并要求作出解释。他没有评论此事，随后离开了外交部大楼。"
        let html = "<div><a href=/>首页</a></div><div><p>\(line)</p></div>"
        #expect(MainText.lines(of: try LibXML2.document(html: Array(html.utf8))) == [line])
    }
}
