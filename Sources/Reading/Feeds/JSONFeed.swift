import Foundation

/// Reads JSON Feed 1 and 1.1.
enum JSONFeed {
    /// A document that holds more is not taken apart: no feed does.
    private static let most = (depth: 200, values: 80_000)

    /// `nil` where the bytes are no JSON object with items.
    static func feed(in bytes: [UInt8], address: String?) -> Feed? {
        let shape = JSONShape(of: bytes)
        guard shape.depth <= most.depth, shape.values <= most.values else { return nil }
        guard let root = (try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: Any],
            let items = root["items"] as? [Any],
            root["version"] is String || root["title"] is String || root["feed_url"] is String
        else { return nil }
        var feed = Feed(form: .json)
        feed.title = line(root["title"])
        feed.link = Self.address(root["home_page_url"], against: address)
        feed.address = Self.address(root["feed_url"], against: address)
        feed.language = language(root["language"])
        let base = address ?? feed.address ?? feed.link
        feed.entries = items.prefix(Feed.mostEntries).compactMap { ($0 as? [String: Any]).flatMap { entry($0, base: base) } }
        return feed
    }

    private static func entry(_ item: [String: Any], base: String?) -> Feed.Entry? {
        var entry = Feed.Entry()
        entry.id = identity(item["id"])
        // An item of a link blog is about the page that external_url names, but published at url.
        entry.link = address(item["url"], against: base) ?? address(item["external_url"], against: base)
        if entry.link == nil, let id = entry.id, id.hasPrefix("http://") || id.hasPrefix("https://") { entry.link = id }
        entry.title = line(item["title"])
        entry.summary = escaped(item["summary"])
        entry.content = text(item["content_html"]) ?? escaped(item["content_text"])
        entry.updated = date(item["date_modified"])
        entry.published = date(item["date_published"]) ?? entry.updated
        entry.language = language(item["language"])
        let authors = (item["authors"] as? [Any] ?? []) + [item["author"]].compactMap(\.self)
        let names = authors.compactMap { ($0 as? [String: Any]).flatMap { line($0["name"]) } ?? line($0) }
        entry.author = names.isEmpty ? nil : names.joined(separator: ", ")
        let hasContent = [entry.title, entry.link, entry.summary, entry.content].contains { $0 != nil }
        return hasContent ? entry : nil
    }

    private static func text(_ value: Any?) -> String? {
        (value as? String).flatMap { $0.utf8.contains { $0 > 0x20 } ? $0 : nil }
    }

    private static func line(_ value: Any?) -> String? { text(value).map(MarkupText.collapsed) }

    /// Plain text as HTML, its paragraphs kept.
    private static func escaped(_ value: Any?) -> String? {
        text(value)?.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }

    /// An identity may be a number, against the specification.
    private static func identity(_ value: Any?) -> String? { text(value) ?? (value as? NSNumber)?.stringValue }

    private static func address(_ value: Any?, against base: String?) -> String? {
        line(value).map { Reference.resolved($0, against: base) }
    }

    private static func date(_ value: Any?) -> String? { text(value).flatMap { FeedDate($0)?.published } }

    private static func language(_ value: Any?) -> String? {
        let code = text(value)?.prefix { $0 != "-" && $0 != "_" }.lowercased()
        return code.flatMap { (2...3).contains($0.utf8.count) ? $0 : nil }
    }
}
