/// Guesses the charset of bytes that are not UTF-8 and declare nothing: the one in which they read like a language.
enum CharsetGuess {
    private struct Candidate {
        let name: String
        /// Letters that the languages written in the charset are full of.
        let letters: Set<Unicode.Scalar>
        /// How many bytes a letter outside ASCII takes.
        var width = 1.0
        var isLatin = false
    }

    private static let candidates = [
        Candidate(name: "CP1252", letters: Set("éèêëàâäáãåæçîïíìñôöóõòøœùûüúßÉÄÖÜ".unicodeScalars), isLatin: true),
        Candidate(name: "CP1251", letters: Set("аеиоунтсрвлкмдпяыьзбгчйхжшюцщэёіїєґўј".unicodeScalars)),
        Candidate(name: "KOI8-R", letters: Set("аеиоунтсрвлкмдпяыьзбгчйхжшюцщэё".unicodeScalars)),
        Candidate(name: "CP1250", letters: Set("ąćęłńóśźżáčďéěíňřšťúůýžäöüőűăâîșțđŁŚŻČŠŽ".unicodeScalars), isLatin: true),
        Candidate(name: "CP1253", letters: Set("αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώ".unicodeScalars)),
        Candidate(name: "CP1254", letters: Set("ığşüöçİ".unicodeScalars), isLatin: true),
        Candidate(name: "CP1255", letters: Set("אבגדהוזחטיכלמנסעפצקרשתםןךףץ".unicodeScalars)),
        Candidate(name: "CP1256", letters: Set("ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآئءپچژگ".unicodeScalars)),
        Candidate(name: "CP1257", letters: Set("āčēģīķļņšūžąęėįųõäöü".unicodeScalars), isLatin: true),
        Candidate(name: "CP932", letters: Set("のにはをがとでたしてるいなもれりかさらくこうきつまよっんアイスルトンー、。日本人".unicodeScalars), width: 2),
        Candidate(name: "EUC-JP", letters: Set("のにはをがとでたしてるいなもれりかさらくこうきつまよっんアイスルトンー、。日本人".unicodeScalars), width: 2),
        Candidate(name: "GB18030", letters: Set("的一是不了在人有我他这中大来上国个到说们为和，。".unicodeScalars), width: 2),
        Candidate(name: "BIG5-HKSCS", letters: Set("的一是不了在人有我他這中大來上國個到說們為和，。".unicodeScalars), width: 2),
        Candidate(name: "CP949", letters: Set("이다의는을에가를로한고하지은도기사대서인자해시".unicodeScalars), width: 2),
    ]

    /// The name iconv knows the charset by.
    static func name(of bytes: [UInt8]) -> String {
        let sample = sample(of: bytes)
        var best = (name: "CP1252", score: -Double.infinity)
        for candidate in candidates {
            guard let text = Charset.converted(sample[...], from: candidate.name) else { continue }
            let score = score(String(decoding: text, as: UTF8.self), candidate)
            // Of equals the first is the more common.
            if score > best.score { best = (candidate.name, score) }
        }
        return best.name
    }

    /// Lines with bytes outside ASCII, up to some thousand bytes.
    private static func sample(of bytes: [UInt8]) -> [UInt8] {
        var sample: [UInt8] = []
        var rest = bytes[...]
        while sample.count <= 8_000, !rest.isEmpty {
            let line = rest.prefix { $0 != 0x0A }
            rest = rest[line.endIndex...].dropFirst()
            guard line.contains(where: { $0 >= 0x80 }) else { continue }
            sample += line.prefix(2_000)
            sample.append(0x0A)
        }
        return sample
    }

    private static func score(_ text: String, _ candidate: Candidate) -> Double {
        // Words that hold sentences together are surer than letters.
        var score = 5 * Double(WrittenLanguage.standard.countOfForeignWords(in: text))
        var last: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            defer { last = scalar }
            let isForeign = scalar.value >= 0x80
            // No word is of two scripts, and few have two letters with marks one after the other.
            let isLetterBefore = last.properties.isAlphabetic
            if !candidate.isLatin, isLetterBefore, scalar.properties.isAlphabetic, isForeign != (last.value >= 0x80) {
                score -= 3
            }
            guard isForeign else { continue }
            if scalar == "\u{FFFD}" || (0x80...0x9F).contains(scalar.value) || (0xE000...0xF8FF).contains(scalar.value) {
                score -= 10
            } else if candidate.isLatin, isLetterBefore, last.value >= 0x80 {
                score -= 2
            } else if candidate.letters.contains(scalar) {
                score += 2 * candidate.width
            } else if scalar.properties.isAlphabetic {
                // A capital within a word betrays the wrong charset.
                score += scalar.properties.isUppercase && last.properties.isLowercase ? -3 : candidate.width == 2 ? 0.5 : -0.5
            } else if !"“”‘’„–—…«»·°§€©®\u{A0}£".unicodeScalars.contains(scalar) {
                score -= isLetterBefore ? 2 : 0.5
            }
        }
        return score
    }
}
