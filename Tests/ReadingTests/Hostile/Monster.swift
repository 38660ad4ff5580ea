import Foundation

@testable import Reading

/// An input made to cost more than it weighs: a piece again and again between what stands before and after.
struct Monster: Sendable {
    let name: String
    private let before: [UInt8]
    private let piece: [UInt8]
    private let after: [UInt8]
    private let count: Int

    /// - Parameters:
    ///   - piece: `№` in it stands for its number.
    ///   - size: of it all in bytes, about; as large as is read where nothing is said.
    init(_ name: String, _ piece: String, before: String = "", after: String = "", size: Int = Source.limit - (1 << 16)) {
        self.init(name, Array(piece.utf8), before: Array(before.utf8), after: Array(after.utf8), size: size)
    }

    init(_ name: String, _ piece: [UInt8], before: [UInt8] = [], after: [UInt8] = [], size: Int = Source.limit - (1 << 16)) {
        self.name = name
        self.before = before
        self.piece = piece
        self.after = after
        let isNumbered = piece.firstRange(of: Self.number) != nil
        count = (size - before.count - after.count) / (piece.count + (isNumbered ? 5 : 0))
    }

    private static let number = Array("№".utf8)

    /// Whether it is long rather than clever, so that what undoes the packing or keeps the bytes is what suffers.
    var isAgainstItsWay: Bool { name.hasPrefix("one line") }

    /// Hands out its bytes, never many at once.
    func forEachPart(_ body: ([UInt8]) throws -> Void) rethrows {
        try body(before)
        let most = max(1, (1 << 16) / piece.count)
        if let place = piece.firstRange(of: Self.number) {
            for start in stride(from: 0, to: count, by: most) {
                try body(
                    (start..<min(start + most, count)).flatMap { index in
                        piece[..<place.lowerBound] + Array("\(index)".utf8) + piece[place.upperBound...]
                    })
            }
        } else {
            let part = [UInt8](repeatElement(piece, count: most).joined())
            for start in stride(from: 0, to: count, by: most) {
                try body(start + most <= count ? part : Array(part.prefix((count - start) * piece.count)))
            }
        }
        try body(after)
    }

    var size: Int {
        var size = 0
        forEachPart { size += $0.count }
        return size
    }
}

extension Monster {
    /// What the input claims to be.
    enum Form: String, Codable, Sendable, CaseIterable {
        case text, page, feed, line

        var monsters: [Monster] {
            switch self {
            case .text: Monster.texts
            case .page: Monster.pages
            case .feed: Monster.feeds
            case .line: Monster.lines
            }
        }
    }

    private static let texts = [
        Monster("one line of 200 MB", "a", size: 200 << 20),
        Monster("one line", "a"),
        Monster("one line as long as a report", "a", size: 500_000),
        Monster("one word after the other", "envoy ", size: 500_000),
        Monster("lines of a letter", "a\n", size: 500_000),
        Monster("empty lines", "\n", before: "Envoy", size: 500_000),
        Monster("line breaks of every kind", "\r\n\r\u{85}\u{2028}\u{2029}\u{C}a", size: 500_000),
        Monster("spaces", " ", before: "a", after: "b", size: 500_000),
        Monster("bylines", "By Ann Reed\n", size: 500_000),
        Monster("dates", "28 June 2025\n", size: 500_000),
        Monster("slashes", "A / B\n", size: 500_000),
        Monster("marks on one letter", "\u{301}", before: "e", size: 500_000),
        Monster("flags", "🇦🇿", before: "a", size: 500_000),
        Monster("joined people", "👩\u{200D}", before: "a", size: 500_000),
        Monster("letters that grow in lower case", "İ", size: 500_000),
        Monster("letters of another charset", [0xE9, 0x20, 0xC0], size: 500_000),
        Monster("bytes that are no text", [0xFF]),
        Monster("halves of characters", [0xF0, 0x9F, 0x98]),
        Monster("UTF-16", [0x61, 0x00], before: [0xFF, 0xFE]),
        Monster("UTF-16 that grows", [0x61, 0x30], before: [0xFF, 0xFE]),
        Monster("lone surrogates", [0x00, 0xD8], before: [0xFF, 0xFE]),
        Monster("zeros", [0]),
    ]

