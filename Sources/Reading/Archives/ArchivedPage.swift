/// A page, or its text, as a crawler kept it.
package struct ArchivedPage: Sendable {
    private enum Form {
        case page, text
    }

    private let url: String?
    /// When it was fetched.
    private let fetched: String?
    private let charset: String?
    private let form: Form
    private let bytes: [UInt8]

    /// How much memory it takes.
    package var size: Int { bytes.count }

    static func found(in record: WARCReader.Record) -> Result<ArchivedPage, Archive.Skip> {
        guard !record.block.isEmpty else { return .failure(.empty) }
        var media = record.mediaType.prefix { $0 != ";" }.trimmingWhitespace
        var charset: String?
        var bytes = record.block
        if record.type == "response" {
            guard media.isEmpty || media == "application/http" else { return .failure(.media) }
            guard let response = HTTPResponse(record.block) else { return .failure(.damaged) }
            guard response.status == 200 else { return .failure(.status) }
            media = response.mediaType
            charset = response.charset
            guard isPage(media) else { return .failure(.media) }
            switch response.content(limit: WARCReader.largestBlock) {
            case .success(let content): bytes = content
            case .failure(let skip): return .failure(skip)
            }
        }
        let form: Form
        switch media {
        case "text/plain" where record.type == "conversion": form = .text
        case _ where isPage(media): form = .page
        default: return .failure(.media)
        }
        guard bytes.contains(where: { $0 > 0x20 }) else { return .failure(.empty) }
        return .success(
            ArchivedPage(url: record.target, fetched: record.date, charset: charset, form: form, bytes: bytes))
    }

    private static func isPage(_ media: String) -> Bool { media == "text/html" || media == "application/xhtml+xml" }

    /// Whether it is written in English, as far as some of its bytes tell before it is read: so that pages in other languages cost
    /// next to nothing.
    package var mayBeEnglish: Bool {
        let sample = form == .page ? ProseSample.bytes(ofMarkup: bytes) : ProseSample.bytes(ofText: bytes)
        let language = WrittenLanguage.standard.code(of: Charset.decode(sample, declared: declaredCharset))
        return language == nil || language == "en"
    }

    private var declaredCharset: String? { charset ?? (form == .page ? Charset.declared(in: bytes) : nil) }

    /// The report on the page. One that does not tell its date has that on which it was fetched.
    package func report() -> Result<Report, Archive.Skip> { extraction().map(\.report) }

    /// The same with what the page tells besides.
    package func extraction() -> Result<Extraction, Archive.Skip> {
        let text = Charset.utf8(bytes, declared: declaredCharset)
        var found: Extraction
        switch form {
        case .page:
            guard let page = try? Page(utf8: text, url: url) else { return .failure(.text) }
            found = Extraction(page)
        case .text:
            guard text.count <= Report.longestText else { return .failure(.text) }
            let plain = PlainText.report(String(decoding: text, as: UTF8.self))
            found = Extraction(
                Report(
                    url: url, outlet: plain.outlet, title: plain.title, byline: plain.byline, published: plain.published,
                    text: plain.text))
        }
        let report = found.report
        guard report.text.utf8.count <= Report.longestText, report.text.contains(where: \.isLetter) else {
            return .failure(.text)
        }
        if report.published.flatMap({ Day($0) }) == nil {
            found.report.published = nil
            found = found.with(.published, \.published, fetched.flatMap(DateText.published), from: .crawl)
        }
        return .success(found)
    }
}
