/// A text cut into the words that names are made of, each hashed without case and accents.
///
/// Hyphens, full stops and white space part words alike ("Guinea-Bissau", "St. John's"), an apostrophe inside a word is
/// left out ("Sana'a") except before a lonely s ("Russia|s"), and every other mark is a word of its own, so that no name
/// reaches across it. `Training/gazetteer.py` cuts and hashes in the same way.
struct NameWords {
    /// How a word is written: three bits.
    struct Case: OptionSet {
        let rawValue: UInt8
        static let firstUpper = Case(rawValue: 1)
        static let restUpper = Case(rawValue: 2)
        static let restLower = Case(rawValue: 4)
    }

    struct Word {
        /// FNV-1a over the letters, 64 bits.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var start: UInt32
        var end: UInt32
        var written: Case = []
        var letters: UInt8 = 0
    }

    private(set) var words: [Word] = []

    init(_ text: String) {
        var text = text
        self = text.withUTF8 { NameWords($0) }
    }

    /// Any bytes are accepted; what is not UTF-8 finds no name.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        words.reserveCapacity(bytes.count / 5 + 4)
        var word: Word?
        var index = 0
        func close() {
            if var done = word {
                done.hash = Self.spellings.usual(done.hash)
                words.append(done)
            }
            word = nil
        }
        while index < bytes.count {
            let byte = bytes[index]
            let kind = Self.kinds[Int(byte)]
            switch kind {
            case .letter:
                Self.take(byte | (byte & 0x40) >> 1, isUpper: byte & 0x60 == 0x40, at: index, width: 1, into: &word)
                index += 1
            case .space:
                close()
                index += 1
            case .apostrophe:
                if !Self.joins(bytes, at: index + 1) { close() }
                index += 1
            case .mark:
                close()
                Self.take(byte, isUpper: false, at: index, width: 1, into: &word)
                close()
                index += 1
            case .beyond:
                let (scalar, width) = Self.scalar(bytes, at: index)
                switch scalar {
                case 0x2018, 0x2019, 0x2BC, 0x2BB, 0x2032:
                    if !Self.joins(bytes, at: index + width) { close() }
                case 0xA0, 0x2000...0x200B, 0x2010...0x2013, 0x202F, 0x3000: close()
                case 0x300...0x36F: if word != nil { word?.end = UInt32(index + width) }
                case 0xA1...0xBF, 0x2014...0x206F, 0x3001...0x303F:
                    close()
                    Self.take(byte, isUpper: false, at: index, width: width, into: &word)
                    close()
                default:
                    let letter = Self.base(of: scalar)
                    if letter != 0 {
                        let isUpper = Unicode.Scalar(scalar)?.properties.isUppercase ?? false
                        Self.take(letter, isUpper: isUpper, at: index, width: width, into: &word)
                    } else {
                        for offset in 0..<width {
                            Self.take(bytes[index + offset], isUpper: false, at: index + offset, width: 1, into: &word)
                        }
                    }
                }
                index += width
            }
        }
        close()
    }

    @inline(__always)
    private static func take(_ letter: UInt8, isUpper: Bool, at index: Int, width: Int, into word: inout Word?) {
        var next = word ?? Word(start: UInt32(index), end: 0)
        next.hash = (next.hash ^ UInt64(letter)) &* 0x100_0000_01B3
        next.written.insert(next.letters == 0 ? (isUpper ? .firstUpper : []) : isUpper ? .restUpper : .restLower)
        next.letters = next.letters < 255 ? next.letters + 1 : 255
        next.end = UInt32(index + width)
        word = next
    }

    /// Whether an apostrophe before some byte stands inside a word: a letter follows, and not the s of the genitive.
    private static func joins(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        guard index < bytes.count, isLetter(bytes[index]) else { return false }
        let isGenitive = bytes[index] | 0x20 == UInt8(ascii: "s") && (index + 1 == bytes.count || !isLetter(bytes[index + 1]))
        return !isGenitive
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 ? byte >= 0xC3 && byte < 0xE2 : kinds[Int(byte)] == .letter
    }

    private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32, width: Int) {
        let byte = bytes[index]
        let width = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        guard width > 1, index + width <= bytes.count else { return (0xFFFD, 1) }
        var scalar = UInt32(byte) & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07)
        for offset in 1..<width { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
        return (scalar, width)
    }

    // MARK: Spellings

    /// Words that English writes in several ways where another script has one: the first of each line stands for all.
    private static let spellings = Spellings([
        ["al", "el"], ["bin", "ibn"], ["abdul", "abdel", "abdal"], ["ahmed", "ahmad"],
        ["mohammed", "mohammad", "muhammad", "mohamed", "mohamad", "muhammed"], ["hussein", "husain", "hussain", "husayn"],
        ["hassan", "hasan"], ["sheikh", "shaikh", "sheik"], ["yousef", "youssef", "yusuf", "yousuf"], ["osama", "usama"],
        ["mansour", "mansur"], ["mahmoud", "mahmud"], ["suleiman", "sulaiman", "soleiman"], ["ibrahim", "ebrahim"],
        ["mustafa", "mostafa"], ["khalid", "khaled"], ["faisal", "faysal"], ["omar", "umar"], ["sergei", "sergey"],
        ["dmitry", "dmitri", "dmitriy"], ["yuri", "yuriy", "yury"], ["vitaly", "vitali", "vitalii", "vitaliy"],
        ["alexei", "aleksei", "alexey"], ["andrei", "andrey"], ["nikolai", "nikolay"], ["yevgeny", "evgeny", "yevgeni"],
        ["alexander", "aleksandr", "aleksander", "alexandr"],
        ["berdimuhamedow", "berdimuhamedov", "berdymukhamedov", "berdymuhamedov", "berdimukhamedov"],
    ])

    private struct Spellings {
        private var usual: [UInt64: UInt64] = [:]
        /// A bit for the lowest six bits of each hash, by which most words pass at once.
        private var bits: UInt64 = 0

        init(_ lines: [[String]]) {
            func hash(_ word: String) -> UInt64 {
                word.utf8.reduce(Word(start: 0, end: 0).hash) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
            }
            for line in lines {
                for other in line.dropFirst() {
                    usual[hash(other)] = hash(line[0])
                    bits |= 1 << (hash(other) & 63)
                }
            }
        }

        func usual(_ hash: UInt64) -> UInt64 { bits >> (hash & 63) & 1 == 0 ? hash : usual[hash] ?? hash }
    }

    // MARK: Characters

    private enum Kind: UInt8 { case letter, space, apostrophe, mark, beyond }

    private static let kinds: [Kind] = (0...255).map { code in
        switch UInt8(code) {
        case 0x80...: .beyond
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            .letter
        case 0...0x20, 0x7F, UInt8(ascii: "."), UInt8(ascii: "-"): .space
        case UInt8(ascii: "'"), UInt8(ascii: "`"): .apostrophe
        default: .mark
        }
    }

    /// The small ASCII letter beneath the accents of a Latin one; 0 where there is none.
    private static func base(of scalar: UInt32) -> UInt8 {
        switch scalar {
        case 0xC0..<0x260: letter(latin, scalar - 0xC0)
        case 0x1E00..<0x1F00: letter(latinAdditional, scalar - 0x1E00)
        default: 0
        }
    }

    private static func letter(_ table: StaticString, _ index: UInt32) -> UInt8 {
        table.withUTF8Buffer { $0[Int(index)] == UInt8(ascii: ".") ? 0 : $0[Int(index)] }
    }

    /// U+00C0 to U+025F.
    private static let latin: StaticString = """
        aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggg\
        gggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnn.nnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
        .b....o..dd...eee.f.....kk......oo.............uu...................dddlllnnnaaiioouuuuuuuuuueaa\
        aa....ggkkoooo..jdddgg..nnaa....aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............\
        ...................bo.dd.e.e....
        """
    /// U+1E00 to U+1EFF.
    private static let latinAdditional: StaticString = """
        aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr\
        ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyas....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
        eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......
        """
}

/// The hash of a name's words so far, by which tables of names are searched.
struct NamePath {
    private(set) var hash: UInt64 = 0

    init() {}

    init(of name: String) {
        for word in NameWords(name).words { append(word) }
    }

    mutating func append(_ word: NameWords.Word) {
        hash = (hash ^ word.hash) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 32
    }

    /// What a slot is marked with; never 0.
    var tag: UInt32 { max(UInt32(truncatingIfNeeded: hash >> 32), 1) }
}
