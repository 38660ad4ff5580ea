import Foundation

/// The vocabulary of word pieces, and the greedy longest-match cutting of a word into them (Wu et al. 2016), with
/// BERT's normalisation: lower case, no accents, punctuation apart.
struct WordPieces: Sendable {
    /// The pieces that begin a chunk.
    private let first: StringTable
    /// The pieces that go on with one, without the marks before them.
    private let further: StringTable
    private let unknown: Int32
    /// The piece that opens a sentence.
    let opening: Int32
    private let most: Int
    private let longest: Int

    init(_ file: ModelFile) throws(LanguageError) {
        let pieces = zip(file.header.pieces, 0..<Int32(file.header.pieces.count))
        first = StringTable(pieces.filter { !$0.0.hasPrefix("##") })
        further = StringTable(pieces.filter { $0.0.hasPrefix("##") }.map { (String($0.dropFirst(2)), $1) })
        guard let unknown = first.number(of: "[UNK]"), let opening = first.number(of: "[CLS]") else {
            throw LanguageError(file.name, "has a vocabulary without [UNK] or [CLS]")
        }
        self.unknown = unknown
        self.opening = opening
        most = file.header.wordpieces.maxPieces
        longest = file.header.wordpieces.maxChunk
    }

    /// Adds the pieces of one word as written, at least one.
    func add(piecesOf word: String, to found: inout [Int32]) {
        let start = found.count
        if let chunk = Self.plain(word) {
            cut(chunk, scalars: chunk.count, into: &found)
        } else {
            for chunk in Self.chunks(of: word) {
                cut(chunk.flatMap { UTF8.encode($0).map(Array.init) ?? [] }, scalars: chunk.count, into: &found)
                if found.count - start >= most { break }
            }
        }
        if found.count == start { found.append(unknown) }
        found.removeLast(max(0, found.count - start - most))
    }

    /// Whether a word in lower case is common enough to be a piece of its own.
    func holds(_ word: String) -> Bool { first.number(of: word) != nil }

    private func cut(_ chunk: [UInt8], scalars: Int, into found: inout [Int32]) {
        guard scalars <= longest else {
            found.append(unknown)
            return
        }
        let before = found.count
        var start = 0
        while start < chunk.count {
            let table = start == 0 ? first : further
            var end = min(chunk.count, start + table.longest)
            var piece: Int32?
            while end > start {
                piece = table.number(of: chunk.span.extracting(start..<end))
                if piece != nil { break }
                end -= 1
            }
            guard let piece else {
                found.removeSubrange(before...)
                found.append(unknown)
                return
            }
            found.append(piece)
            start = end
        }
    }

    /// The one chunk of a word of Latin letters and digits, or of a single mark, which most are.
    private static func plain(_ word: String) -> [UInt8]? {
        var chunk = Array(word.utf8)
        for index in chunk.indices {
            switch chunk[index] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): chunk[index] |= 0x20
            case UInt8(ascii: "`"): return nil
            case 33..<127 where chunk.count == 1: break
            default: return nil
            }
        }
        return chunk
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
            if scalar.isASCII, scalar != "`" {
                take(("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar)
            } else {
                let folded = quotes[scalar] ?? scalar
                for part in String(folded).lowercased().decomposed { take(part) }
            }
        }
        return chunks.filter { !$0.isEmpty }
    }

    private static let quotes: [Unicode.Scalar: Unicode.Scalar] = [
        "`": "'", "‘": "'", "’": "'", "‚": "'", "‛": "'", "´": "'", "′": "'", "“": "\"", "”": "\"", "„": "\"", "‟": "\"",
        "«": "\"",
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
