/// A web page: its report's text, and what the page tells of itself.
package struct Page: Sendable {
    package let data: PageData
    /// Paragraphs, each a line.
    package let text: String
    private let url: String?

    /// Reads a page as it was fetched.
    ///
    /// - Parameters:
    ///   - charset: what the server says the page is written in, if it does.
    ///   - url: where the page was fetched from.
    package init(bytes: [UInt8], charset: String? = nil, url: String? = nil) throws(ReadingError) {
        try self.init(utf8: Charset.utf8(bytes, declared: charset ?? Charset.declared(in: bytes)), url: url)
    }

    /// Reads a page's HTML. The text is empty where the page holds no prose.
    package init(html: String, url: String? = nil) throws(ReadingError) { try self.init(utf8: Array(html.utf8), url: url) }

    init(utf8: [UInt8], url: String? = nil) throws(ReadingError) {
        let document = try LibXML2.document(html: utf8)
        data = PageData(document, url: url)
        self.url = url
        var lines = MainText.lines(of: document)
        if let body = data.articleBody, lines.reduce(0, { $0 + $1.utf8.count }) * 2 < body.utf8.count {
            lines = body.split(separator: "\n").map(\.collapsingWhitespace).filter { !$0.isEmpty }
        }
        guard lines.reduce(0, { $0 + $1.utf8.count }) <= Report.longestText else {
            throw ReadingError(
                "the page", "holds more than \(Report.longestText >> 10) KB of text, which no report does",
                remedy: "save the article alone, or its text")
        }
        lines = Furniture.standard.removed(from: lines)
        if let title = data.title?.value, lines.first == title { lines.removeFirst() }
        text = lines.joined(separator: "\n\n")
    }

    /// The language the text is written in; where it does not tell, the one the page declares: themes come in English.
    package var language: PageData.Told? {
        WrittenLanguage.standard.code(of: text).map { PageData.Told(value: $0, carrier: .visible) } ?? data.language
    }

    /// The page as a report.
    package var report: Report {
        Report(
            url: url ?? data.canonical?.value, outlet: data.outlet?.value, title: data.title?.value, byline: data.byline?.value,
            published: data.published?.value, language: language?.value, text: text)
    }
}
