/// Finds the prose of a page: the element whose own paragraphs weigh most against its links.
///
/// The weighing follows Kohlschütter et al., "Boilerplate Detection using Shallow Text Features" (WSDM 2010): text
/// length and link density tell prose from furniture.
enum MainText {
    private static let silent: Set<String> = [
        "script", "style", "noscript", "template", "svg", "iframe", "form", "button", "select", "nav", "aside", "footer",
        "figure", "figcaption", "head", "menu", "dialog", "input", "textarea", "label", "object", "video", "audio", "canvas",
    ]
    private static let blocks: Set<String> = [
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "td", "dd", "dt", "div", "section", "article",
        "main", "ul", "ol", "table", "tr", "tbody", "body", "header", "center", "dl",
    ]
    /// Words of classes and identifiers that name furniture.
    private static let furniture: Set<String> = [
        "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "sidebar", "related", "recirc", "recirculation",
        "recommend", "recommended", "recommendations", "share", "sharing", "social", "comment", "comments", "disqus", "cookie",
        "cookies", "consent", "gdpr", "newsletter", "newsletters", "subscribe", "subscription", "subscriptions", "signup",
        "promo", "promos", "promotion", "ad", "ads", "advert", "advertisement", "sponsor", "sponsored", "donate", "donation",
        "donations", "paywall", "caption", "credit", "credits", "tags", "footer", "masthead", "popular", "trending", "readmore",
        "outbrain", "taboola", "byline", "toolbar", "modal", "popup", "banner", "widget", "teaser", "teasers", "skiplink",
        "copyright", "timestamp", "support", "appeal", "sidebox", "infobox", "outlinks", "hidden",
    ]

    /// The report's lines, in order, with neither headline furniture nor links of navigation.
    static func lines(of root: Element) -> [String] {
        var best: (element: Element, weight: Double)?
        weigh(root, &best)
        guard let best else { return [] }
        var lines: [String] = []
        gather(best.element, into: &lines, isTop: true)
        return lines
    }

    /// The weight of an element is its paragraphs' text, half of its grandchildren's, a quarter of what is deeper.
    @discardableResult
    private static func weigh(_ element: Element, _ best: inout (element: Element, weight: Double)?) -> Double {
        var own = 0.0
        var weight = 0.0
        for child in element.elements where !isFurniture(child) {
            if child.name == "p" || child.name == "blockquote" || child.name == "pre" {
                own += prose(in: child)
            } else {
                weight += weigh(child, &best) * 0.8
            }
        }
        if own == 0, element.name == "div" || element.name == "td" || element.name == "article" {
            // Pages that part paragraphs by <br>.
            let direct = element.children.reduce(0) { sum, child in
                if case .text(let text) = child { sum + text.utf8.count } else { sum }
            }
            if direct > 200 { own = Double(direct) }
        }
        weight += own
        if element.name == "article" || element.name == "main" || element["itemprop"] == "articleBody" { weight *= 1.2 }
        if weight > best?.weight ?? 0 { best = (element, weight) }
        return weight
    }

    /// Characters of a paragraph that are prose: those outside links, if the paragraph is long enough to be one.
    private static func prose(in element: Element) -> Double {
        let length = element.text.utf8.count
        guard length > 40 else { return 0 }
        var linked = 0
        element.forEach { if $0.name == "a" { linked += $0.text.utf8.count } }
        return Double(max(0, length - linked * 2))
    }

    private static func isFurniture(_ element: Element) -> Bool {
        if silent.contains(element.name) { return true }
        if element["hidden"] != nil || element["aria-hidden"] == "true" { return true }
        if element["role"] == "navigation" || element["role"] == "complementary" { return true }
        guard element.name != "body", element.name != "html", element.name != "article", element.name != "main" else {
            return false
        }
        for attribute in ["class", "id"] {
            guard let names = element[attribute], names.utf8.count < 400 else { continue }
            let words = names.lowercased().split { !$0.isLetter && !$0.isNumber }
            if words.contains(where: { furniture.contains(String($0)) }) { return true }
        }
        return false
    }

    private static func gather(_ element: Element, into lines: inout [String], isTop: Bool = false) {
        var line = ""
        func finish() {
            let text = line.collapsingWhitespace
            if !text.isEmpty { lines.append(text) }
            line = ""
        }
        func walk(_ element: Element) {
            for child in element.children {
                switch child {
                case .text(let text): line += text
                case .element(let inner):
                    if inner.name == "br" {
                        finish()
                    } else if isFurniture(inner) || isLinkList(inner) {
                        continue
                    } else if blocks.contains(inner.name) {
                        finish()
                        walk(inner)
                        finish()
                    } else {
                        walk(inner)
                    }
                }
            }
        }
        walk(element)
        finish()
    }

    /// A block that is little else than links: related stories, tags, sharing.
    private static func isLinkList(_ element: Element) -> Bool {
        guard ["ul", "ol", "div", "section", "li", "p", "table"].contains(element.name) else { return false }
        let length = element.text.collapsingWhitespace.utf8.count
        guard length > 0 else { return false }
        var linked = 0
        element.forEach { if $0.name == "a" { linked += $0.text.collapsingWhitespace.utf8.count } }
        return Double(linked) > 0.8 * Double(length) && (element.name != "p" || length < 120)
    }
}
