/// Tells English from other languages by the words that every text is full of.
enum English {
    /// Words that no other language of the Latin script has among its most frequent ones.
    private static let words: Set<String> = [
        "the", "and", "of", "to", "that", "with", "was", "for", "by", "this", "from", "have", "has", "had", "were", "are",
        "which",
        "their", "his", "they", "been", "would", "said", "it", "who", "will", "not", "but", "after", "when", "its", "at", "as",
    ]
    private static let longest = 5

    /// Of English prose a quarter of the words or more are among these, of other languages hardly one in fifty. Text that has
    /// too few words to tell counts as English.
    private static let leastShare = 12
    private static let fewest = 50

    /// Whether a page or text may be in English: markup is passed over, and what stands in elements of script and style.
    static func speaks(_ bytes: [UInt8]) -> Bool {
        // UTF-16: not to be told by its bytes.
        if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) { return true }
        var counted = 0
        var found = 0
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                if byte == UInt8(ascii: "<") {
                    index = end(ofTagAt: index, bytes)
                } else if isLetter(byte) {
                    let start = index
                    while index < bytes.count, isLetter(bytes[index]) { index += 1 }
                    // Of scripts that do not part words, a sentence looks like one.
                    counted += 1 + (index - start) / 24
                    if index - start <= longest, isFrequent(bytes[start..<index]) { found += 1 }
                } else {
                    index += 1
                }
            }
        }
        return counted < fewest || found * leastShare >= counted
    }

    /// Letters of other scripts are letters, too, so that a page in Russian has words.
    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
    }

    private static let codes: Set<UInt64> = Set(words.map { code($0.utf8) })

    private static func isFrequent(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool { codes.contains(code(word)) }

    /// A word of up to eight letters as a number, in lower case.
    private static func code(_ word: some Sequence<UInt8>) -> UInt64 { word.reduce(0) { $0 << 8 | UInt64($1 | 0x20) } }

    /// Beyond a tag, and beyond the content where that is no text.
    private static func end(ofTagAt start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var index = start + 1
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") { index += 1 }
        let name = bytes[(start + 1)..<min(start + 7, bytes.count)].map { $0 | 0x20 }
        guard name.starts(with: "script".utf8) || name.starts(with: "style".utf8) else { return index + 1 }
        // The next end tag of either: neither holds the other.
        while index + 3 < bytes.count {
            if bytes[index] == UInt8(ascii: "<"), bytes[index + 1] == UInt8(ascii: "/"),
                bytes[index + 2] | 0x20 == UInt8(ascii: "s")
            {
                return index
            }
            index += 1
        }
        return bytes.count
    }
}
