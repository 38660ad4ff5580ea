import Foundation
import Testing

@testable import Reading

@Suite struct FeedTests {
    @Test func readsTheItemsOfAFeed() throws {
        let xml = """
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
            <channel><title>Northern Wire</title><language>en-gb</language>
            <item><title>Envoy called in</title><link>https://northern-wire.example/1</link>
            <pubDate>Sat, 28 Jun 2025 18:05:00 GMT</pubDate><description>Short.</description>
            <content:encoded><![CDATA[<p>Azerbaijan summoned the chargé d'affaires on Saturday &amp; protested.</p>]]></content:encoded>
            </item></channel></rss>
            """
        let report = try #require(Feed(Array(xml.utf8))?.reports.first)
        #expect(report.outlet == "Northern Wire")
        #expect(report.url == "https://northern-wire.example/1")
        #expect(report.published == "2025-06-28T18:05:00Z")
        #expect(report.language == "en")
        #expect(report.text == "Azerbaijan summoned the chargé d'affaires on Saturday & protested.")
    }

    @Test(arguments: FeedCase.all)
    func reads(_ feedCase: FeedCase) {
        let feed = Feed(feedCase.bytes, charset: feedCase.charset, address: "https://n.example/feeds/all.xml")
        let told = FeedCase.lines(feed)
        for line in feedCase.expected where !told.contains(line) {
            Issue.record("expected “\(line)” in\n\(told.joined(separator: "\n"))")
        }
    }

    @Test func hasCasesEnough() {
        #expect(FeedCase.all.count >= 150)
    }
}

/// A feed as text, and lines of what is to be read from it.
struct FeedCase: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let charset: String?
    let expected: [String]

    var testDescription: String { name }

    /// The cases of `Cases/*.txt`: their format is told in `Cases/README.md`.
    static let all: [FeedCase] = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Cases")
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []
        return files.filter { $0.hasSuffix(".txt") }.flatMap { file in
            let text = (try? String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)) ?? ""
            return ("\n" + text).components(separatedBy: "\n== ").dropFirst().map(FeedCase.init(text:))
        }
    }()

    private init(text: String) {
        var lines = text.components(separatedBy: "\n")
        var head = lines.removeFirst()
        var frame = ""
        if head.hasPrefix("["), let close = head.firstIndex(of: "]") {
            frame = String(head[..<close].dropFirst())
            head = String(head[close...].dropFirst(2))
        }
        name = head
        expected = lines.filter { $0.hasPrefix("> ") }.map { String($0.dropFirst(2)) }
        let body = lines.filter { !$0.hasPrefix("> ") }.joined(separator: "\n")
        let parts = frame.split(separator: " ").map(String.init)
        charset = parts.first { $0.hasPrefix("charset=") }.map { String($0.dropFirst(8)) }
        bytes = Self.unescaped(Self.framed(body, parts.first ?? ""))
    }

    private static func framed(_ body: String, _ frame: String) -> String {
        switch frame {
        case "item":
            "<rss version=\"2.0\"><channel><title>Wire</title><link>https://n.example/</link><item>\(body)</item></channel></rss>"
        case "channel": "<rss version=\"2.0\"><channel>\(body)</channel></rss>"
        case "entry": "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Wire</title><entry>\(body)</entry></feed>"
        case "feed": "<feed xmlns=\"http://www.w3.org/2005/Atom\">\(body)</feed>"
        case "date":
            "<rss><channel><item><title>A</title><pubDate>\(body.trimmingCharacters(in: .newlines))</pubDate></item></channel></rss>"
        default: body.trimmingCharacters(in: .newlines)
        }
    }

    /// `\xE9` is the byte.
    private static func unescaped(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        let parts = text.components(separatedBy: "\\x")
        bytes += Array(parts[0].utf8)
        for part in parts.dropFirst() {
            bytes.append(UInt8(part.prefix(2), radix: 16) ?? 0x3F)
            bytes += Array(part.dropFirst(2).utf8)
        }
        return bytes
    }

    /// What was read, a line a fact.
    static func lines(_ feed: Feed?) -> [String] {
        guard let feed else { return ["no feed"] }
        var lines = ["form: \(feed.form.rawValue)", "items: \(feed.entries.count)"]
        func add(_ name: String, _ value: String?) { lines.append("\(name): \(value ?? "none")") }
        add("feed title", feed.title)
        add("feed link", feed.link)
        add("feed address", feed.address)
        add("feed language", feed.language)
        for (number, entry) in feed.entries.enumerated() {
            let mark = number == 0 ? "" : "\(number + 1) "
            add(mark + "title", entry.title)
            add(mark + "link", entry.link)
            add(mark + "id", entry.id)
            add(mark + "key", entry.key)
            add(mark + "date", entry.published)
            add(mark + "updated", entry.updated)
            add(mark + "author", entry.author)
            add(mark + "source", entry.source)
            add(mark + "language", entry.language)
            add(mark + "text", entry.lines.joined(separator: " ¶ "))
            add(mark + "excerpt", entry.isExcerpt ? "yes" : "no")
        }
        return lines
    }
}
