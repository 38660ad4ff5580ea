/// The words of a text as hashes of their letters in lower case, for counting and comparing without strings.
enum Words {
    /// A letter or digit run is a word; so is each letter of scripts that write without spaces.
    static func forEach(in text: String, _ body: (UInt64) -> Void) {
        var lower = text.lowercased()
        lower.withUTF8 { bytes in
            var hash = NameTable.start
            var isOpen = false
            func close() {
                if isOpen { body(hash) }
                hash = NameTable.start
                isOpen = false
            }
            var at = 0
            while at < bytes.count {
                let width = width(of: bytes[at])
                let end = min(bytes.count, at + width)
                if isLetter(bytes, at, end) {
                    let standsAlone = width == 3 && (0xE3...0xE9).contains(bytes[at])
                    if standsAlone { close() }
                    for index in at..<end { hash = NameTable.extended(hash, by: bytes[index]) }
                    isOpen = true
                    if standsAlone { close() }
                } else {
                    close()
                }
                at = end
            }
            close()
        }
    }

    static func hash(of word: some StringProtocol) -> UInt64 { word.utf8.reduce(NameTable.start, NameTable.extended) }

    private static func width(of lead: UInt8) -> Int { lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

    private static func isLetter(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        let lead = bytes[start]
        if lead < 0x80 { return lead &- 0x61 < 26 || lead &- 0x30 < 10 }
        switch lead {
        // Latin-1 signs; general punctuation, arrows, symbols; ideographic marks.
        case 0xC2: return end - start == 2 && (bytes[start + 1] == 0xAA || bytes[start + 1] == 0xB5 || bytes[start + 1] == 0xBA)
        case 0xE2: return end - start == 3 && bytes[start + 1] >= 0xB0
        case 0xE3: return end - start == 3 && !(bytes[start + 1] == 0x80 && bytes[start + 2] < 0x85)
        case 0xEF, 0xF0...: return false
        default: return lead >= 0xC3
        }
    }
}
