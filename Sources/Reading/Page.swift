/// A web page: its report's text, and what the page tells of itself.
package enum Page {
    /// Reads a page's HTML. The text is empty where the page holds no prose.
    package static func report(html: String, url: String? = nil) -> Report {
        guard let root = Element.parse(html: html) else { return Report(url: url, text: "") }
        let data = PageData(root)
        let title = data.title ?? root.first { $0.name == "h1" }?.text.collapsingWhitespace
        var lines = MainText.lines(of: root)
        if let body = data.articleBody, lines.joined().count * 2 < body.count {
            lines = body.split(separator: "\n").map { $0.collapsingWhitespace }.filter { !$0.isEmpty }
        }
        lines = Furniture.standard.removed(from: lines)
        if let title, lines.first == title { lines.removeFirst() }
        return Report(
            url: url ?? data.url, outlet: data.outlet, title: title, byline: data.byline, published: data.published,
            language: data.language, text: lines.joined(separator: "\n\n"))
    }
}