    private static let prose = "<p>The envoy was called in on Saturday, the ministry said, and a note was handed to him.</p>"

    private static let pages = [
        Monster("one line of 200 MB", "a", size: 200 << 20),
        Monster("one line", "a", before: "<p>"),
        Monster("paragraphs", prose),
        Monster("a million elements", "<b></b>"),
        Monster("paragraphs of a letter", "<p>a"),
        Monster("as many elements as are read", "<p>a", size: 390_000),
        Monster("as many tags as are read", "<p>a</p>", size: 780_000),
        Monster("line breaks", "a<br>"),
        Monster("as many line breaks as are read", "a<br>", size: 490_000),
        Monster("100,000 nested elements", "<div>", size: 500_000),
        Monster("nested as deeply as is read", "<div><p>a</p>", size: 12_000),
        Monster("nested lists", "<ul><li>a", size: 9_000),
        Monster("end tags under many elements", "</i>", before: String(repeating: "<div>", count: 900)),
        Monster("as many end tags as are read", "</i>", before: String(repeating: "<div>", count: 900), size: 990_000),
        Monster("formatting that is not closed", "<b><i><font>", size: 10_000),
        Monster("tables in tables", "<table><tr><td>", size: 14_000),
        Monster("a tag of many attributes", " a№=b", before: "<p"),
        Monster("tags of many attributes", "<p class=a id=b role=c lang=d title=e>"),
        Monster("as many attributes as are read", "<p class=a id=b role=c lang=d>a", size: 3_000_000),
        Monster("one long attribute", "a ", before: "<p class='", after: "'>a"),
        Monster("one long name", "a", before: "<"),
        Monster("scripts that do not end", "<script>"),
        Monster("comments that do not end", "<!--"),
        Monster("tags that do not end", "<a href='"),
        Monster("end tags of nothing", "</p></b>"),
        Monster("less-than signs", "<"),
        Monster("references", "&amp;"),
        Monster("references that are none", "&a"),
        Monster("zeros", [0], before: Array("<p>a".utf8)),
        Monster("bytes that are no text", [0xFF], before: Array("<p>".utf8)),
        Monster("letters of another charset", [0xE9, 0x20, 0xC0], before: Array("<p>".utf8)),
        Monster("a charset of four bytes", [0x81, 0x30, 0x81, 0x30], before: Array("<meta charset=gb18030><p>".utf8)),
        Monster(
            "a charset of escapes", [0x1B, 0x24, 0x42, 0x1B, 0x28, 0x42], before: Array("<meta charset=iso-2022-jp><p>".utf8)),
        Monster("Latin letters that grow", [0xE9], before: Array("<meta charset=latin1><p>".utf8)),
        Monster("UTF-16 that grows", [0x61, 0x30], before: [0xFF, 0xFE, 0x3C, 0x00, 0x70, 0x00, 0x3E, 0x00]),
        Monster("linked data nested", "[", before: "<script type='application/ld+json'>{\"a\":", after: "</script>"),
        Monster("linked data of many values", "1,", before: "<script type='application/ld+json'>[", after: "1]</script>"),
        Monster(
            "linked data as large as is read", "1,", before: "<script type='application/ld+json'>[", after: "1]</script>",
            size: 500_000),
        Monster(
            "linked data of many objects", "{\"№\":\"\"},", before: "<script type='application/ld+json'>[", after: "{}]</script>",
            size: 500_000),
        Monster(
            "scripts of linked data", "<script type='application/ld+json'>{\"@type\":\"NewsArticle\"}</script>", after: prose),
        Monster("meta elements", "<meta name=a№ content=b>"),
        Monster("as many meta elements as are read", "<meta name=a№ content=b>", size: 2_300_000),
        Monster("times", "<time>28 June 2025</time>"),
        Monster("headings", "<h1>a</h1>", size: 900_000),
        Monster("articles", "<article><p>a</p></article>", size: 2_000_000),
        Monster("list items with links", "<li><a href=/>a</a>", before: "<ul>", size: 900_000),
        Monster("elements of one class", "<div class='b'>" + prose + "</div>", size: 4_000_000),
        Monster("styles that hide", "<p style='d d d d d d d d d d d d d d display:none'>a", size: 4_000_000),
        Monster(
            "an XML bomb", "&b;",
            before: "<!DOCTYPE html [<!ENTITY a \"" + String(repeating: "a", count: 1_000) + "\"><!ENTITY b \""
                + String(repeating: "&a;", count: 1_000) + "\">]><p>"),
    ]

