/// The vocabularies that feeds are written in, told by their namespace or, where that is not declared, by the prefix
/// everybody uses.
enum Vocabulary: Hashable, Sendable {
    /// RSS of all versions and Atom.
    case feed
    case dublinCore, content, media, podcast, feedBurner
    /// XHTML.
    case page
    case other

    /// - Returns: `nil` for a namespace that is not known, whose prefix then decides.
    init?(uri: String) {
        let uri = uri.trimmingWhitespace.lowercased()
        switch uri {
        case "http://purl.org/rss/1.0/modules/content/": self = .content
        case "http://search.yahoo.com/mrss/", "http://search.yahoo.com/mrss": self = .media
        case "http://www.w3.org/1999/xhtml": self = .page
        case "http://rssnamespace.org/feedburner/ext/1.0": self = .feedBurner
        case "http://www.w3.org/2005/atom", "https://www.w3.org/2005/atom", "http://purl.org/atom/ns#",
            "http://purl.org/rss/1.0/",
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#":
            self = .feed
        default:
            if uri.hasPrefix("http://purl.org/dc/") {
                self = .dublinCore
            } else if uri.hasPrefix("http://www.itunes.com/dtds/podcast") {
                self = .podcast
            } else if uri.hasPrefix("http://my.netscape.com/") || uri.hasPrefix("http://channel.netscape.com/")
                || uri.hasPrefix("http://backend.userland.com/") || uri.hasPrefix("http://cyber.law.harvard.edu/rss")
                || uri.hasPrefix("http://blogs.law.harvard.edu/tech/rss")
            {
                self = .feed
            } else {
                return nil
            }
        }
    }

    init(prefix: String) {
        switch prefix {
        case "", "rss", "atom", "atom10", "atom03", "a10", "rdf", "rss1": self = .feed
        case "dc", "dcterms", "dcterm", "terms": self = .dublinCore
        case "content": self = .content
        case "media": self = .media
        case "itunes": self = .podcast
        case "feedburner": self = .feedBurner
        case "xhtml", "body": self = .page
        default: self = .other
        }
    }
}
