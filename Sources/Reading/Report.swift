import Crypto
import Foundation

/// One news report as it was published: its text without the page's furniture, and what the page says of itself.
///
/// Encoded as the contract's "Report in"; `byline` is this project's addition to it.
public struct Report: Hashable, Sendable {
    /// Stable across readings: given by the source, or made from address and content.
    public var id: String
    public var url: String?
    public var outlet: String?
    public var title: String?
    public var byline: String?
    /// As in the contract: `YYYY-MM-DD` or `YYYY-MM-DDThh:mm:ssZ`.
    public var published: String?
    /// ISO 639-1.
    public var language: String?
    /// Paragraphs, each a line, parted by one or two line feeds.
    public var text: String

    public init(
        id: String? = nil, url: String? = nil, outlet: String? = nil, title: String? = nil, byline: String? = nil,
        published: String? = nil, language: String? = nil, text: String
    ) {
        self.id = id ?? Self.identity(url: url, outlet: outlet, title: title, text: text)
        self.url = url
        self.outlet = outlet
        self.title = title
        self.byline = byline
        self.published = published
        self.language = language
        self.text = text
    }

    /// The day it was published, as its own date says (UTC).
    public var day: Day? { published.flatMap { Day($0) } }

    /// Whether it is written in English, as far as it tells: only that is coded.
    public var isEnglish: Bool { language.map { $0.lowercased().hasPrefix("en") } ?? true }

    /// The first 64 bits of a SHA-256 over what makes a report this report and no other.
    static func identity(url: String?, outlet: String?, title: String?, text: String) -> String {
        var hash = SHA256()
        for part in [url, outlet, title, text] {
            hash.update(data: Data((part ?? "").utf8))
            hash.update(data: Data([0]))
        }
        return hash.finalize().prefix(8).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}

extension Report: Codable {
    private enum Key: String, CodingKey {
        case id, url, outlet, title, byline, published, language, text, html
    }

    /// Reads a report of the contract; with `html` in place of `text` the page is extracted.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        let report = try Report { key in
            if key == .id, let number = try? values.decodeIfPresent(Int.self, forKey: .id) { return Array(String(number).utf8) }
            return try values.decodeIfPresent(String.self, forKey: key).map { Array($0.utf8) }
        }
        guard let report else {
            throw DecodingError.dataCorruptedError(
                forKey: .text, in: values, debugDescription: "the report has neither “text” nor “html”")
        }
        self = report
    }

    /// The same of a line that is a flat object; `nil` where it is another thing.
    init?(line: [UInt8]) throws {
        guard let object = FlatObject(line), let report = try Report(said: { object.texts[$0.rawValue] ?? nil }) else {
            return nil
        }
        self = report
    }

    /// `nil` where there is neither text nor page.
    private init?(said: (Key) throws -> [UInt8]?) throws {
        func string(_ key: Key) throws -> String? {
            guard let value = try said(key), !value.isEmpty else { return nil }
            return String(decoding: value, as: UTF8.self)
        }
        let (id, url) = (try string(.id), try string(.url))
        if let text = try string(.text) {
            self.init(
                id: id, url: url, outlet: try string(.outlet), title: try string(.title), byline: try string(.byline),
                published: try string(.published),
                language: try string(.language) ?? WrittenLanguage.standard.code(of: text), text: text)
        } else if let html = try said(.html), !html.isEmpty {
            var page = try Page(utf8: html, url: url).report
            page.outlet = try string(.outlet) ?? page.outlet
            page.title = try string(.title) ?? page.title
            page.published = try string(.published) ?? page.published
            page.language = try string(.language) ?? page.language
            page.id = id ?? page.id
            self = page
        } else {
            return nil
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(id, forKey: .id)
        try values.encode(url, forKey: .url)
        try values.encode(outlet, forKey: .outlet)
        try values.encode(title, forKey: .title)
        try values.encode(byline, forKey: .byline)
        try values.encode(published, forKey: .published)
        try values.encode(language, forKey: .language)
        try values.encode(text, forKey: .text)
    }
}
