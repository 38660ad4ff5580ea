/// The last letters of a word, which its word pieces hide where they are one piece: "summoned" ends in "ned".
struct Endings: Sendable {
    /// By the last three scalars, 21 bits each.
    private let rows: [UInt64: Int32]

    init(_ file: ModelFile) {
        let endings = zip(file.header.endings, 0..<Int32(file.header.endings.count))
        rows = Dictionary(endings.map { (Self.key(of: $0), $1) }, uniquingKeysWith: { first, _ in first })
    }

    /// The row of a word's ending in the endings' table; 0 for those that have none of their own.
    func row(of word: String) -> Int32 { rows[Self.key(of: word)] ?? 0 }

    private static func key(of word: String) -> UInt64 {
        var key: UInt64 = 0
        func take(_ scalar: Unicode.Scalar) { key = (key << 21 | UInt64(scalar.value)) & (1 << 63 - 1) }
        for scalar in word.unicodeScalars.suffix(3) {
            if scalar.isASCII {
                take(("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar)
            } else {
                for lower in scalar.properties.lowercaseMapping.unicodeScalars { take(lower) }
            }
        }
        return key
    }
}
