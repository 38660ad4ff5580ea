/// A feed as published: RSS 0.9x to 2.0, RSS 1.0, Atom 0.3 and 1.0, or JSON Feed.
package struct Feed: Hashable, Sendable {
    package enum Form: String, Sendable {
        case rss = "RSS"
        case rdf = "RSS 1.0"
        case atom = "Atom"
        case json = "JSON Feed"
    }

    /// One of its items. Addresses are whole, titles and names plain text, content HTML.
    package struct Entry: Hashable, Sendable {
        /// As the feed gives it.
        package var id: String?
        package var link: String?
        package var title: String?
        package var author: String?
        /// As in the contract.
        package var published: String?
        package var updated: String?
        package var summary: String?
        package var content: String?
        package var language: String?
        /// The outlet an aggregator took it from.
        package var source: String?
        /// What tells it from the feed's other items, now and when the feed is read again.
        package internal(set) var key = ""
    }

    package var form: Form
    package var title: String?
    /// The page it is the feed of.
    package var link: String?
    /// Where it says it is to be fetched from.
    package var address: String?
    package var language: String?
    package var entries: [Entry] = []

    /// More items than this are not read: no feed has so many.
    package static let mostEntries = 20_000
}

extension Feed {
    /// Reads a feed, whatever it calls itself, in time and memory bounded by its length.
    ///
    /// - Parameters:
    ///   - charset: that the server told.
    ///   - address: where it was fetched from, which its links may be relative to.
    /// - Returns: `nil` where it is no feed, or larger than any is.
    package init?(_ bytes: [UInt8], charset: String? = nil, address: String? = nil) {
        guard bytes.count <= Source.limit else { return nil }
        let bytes = Self.unified(bytes, charset: charset)
        let feed: Feed?
        if bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") {
            feed = JSONFeed.feed(in: bytes, address: address)
        } else {
            var document = FeedDocument(bytes, address: address)
            feed = document.read()
        }
        guard let feed else { return nil }
        self = feed
        entries = Self.told(apart: entries)
    }

    /// As UTF-8. What is valid UTF-8 with characters beyond ASCII is that, whatever is declared: other charsets' text never
    /// looks so, and wrong declarations are common.
    private static func unified(_ bytes: [UInt8], charset: String?) -> [UInt8] {
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        let isWide = bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
        // ISO-2022-JP is ASCII with escapes.
        let isPlain = bytes.contains { $0 >= 0x80 } || !bytes.contains(0x1B)
        if !isWide, isPlain, Charset.isUTF8(bytes) { return bytes }
        return Charset.utf8(bytes, declared: Charset.declared(in: bytes) ?? charset)
    }

    /// Gives every entry a key of its own. Entries that are the same twice are one, the one last updated.
    private static func told(apart entries: [Entry]) -> [Entry] {
        var links: [String: Set<String>] = [:]
        for entry in entries {
            if let id = entry.id { links[id, default: []].insert(entry.link ?? entry.title ?? "") }
        }
        var kept: [Entry] = []
        kept.reserveCapacity(entries.count)
        var places: [String: Int] = [:]
        for var entry in entries {
            if let id = entry.id, links[id]?.count == 1 {
                entry.key = id
            } else if let link = entry.link {
                entry.key = link
            } else {
                // A generator's identities may all be the same.
                let parts = [entry.title, entry.published, entry.content ?? entry.summary].compactMap(\.self)
                entry.key = Report.identity(url: entry.id, outlet: nil, title: nil, text: parts.joined(separator: "\n"))
            }
            if let place = places[entry.key] {
                if (entry.updated ?? "") > (kept[place].updated ?? "") { kept[place] = entry }
            } else {
                places[entry.key] = kept.count
                kept.append(entry)
            }
        }
        return kept
    }
}