    private static let inItem = "<rss><channel><item><title>A</title>"
    private static let entities =
        "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY l0 \"lol\">"
        + (1...9).map { level in "<!ENTITY l\(level) \"" + String(repeating: "&l\(level - 1);", count: 10) + "\">" }.joined()
        + "]>"

    private static let feeds = [
        Monster("one line of 200 MB", "a", before: inItem + "<description>", size: 200 << 20),
        Monster("one long text", "a", before: inItem + "<description>"),
        Monster("a text as long as a report", "a ", before: inItem + "<description>", size: 500_000),
        Monster(
            "texts as long as reports",
            "<item><description>" + String(repeating: "envoy ", count: 80_000) + "</description></item>",
            before: "<rss><channel>"),
        Monster("an XML bomb", "&l9;", before: entities + inItem + "<description>", size: 500_000),
        Monster("XML bombs in titles", "<item><title>&l9;</title></item>", before: entities + "<rss><channel>"),
        Monster("entities declared", "<!ENTITY a№ \"b\">", before: "<!DOCTYPE rss [", after: "]>" + inItem),
        Monster("a million elements", "<b></b>", before: inItem),
        Monster("a million elements in a text", "<b></b>", before: inItem + "<description>"),
        Monster("100,000 nested elements", "<div>", before: inItem + "<description>", size: 500_000),
        Monster("elements nested in a text", "<a>", before: inItem + "<description>"),
        Monster("elements nested in an item", "<a>", before: inItem),
        Monster("elements of one name nested", "<description>", before: inItem),
        Monster("paragraphs in a text", "&lt;p&gt;a", before: inItem + "<description>", after: "</description>", size: 500_000),
        Monster(
            "paragraphs in many texts",
            "<item><description>" + String(repeating: "&lt;p&gt;a", count: 45_000) + "</description></item>",
            before: "<rss><channel>"),
        Monster("comments in a text", "a<!---->", before: inItem + "<description>", size: 500_000),
        Monster("escaped elements nested", "&lt;div&gt;", before: inItem + "<description>", after: "</description></item>"),
        Monster("scripts that do not end", "&lt;script&gt;", before: inItem + "<description>", after: "</description></item>"),
        Monster(
            "figures that do not end", "&lt;figure&gt;a", before: inItem + "<description>", after: "</description></item>",
            size: 500_000),
        Monster("comments that do not end", "<!--", before: inItem),
        Monster("CDATA that does not end", "<![CDATA[", before: inItem),
        Monster("pieces of CDATA", "<![CDATA[a]]>", before: inItem + "<description>", size: 500_000),
        Monster("instructions that do not end", "<?", before: inItem),
        Monster("declarations that do not end", "<!", before: inItem),
        Monster("document types that do not end", "<!DOCTYPE a [", before: inItem),
        Monster("tags that do not end", "<a ", before: inItem),
        Monster("quotations that do not end", "<a b=\"c' d='e", before: inItem),
        Monster("quotations that end elsewhere", "<a b=\">", before: inItem),
        Monster("less-than signs", "<", before: inItem),
        Monster("ampersands", "&", before: inItem + "<description>", size: 500_000),
        Monster("references", "&#x41;", before: inItem + "<description>", after: "</description>", size: 500_000),
        Monster("attributes", "a№='b' ", before: "<rss ", after: "><channel><item><title>A</title></item></channel></rss>"),
        Monster(
            "namespaces", "xmlns:a№='http://purl.org/dc/' ", before: "<rss ",
            after: "><channel><item><title>A</title></item></channel></rss>"),
        Monster("items that declare", "<item xmlns:a№='http://purl.org/dc/'><title>a</title></item>", before: "<rss><channel>"),
        Monster("channels in channels", "<channel xml:base='https://n.example/a/'>", before: "<rss>"),
        Monster("channels whose bases climb", "<channel xml:base='a/'>", before: "<rss xml:base='https://n.example/'>"),
        Monster("empty items", "<item/>", before: "<rss><channel>"),
        Monster("small items", "<item><title>a</title></item>", before: "<rss><channel>"),
        Monster("items of one identity", "<item><guid>x</guid><link>y№</link></item>", before: "<rss><channel>"),
        Monster(
            "items under a long address", "<item><link>№</link></item>",
            before: "<rss xml:base='https://n.example/" + String(repeating: "a/./", count: 250) + "'><channel>"),
        Monster("end tags", "</item>", before: "<rss><channel>"),
        Monster("links", "<link>", before: inItem),
        Monster("authors", "<author> ", before: inItem),
        Monster("authors with names", "<author><name>a</name></author>", before: inItem),
        Monster("a path that climbs", "../", before: inItem + "<link>", after: "</link></item>"),
        Monster("spaces in a date", " ", before: inItem + "<pubDate>", after: "</pubDate></item>"),
        Monster("dates", "<pubDate>Sat, 28 Jun 2025 18:05:00 GMT</pubDate>", before: inItem),
        Monster("line breaks in a plain text", "a\n\n", before: inItem + "<description>", size: 500_000),
        Monster("JSON of small items", "{\"id\":\"№\"},", before: "{\"title\":\"a\",\"items\":[", after: "{}]}"),
        Monster(
            "as many JSON items as are read", "{\"id\":\"№\",\"url\":\"№\"},", before: "{\"title\":\"a\",\"items\":[",
            after: "{}]}",
            size: 1_100_000),
        Monster("JSON of numbers", "1,", before: "{\"title\":\"a\",\"items\":[", after: "1]}"),
        Monster("JSON of many names", "\"№\":1,", before: "{\"title\":\"a\",\"items\":[],", after: "\"a\":1}"),
        Monster("JSON of one text", "a", before: "{\"title\":\"a\",\"items\":[{\"content_html\":\"", after: "\"}]}"),
        Monster("JSON of escapes", "\\u00e9", before: "{\"title\":\"a\",\"items\":[{\"content_text\":\"", after: "\"}]}"),
        Monster("JSON nested", "[", before: "{\"title\": \"a\", \"items\": "),
        Monster("no root", "<a></a>"),
        Monster("bytes that are no text", [0xFF], before: Array(inItem.utf8)),
        Monster("UTF-16 that grows", [0x61, 0x30], before: [0xFF, 0xFE, 0x3C, 0x00, 0x70, 0x00, 0x3E, 0x00]),
        Monster("zeros", [0]),
    ]

