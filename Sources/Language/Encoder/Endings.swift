/// The last letters of a word, which its word pieces hide where they are one piece: "summoned" ends in "ned".
struct Endings: Sendable {
    /// Scalars of an ending.
    private static let length = 3
    private let rows: [String: Int32]

    init(_ file: ModelFile) {
        rows = Dictionary(zip(file.header.endings, 0..<Int32(file.header.endings.count)), uniquingKeysWith: { first, _ in first })
    }

    /// The row of a word's ending in the endings' table; 0 for those that have none of their own.
    func row(of word: String) -> Int32 {
        var lowered = String.UnicodeScalarView()
        for scalar in word.unicodeScalars.suffix(Self.length) {
            lowered.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
        }
        return rows[String(String.UnicodeScalarView(lowered.suffix(Self.length)))] ?? 0
    }
}
