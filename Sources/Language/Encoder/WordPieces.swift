import Foundation

/// The vocabulary of word pieces, and the greedy longest-match cutting of a word into them (Wu et al. 2016), with
/// BERT's normalisation: lower case, no accents, punctuation apart.
struct WordPieces: Sendable {
    private let numbers: [String: Int32]
    private let unknown: Int32
    /// The piece that opens a sentence.
    let opening: Int32
    private let most: Int
    private let longest: Int

    init(_ file: ModelFile) throws(LanguageError) {
        let pieces = file.header.pieces
        numbers = Dictionary(zip(pieces, 0..<Int32(pieces.count)), uniquingKeysWith: { first, _ in first })
        guard let unknown = numbers["[UNK]"], let opening = numbers["[CLS]"] else {
            throw LanguageError(file.name, "has a vocabulary without [UNK] or [CLS]")
        }
        self.unknown = unknown
        self.opening = opening
        most = file.header.wordpieces.maxPieces
        longest = file.header.wordpieces.maxChunk
    }

    /// The pieces of one word as written: at least one.
    func pieces(of word: String) -> [Int32] {
        var found: [Int32] = []
        for chunk in Self.chunks(of: word) {
            cut(chunk, into: &found)
            if found.count >= most { break }
        }
        return found.isEmpty ? [unknown] : Array(found.prefix(most))
    }

    /// Whether a word in lower case is common enough to be a piece of its own.
    func holds(_ word: String) -> Bool { numbers[word] != nil }

    private func cut(_ chunk: [Unicode.Scalar], into found: inout [Int32]) {
        guard chunk.count <= longest else {
            found.append(unknown)
            return
        }
        if let whole = numbers[Self.string(chunk[...])] {
            found.append(whole)
            return
        }
        var pieces: [Int32] = []
        var start = 0
        while start < chunk.count {
            var end = chunk.count
            var number: Int32?
            while end > start {
                number = numbers[(start > 0 ? "##" : "") + Self.string(chunk[start..<end])]
                if number != nil { break }
                end -= 1
            }
            guard let number else {
                found.append(unknown)
                return
            }
            pieces.append(number)
            start = end
        }
        found += pieces
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }

    /// The word normalised and cut at spaces and punctuation.
    static func chunks(of word: String) -> [[Unicode.Scalar]] {
        var chunks: [[Unicode.Scalar]] = [[]]
        func take(_ scalar: Unicode.Scalar) {
            if isPunctuation(scalar) {
                chunks.append([scalar])
                chunks.append([])
            } else if scalar == "\t" || scalar == "\n" || scalar == "\r" || isSpace(scalar) {
                chunks.append([])
            } else if !isDropped(scalar) {
                chunks[chunks.count - 1].append(scalar)
            }
        }
        for scalar in word.unicodeScalars {
            if scalar.isASCII {
                take(("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar)
            } else {
                let folded = quotes[scalar] ?? scalar
                for part in String(folded).lowercased().decomposed { take(part) }
            }
        }
        return chunks.filter { !$0.isEmpty }
    }

    private static let quotes: [Unicode.Scalar: Unicode.Scalar] = [
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "´": "'", "′": "'", "“": "\"", "”": "\"", "„": "\"", "‟": "\"", "«": "\"",
        "»": "\"", "″": "\"",
    ]

    private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 33...47, 58...64, 91...96, 123...126: return true
        case 0..<128: return false
        default:
            switch scalar.properties.generalCategory {
            case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
                .finalPunctuation, .otherPunctuation:
                return true
            default: return false
            }
        }
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .control, .format: true
        default: scalar == "\u{FFFD}"
        }
    }
}

extension String {
    /// The scalars of its canonical decomposition (NFD).
    var decomposed: String.UnicodeScalarView { decomposedStringWithCanonicalMapping.unicodeScalars }
}
