/// What a page says of itself, each from the most reliable carrier that has it.
package struct PageData: Sendable {
    /// Where on a page something is said, the more reliable first; then where else it may be known from.
    package enum Carrier: String, Sendable {
        case linkedData = "json-ld"
        case openGraph = "opengraph"
        case meta, microdata, link, time, title, url
        case visible = "text"
        /// By whoever handed the page in.
        case given
        /// By the name of its file.
        case fileName = "file-name"
        /// By the crawler, which fetched it then.
        case crawl
    }

    /// What is said, and where.
    package struct Told: Hashable, Sendable {
        package let value: String
        package let carrier: Carrier
    }

    package private(set) var title: Told?
    package private(set) var byline: Told?
    package private(set) var outlet: Told?
    /// As in the contract: `YYYY-MM-DD` or `YYYY-MM-DDThh:mm:ssZ`.
    package private(set) var published: Told?
    package private(set) var modified: Told?
    package private(set) var canonical: Told?
    /// ISO 639-1.
    package private(set) var language: Told?
    /// Whether the page says that it shows its article to those who pay; `nil` where it says nothing.
    package private(set) var isPaywalled: Bool?
    private(set) var articleBody: String?

    init(_ document: Document, url: String?) {
        let marks = PageMarks(document)
        let linked = LinkedData(scripts: marks.scripts)

        title = Self.first(
            (linked.headline, .linkedData), (marks.meta("og:title"), .openGraph),
            (marks.meta("twitter:title", "headline", "dc.title", "title", "parsely-title", "sailthru.title"), .meta),
            (marks.heading, .visible), (marks.title, .title))
        byline = Self.first(
            (linked.author, .linkedData), (marks.meta("article:author").flatMap { $0.hasPrefix("http") ? nil : $0 }, .openGraph),
            (marks.meta("author", "byl", "dc.creator", "parsely-author", "sailthru.author"), .meta), (marks.author, .microdata))
        outlet = Self.first(
            (linked.publisher, .linkedData), (marks.meta("og:site_name"), .openGraph),
            (marks.meta("application-name", "publisher", "dc.publisher"), .meta))
        canonical = Self.first(
            (marks.canonical, .link), (marks.meta("og:url"), .openGraph), (linked.address, .linkedData)
        ).flatMap { $0.value.hasPrefix("http") ? $0 : nil }
        language = Self.first(
            (marks.language, .meta), (linked.language, .linkedData), (marks.meta("og:locale"), .openGraph),
            (marks.meta("content-language", "language", "dc.language"), .meta)
        ).flatMap { told in Self.code(ofLanguage: told.value).map { Told(value: $0, carrier: told.carrier) } }
        articleBody = linked.body
        isPaywalled =
            linked.isFree.map(!) ?? marks.meta("article:content_tier").map { ["locked", "metered"].contains($0.lowercased()) }

        published = Self.firstDate(
            (linked.published, .linkedData), (marks.meta("article:published_time", "og:article:published_time"), .openGraph),
            (marks.meta(Self.publishedNames), .meta), (marks.datePublished, .microdata), (marks.time, .time),
            ((url ?? canonical?.value).flatMap(Self.day(inAddress:)), .url), (marks.dateBelowHeading, .visible))
        modified = Self.firstDate(
            (linked.modified, .linkedData),
            (marks.meta("article:modified_time", "og:article:modified_time", "og:updated_time"), .openGraph),
            (marks.meta("last-modified", "lastmod", "dcterms.modified", "dc.date.modified", "datemodified"), .meta),
            (marks.dateModified, .microdata))
        partOutletFromTitle(marks)
    }

    private static let publishedNames = [
        "datepublished", "date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "published",
        "published_at", "date_published", "publisheddate", "dc.date", "dc.date.issued", "dc.date.created", "dcterms.created",
        "dcterms.date", "dcterms.issued", "dcsext.articlefirstpublished", "parsely-pub-date", "sailthru.date",
        "article.published",
        "article:published", "citation_publication_date", "citation_date", "rnews:datepublished", "created",
        "cxenseparse:recs:publishtime",
        "article.created", "originalpublicationdate", "displaydate", "ptime", "bt:pubdate", "ga-publishdate",
    ]

    private static func first(_ said: (String?, Carrier)...) -> Told? {
        for case (let value?, let carrier) in said where !value.isEmpty { return Told(value: value, carrier: carrier) }
        return nil
    }

    private static func firstDate(_ said: (String?, Carrier)...) -> Told? {
        for case (let value?, let carrier) in said {
            // Templates fill in the year 1 or 1970 where nothing is known.
            if let date = DateText.published(value), let year = Day(date)?.year, year > 1_980 {
                return Told(value: date, carrier: carrier)
            }
        }
        return nil
    }

    /// The day in an address such as `/2019/11/18/` or `/2019-11-18-`.
    private static func day(inAddress address: String) -> String? {
        let parts = address.split(separator: "/").dropFirst()
        for index in parts.indices {
            if let day = Day(parts[index].prefix(10)) { return day.description }
            let three = parts[index...].prefix(3)
            guard three.count == 3, three.dropLast().allSatisfy({ $0.allSatisfy(\.isNumber) }), three.first?.count == 4 else {
                continue
            }
            let day = three.last?.prefix(while: \.isNumber) ?? ""
            if day.count <= 2, let published = DateText.published((three.dropLast() + [day]).joined(separator: "-")) {
                return published
            }
        }
        return nil
    }

    private static func code(ofLanguage name: String) -> String? {
        let letters = name.lowercased().prefix { $0.isASCII && $0.isLetter }
        return letters.count == 2 ? String(letters) : nil
    }

    /// "Headline | Outlet": what follows the headline is the outlet, and no part of the title.
    private mutating func partOutletFromTitle(_ marks: PageMarks) {
        let parting = [" | ", " - ", " – ", " — ", " :: ", " » "]
        if outlet == nil, let whole = marks.title, let headline = whole == title?.value ? marks.heading : title?.value {
            for mark in parting where whole.hasPrefix(headline + mark) {
                outlet = Told(value: String(whole.dropFirst(headline.count + mark.count)), carrier: .title)
            }
        }
        if let whole = title, let outlet {
            for mark in parting where whole.value.hasSuffix(mark + outlet.value) {
                title = Told(value: String(whole.value.dropLast(mark.count + outlet.value.count)), carrier: whole.carrier)
            }
        }
    }
}
