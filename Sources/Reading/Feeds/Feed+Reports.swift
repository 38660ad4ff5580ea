extension Feed.Entry {
    /// The paragraphs of what the feed holds of it.
    package var lines: [String] { MarkupText.lines(of: content ?? summary ?? "") }

    /// Whether the feed holds a teaser only, so that the report is on the page.
    package var isExcerpt: Bool {
        let lines = lines
        guard let last = lines.last else { return true }
        let end = last.lowercased()
        let cuts = ["…", "...", "[…]", "[...]", "(more)", "read more", "more»", "more >", "continue reading", "full story"]
        if cuts.contains(where: { end.hasSuffix($0) }) || end.hasPrefix("continue reading") || end.hasPrefix("read more") {
            return true
        }
        let length = lines.reduce(0) { $0 + $1.utf8.count }
        // What stands in the element for the whole is believed sooner than a description.
        return length < (content == nil ? 1_500 : 300)
    }
}

extension Feed {
    /// The report an item holds.
    package func report(of entry: Entry) -> Report {
        Report(
            url: entry.link, outlet: entry.source ?? title, title: entry.title.flatMap { $0.isEmpty ? nil : $0 },
            byline: entry.author, published: entry.published, language: entry.language ?? language,
            text: Furniture.standard.removed(from: entry.lines).joined(separator: "\n\n"))
    }

    package var reports: [Report] { entries.map(report) }
}
