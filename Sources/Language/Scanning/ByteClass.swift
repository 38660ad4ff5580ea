/// What a character is to the tokeniser, found from its UTF-8 without decoding where it is ASCII.
enum ByteClass: UInt8 {
    case space
    case newline
    case letter
    case digit
    case opening
    case closing
    case terminal
    case apostrophe
    case hyphen
    case dash
    case symbol
    case other

    /// The classes of the 128 ASCII characters.
    static let ascii: [ByteClass] = (0..<128).map { code in
        switch UInt8(code) {
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0x0B, 0x0C: .newline
        case 0...0x20, 0x7F: .space
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): .letter
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .opening
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .closing
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): .terminal
        case UInt8(ascii: "'"), UInt8(ascii: "`"): .apostrophe
        case UInt8(ascii: "-"): .hyphen
        case UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "#"),
            UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "^"), UInt8(ascii: "~"), UInt8(ascii: "|"),
            UInt8(ascii: "*"):
            .symbol
        default: .other
        }
    }

    /// The class of a character beyond ASCII. Whatever is not known as a space, a mark or a symbol is a letter, so
    /// that words of any script hold together.
    static func of(_ scalar: UInt32) -> ByteClass {
        switch scalar {
        case 0x85, 0x2028, 0x2029: .newline
        case 0xA0, 0x1680, 0x2000...0x200B, 0x200E, 0x200F, 0x202A...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF: .space
        case 0x2018, 0x2019, 0x201B, 0x02BC, 0x2032: .apostrophe
        case 0x201C, 0x201E, 0x201F, 0xAB, 0x2039, 0xBF, 0xA1: .opening
        case 0x201D, 0xBB, 0x203A, 0x2033: .closing
        case 0x2026, 0x3002, 0x203C, 0x2049: .terminal
        case 0x2010, 0x2011: .hyphen
        case 0x2012...0x2015: .dash
        case 0xA2...0xA9, 0xAC...0xB1, 0xB4, 0xB6...0xB8, 0xD7, 0xF7, 0x2020...0x2024, 0x2030, 0x2031, 0x20A0...0x20CF,
            0x2100...0x214F, 0x2190...0x2BFF, 0x3001, 0xFFFD, 0x1F000...0x1FAFF:
            .symbol
        default: .letter
        }
    }
}
