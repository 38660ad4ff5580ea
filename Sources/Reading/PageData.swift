import Foundation

/// What a page says of itself, from the most reliable carrier that has it: JSON-LD, then meta elements, then `<time>`.
struct PageData {
    var url: String?
    var outlet: String?
    var title: String?
    var byline: String?
    var published: String?
    var language: String?
    var articleBody: String?

    init(_ root: Element) {
        var meta: [String: String] = [:]
        var linked: [[String: Any]] = []
        var times: [String] = []
        var documentTitle: String?
        var heading: String?
        root.forEach { element in
            switch element.name {
            case "html": language = element["lang"].map { String($0.prefix(2)).lowercased() }
            case "h1" where heading == nil: heading = element.text.collapsingWhitespace
            case "title" where documentTitle == nil: documentTitle = element.text.collapsingWhitespace
            case "meta":
                if let key = element["property"] ?? element["name"] ?? element["itemprop"], let content = element["content"],
                    meta[key.lowercased()] == nil
                {
                    meta[key.lowercased()] = content.collapsingWhitespace
                }
            case "link" where element["rel"] == "canonical": url = element["href"]
            case "time":
                if let time = element["datetime"] { times.append(time) }
            case "script" where element["type"]?.lowercased() == "application/ld+json":
                linked += Self.objects(in: element.text)
            default: break
            }
        }
        let article = linked.first { Self.types(of: $0).contains { $0.hasSuffix("Article") || $0 == "BlogPosting" } }

        func said(_ keys: String...) -> String? { keys.lazy.compactMap { meta[$0] }.first { !$0.isEmpty } }
        title =
            (article?["headline"] as? String)?.collapsingWhitespace ?? said("og:title", "twitter:title", "headline")
            ?? documentTitle
        outlet = Self.name(article?["publisher"]) ?? said("og:site_name", "application-name", "publisher")
        byline = Self.name(article?["author"]) ?? said("author", "article:author", "byl", "dc.creator")
        let dates =
            [article?["datePublished"] as? String]
            + [
                said(
                    "article:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "publishdate",
                    "dc.date", "dc.date.issued", "parsely-pub-date", "sailthru.date", "citation_publication_date")
            ]
            + times.map(Optional.some)
        published = dates.lazy.compactMap { $0.flatMap(DateText.published) }.first
        url = url ?? said("og:url")
        articleBody = article?["articleBody"] as? String
        let marks = [" | ", " - ", " – ", " — "]
        if outlet == nil, let documentTitle, let headline = documentTitle == title ? heading : title {
            // "Headline | Outlet": what follows the headline is the outlet.
            for mark in marks where documentTitle.hasPrefix(headline + mark) {
                outlet = String(documentTitle.dropFirst(headline.count + mark.count))
            }
        }
        if let outlet, let whole = title {
            for mark in marks where whole.hasSuffix(mark + outlet) {
                title = String(whole.dropLast(mark.count + outlet.count))
            }
        }
    }

    /// The objects of a JSON-LD script, those of a `@graph` included.
    private static func objects(in script: String) -> [[String: Any]] {
        guard let value = try? JSONSerialization.jsonObject(with: Data(script.utf8)) else { return [] }
        var objects: [[String: Any]] = []
        var waiting: [Any] = [value]
        while let next = waiting.popLast(), objects.count < 1_000 {
            if let list = next as? [Any] { waiting += list.reversed() }
            if let object = next as? [String: Any] {
                objects.append(object)
                if let graph = object["@graph"] { waiting.append(graph) }
            }
        }
        return objects
    }

    private static func types(of object: [String: Any]) -> [String] {
        object["@type"] as? [String] ?? [object["@type"] as? String].compactMap(\.self)
    }

    /// The name of a person or organisation, or of several.
    private static func name(_ value: Any?) -> String? {
        switch value {
        case let text as String: text.collapsingWhitespace
        case let object as [String: Any]: name(object["name"])
        case let list as [Any]:
            list.compactMap(name).isEmpty ? nil : list.compactMap(name).joined(separator: ", ")
        default: nil
        }
    }
}
