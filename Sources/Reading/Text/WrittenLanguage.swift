/// Tells the language a text is written in: by its script where only one language is written so, else by the words that hold
/// its sentences together (`Resources/languages.txt`).
package struct WrittenLanguage: Sendable {
    private let codes: [String]
    /// Of a word, the languages it belongs to, as bits.
    private var languages: [UInt64: UInt64] = [:]

    /// - Parameter words: a language a line, `en: the of and …`; `#` begins a comment.
    init(words: String) {
        var codes: [String] = []
        for line in words.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, codes.count < 64 else { continue }
            for word in Set(parts[1].split(separator: " ")) where word.utf8.count > 1 {
                languages[Words.hash(of: word), default: 0] |= 1 << UInt64(codes.count)
            }
            codes.append(String(parts[0]))
        }
        self.codes = codes
    }

    /// The languages that come with the program.
    package static let standard = WrittenLanguage(words: (try? ResourceFolder.text("languages.txt", of: "Reading")) ?? "")

    /// The language of a text (ISO 639-1); `nil` where the text does not tell, as a few names do not.
    package func code(of text: String) -> String? {
        let sample = String(text.prefix(4_000))
        let letters = Letters(of: sample)
        if let code = letters.code { return code }
        var scores = [Double](repeating: 0, count: codes.count)
        var found = [Set<UInt64>](repeating: [], count: codes.count)
        var words = 0
        Words.forEach(in: sample) { word in
            words += 1
            guard var mask = languages[word] else { return }
            // A word of many languages tells little.
            let weight = 1 / Double(mask.nonzeroBitCount)
            while mask != 0 {
                let language = mask.trailingZeroBitCount
                scores[language] += weight
                found[language].insert(word)
                mask &= mask - 1
            }
        }
        for (language, count) in letters.marks {
            if let index = codes.firstIndex(of: language) { scores[index] += Double(count) * 0.3 }
        }
        guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }), scores[best] > 0 else { return nil }
        if codes[best] == "en" { return scores[best] >= 1 ? "en" : nil }
        // Reports in English name and quote in other languages, and a wrong answer costs the report: it takes several words
        // of another language, or many letters that English has not.
        let english = codes.firstIndex(of: "en").map { scores[$0] } ?? 0
        let (wanted, margin) = letters.foreign > 0.5 ? (1, 0.0) : letters.foreign > 0.03 ? (2, 1.0) : (3, 2.0)
        guard found[best].count + (letters.marks[codes[best]] ?? 0) / 2 >= wanted, scores[best] >= margin * (english + 0.5),
            scores[best] * 20 >= Double(words)
        else {
            return nil
        }
        return codes[best]
    }

    /// How many words of a text with letters that English has not hold sentences of some language together.
    func countOfForeignWords(in text: String) -> Int {
        text.split(whereSeparator: { !$0.isLetter }).count { word in
            word.utf8.contains { $0 >= 0x80 } && languages[Words.hash(of: word.lowercased())] != nil
        }
    }

    /// What the letters of a text tell of its language.
    private struct Letters {
        /// The language whose script most letters are of, if one language alone is written so.
        let code: String?
        /// The share of letters that are not of the English alphabet.
        let foreign: Double
        /// How many letters are of one language's alphabet among those with the same script.
        let marks: [String: Int]

        private static let alphabets: [(language: String, letters: String)] = [
            ("az", "ə"), ("cs", "řěů"), ("de", "ß"), ("es", "ñ¿¡"), ("hu", "őű"), ("lv", "ģķļņ"), ("lt", "ėįų"), ("pl", "łęąńś"),
            ("pt", "ãõ"), ("ro", "țșă"), ("sk", "ľĺŕ"), ("tr", "ğ"), ("ru", "ыэё"), ("uk", "їєґ"), ("be", "ў"), ("sr", "ђћљњџ"),
            ("mk", "ѓќѕ"), ("kk", "қғңұһ"), ("fa", "پچژگ"), ("ur", "ٹڈڑے"),
        ]
        private static let languageOfLetter = Dictionary(
            alphabets.flatMap { language, letters in letters.unicodeScalars.map { ($0, language) } },
            uniquingKeysWith: { one, _ in one })

        init(of text: String) {
            var counts: [String: Int] = [:]
            var marks: [String: Int] = [:]
            var (letters, foreign, kana) = (0, 0, 0)
            for scalar in text.unicodeScalars where scalar.value >= 0x41 && scalar.properties.isAlphabetic {
                letters += 1
                guard scalar.value >= 0x80 else { continue }
                foreign += 1
                if (0x3040...0x30FF).contains(scalar.value) { kana += 1 }
                if let language = Self.languageOfLetter[scalar] { marks[language, default: 0] += 1 }
                if let code = Self.language(ofScriptOf: scalar) { counts[code, default: 0] += 1 }
            }
            self.marks = marks
            self.foreign = letters > 0 ? Double(foreign) / Double(letters) : 0
            guard let (code, count) = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), count * 2 > letters else {
                self.code = nil
                return
            }
            self.code = code == "zh" && kana * 20 > count ? "ja" : code
        }

        private static func language(ofScriptOf scalar: Unicode.Scalar) -> String? {
            switch scalar.value {
            case 0x370...0x3FF, 0x1F00...0x1FFF: "el"
            case 0x530...0x58F: "hy"
            case 0x590...0x5FF: "he"
            case 0x900...0x97F: "hi"
            case 0x980...0x9FF: "bn"
            case 0xB80...0xBFF: "ta"
            case 0xE00...0xE7F: "th"
            case 0x1000...0x109F: "my"
            case 0x10A0...0x10FF: "ka"
            case 0x1200...0x137F: "am"
            case 0x1780...0x17FF: "km"
            case 0xAC00...0xD7AF: "ko"
            case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF: "zh"
            default: nil
            }
        }
    }
}
