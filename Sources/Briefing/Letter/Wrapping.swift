/// Breaks text into lines of 78 columns, as readers of plain text expect.
enum Wrapping {
    static let width = 78

    /// - Parameters:
    ///   - first: what the first line begins with.
    ///   - rest: what the others begin with.
    static func lines(_ text: String, first: String = "", rest: String = "") -> [String] {
        var lines: [String] = []
        var line = first
        var hasWord = false
        func width(_ text: some StringProtocol) -> Int {
            text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 && isWide($1) ? 2 : 1) }
        }
        for var word in text.split(whereSeparator: { $0.isWhitespace || $0.isNewline }) {
            while !word.isEmpty {
                let space = hasWord ? " " : ""
                if width(line) + width(space) + width(word) <= Self.width {
                    line += space + word.filter { !$0.unicodeScalars.contains { $0.properties.generalCategory == .control } }
                    hasWord = true
                    break
                }
                if hasWord {
                    lines.append(line)
                    line = rest
                    hasWord = false
                } else {
                    // A word longer than a line has to be broken somewhere.
                    var head = ""
                    while let character = word.first,
                        head.isEmpty || width(line) + width(head) + width(String(character)) <= Self.width
                    {
                        head.append(character)
                        word.removeFirst()
                    }
                    lines.append(line + head)
                    line = rest
                }
            }
        }
        if hasWord || lines.isEmpty { lines.append(line) }
        return lines
    }

    /// East Asian letters are two columns wide.
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0x1F300...0x1FAFF,
            0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
