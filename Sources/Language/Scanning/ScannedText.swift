/// A text cut into tokens and sentences, with no model: one UTF-8 buffer and offsets into it.
public struct ScannedText: Sendable {
    /// The text's UTF-8, always valid.
    public let bytes: [UInt8]
    public let tokens: [Token]
    /// The sentences, as ranges of token indices; none is empty, together they hold every token.
    public let sentences: [Range<Int>]
    private let codePoints: CodePointOffsets

    /// The longest text that is scanned, in bytes.
    public static let limit = 1 << 30

    /// Scans a text in time linear in its length. Invalid UTF-8 cannot occur in a `String`; what is longer than
    /// `limit` is cut there.
    public init(_ text: String) {
        self.init(
            utf8: text.utf8.count <= Self.limit
                ? Array(text.utf8) : Array(String(text.unicodeScalars.prefix(Self.limit / 4)).utf8))
    }

    /// Scans bytes, repairing what is not UTF-8 with replacement characters.
    public init(repairing bytes: [UInt8]) {
        self.init(String(decoding: bytes, as: UTF8.self))
    }

    private init(utf8 bytes: [UInt8]) {
        self.bytes = bytes
        tokens = Tokeniser.tokens(of: bytes)
        sentences = SentenceSplitter.sentences(of: tokens, in: bytes)
        codePoints = CodePointOffsets(bytes)
    }

    public func string(_ token: Token) -> String { string(token.bytes) }

    /// The text of a range of bytes that begins and ends between characters.
    public func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The offset in Unicode code points of a byte that begins a character, or of the end.
    public func codePoint(atByte byte: Int) -> Int { codePoints.offset(ofByte: byte, in: bytes) }
}
