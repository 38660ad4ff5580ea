internal import Language
internal import Reading

/// Passes over sentences that cannot tell of an act, by the weights of their words (`Resources/cues.txt`).
///
/// Needs no model, so that what it passes over costs next to nothing.
struct Prefilter: Sendable {
    private let weights: [String: Float]
    let threshold: Float

    /// Of longer words the first letters count, too.
    private static let stem = 5

    /// - Throws: `ReadingError` where the file is missing.
    static func standard() throws -> Prefilter { Prefilter(try ResourceFolder.text("cues.txt", of: "Coding")) }

    init(_ text: String) {
        var weights: [String: Float] = [:]
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
            guard let space = line.lastIndex(of: UInt8(ascii: " ")),
                let weight = Float(Substring(line[line.index(after: space)...]))
            else { continue }
            weights[String(Substring(line[..<space]))] = weight
        }
        threshold = weights.removeValue(forKey: "threshold") ?? -.infinity
        self.weights = weights
    }

    /// Whether a sentence of a scanned text may tell of an act.
    func passes(_ sentence: Range<Int>, of text: ScannedText) -> Bool { weight(sentence, of: text) >= threshold }

    /// The weight of a sentence's words, minus infinity where none speaks for an act.
    func weight(_ sentence: Range<Int>, of text: ScannedText) -> Float {
        var seen: Set<String> = []
        var sum: Float = 0
        var hasCue = false
        func count(_ cue: String) {
            guard let weight = weights[cue] else { return }
            sum += weight
            if weight > 0 { hasCue = true }
        }
        for token in text.tokens[sentence] where token.kind == .word {
            let word = text.string(token).lowercased()
            guard seen.insert(word).inserted else { continue }
            count(word)
            guard word.utf8.count > Self.stem else { continue }
            let stem = String(word.prefix(Self.stem)) + "~"
            guard word.count > Self.stem, seen.insert(stem).inserted else { continue }
            count(stem)
        }
        return hasCue ? sum : -.infinity
    }
}
