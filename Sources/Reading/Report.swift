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

    /// In bytes of UTF-8; a longer text is no news report.
    static let longestText = 512 << 10

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
