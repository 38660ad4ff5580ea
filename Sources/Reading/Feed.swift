/// The items of an RSS or Atom document that carry their text with them.
enum Feed {
    static func isFeed(_ root: Element) -> Bool { ["rss", "rdf", "feed"].contains(root.name) }

    static func reports(_ root: Element) -> [Report] {
        let channel = root.elements.first { $0.name == "channel" } ?? root
        let outlet = child("title", of: channel)
        let language = child("language", of: channel).map { String($0.prefix(2)).lowercased() }
        let items = (root.elements + channel.elements).filter { $0.name == "item" || $0.name == "entry" }
        return items.map { item in
            let content =
                child("encoded", of: item) ?? child("content", of: item) ?? child("description", of: item)
                ?? child("summary", of: item) ?? ""
            let address =
                child("link", of: item)
                ?? item.elements.first { $0.name == "link" && ($0["rel"] ?? "alternate") == "alternate" }?["href"]
            let page = Page.report(html: "<html><body><article>\(content)</article></body></html>")
            let text = page.text.isEmpty ? content.collapsingWhitespace : page.text
            let date =
                child("pubdate", of: item) ?? child("published", of: item) ?? child("date", of: item)
                ?? child("updated", of: item)
            return Report(
                url: address, outlet: outlet, title: child("title", of: item),
                byline: child("creator", of: item) ?? child("author", of: item),
                published: date.flatMap(DateText.published), language: language, text: text)
        }
    }

    /// The text of a child element, `nil` where it is absent or empty.
    private static func child(_ name: String, of element: Element) -> String? {
        let text = element.elements.first { $0.name == name }?.text.trimmingWhitespace
        return text?.isEmpty == true ? nil : text
    }
}