    private static let lines = [
        Monster("one line of 200 MB", "a", size: 200 << 20),
        Monster("a text of 200 MB", "a", before: "{\"text\":\"", after: "\"}\n", size: 200 << 20),
        Monster("one text", "a", before: "{\"text\":\"", after: "\"}\n"),
        Monster("a text as long as a report", "a ", before: "{\"text\":\"", after: "\"}\n", size: 500_000),
        Monster("a page in escapes", "\\u003cp\\u003ea ", before: "{\"html\":\"", after: "\"}\n"),
        Monster("escapes", "\\n", before: "{\"text\":\"", after: "\"}\n"),
        Monster("backslashes", "\\\\", before: "{\"text\":\"", after: "\"}\n"),
        Monster("quotation marks that are escaped", "\\\"", before: "{\"text\":\""),
        Monster("nested lists", "[", before: "{\"text\":\"a\",\"b\":"),
        Monster("100,000 nested objects", "{\"a\":", before: "{\"text\":\"a\",\"b\":", size: 500_000),
        Monster("a million values", "1,", before: "{\"text\":\"a\",\"b\":[", after: "1]}\n"),
        Monster("as many values as are read", "1,", before: "{\"text\":\"a\",\"b\":[", after: "1]}\n", size: 190_000),
        Monster("fields", "\"a№\":\"\",", before: "{", after: "\"text\":\"a\"}\n"),
        Monster("a field again and again", "\"text\":\"a\",", before: "{", after: "\"text\":\"a\"}\n"),
        Monster("one long number", "1", before: "{\"text\":\"a\",\"id\":", after: "}\n"),
        Monster("lines that are none", "a\n", size: 100_000),
        Monster("empty lines", "\n"),
        Monster("spaces", " "),
        Monster("zeros", [0]),
    ]
}
