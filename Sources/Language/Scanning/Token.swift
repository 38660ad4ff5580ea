/// One token of a report: where it stands in the report's UTF-8 and what it is made of; eight bytes.
///
/// Tokens follow the Universal Dependencies treebanks of English: clitics are parted (`do|n't`, `Russia|'s`),
/// hyphenated compounds are parted (`air|-|defence`), abbreviations keep their full stop (`U.S.`).
public struct Token: Sendable, Hashable {
    public enum Kind: UInt8, Sendable {
        case word
        case number
        case punctuation
        case symbol
        /// An address of the web or of mail.
        case address
    }

    struct Flags: OptionSet, Hashable, Sendable {
        let rawValue: UInt8
        static let spaceBefore = Flags(rawValue: 1)
        static let newlineBefore = Flags(rawValue: 2)
        static let abbreviation = Flags(rawValue: 4)
    }

    /// Offset of the first byte in the text's UTF-8.
    public let start: UInt32
    /// Length in bytes.
    public let length: UInt16
    public let kind: Kind
    let flags: Flags

    init(start: Int, end: Int, kind: Kind, flags: Flags) {
        self.start = UInt32(start)
        self.length = UInt16(end - start)
        self.kind = kind
        self.flags = flags
    }

    /// The token's bytes in the text's UTF-8.
    public var bytes: Range<Int> { Int(start)..<Int(start) + Int(length) }

    /// Whether white space parts the token from the one before.
    public var hasSpaceBefore: Bool { flags.contains(.spaceBefore) || flags.contains(.newlineBefore) }
}
