internal import Language

/// Passes over sentences that cannot tell of an act: none of their words is a form of a word that tells of one.
///
/// Needs no model, so that what it passes over costs next to nothing.
struct Prefilter: Sendable {
    private static let endings: Set<String> = ["", "s", "es", "d", "ed", "ing", "n", "en", "ies", "ied", "ying", "e", "y"]
    /// What all regular forms of a trigger begin with, and irregular forms whole.
    private let stems: Set<String>
    private let forms: Set<String>

    init(_ frames: Frames) {
        let lemmas = frames.triggers
        stems = Set(lemmas.map { $0.hasSuffix("e") || $0.hasSuffix("y") ? String($0.dropLast()) : $0 })
        forms = lemmas.union(lemmas.flatMap(Inflection.irregularForms))
    }

    /// Whether a sentence of a scanned text may tell of an act.
    func passes(_ sentence: Range<Int>, of text: ScannedText) -> Bool {
        text.tokens[sentence].contains { token in
            guard token.kind == .word else { return false }
            return isTrigger(text.string(token).lowercased())
        }
    }

    func isTrigger(_ word: String) -> Bool {
        if forms.contains(word) { return true }
        // From the whole word down to three letters: a stem, the same with its last letter doubled, then an ending.
        var stem = Substring(word)
        var ending = ""
        while stem.utf8.count > 2, ending.utf8.count <= 4 {
            let isEnding = Self.endings.contains(ending) || Self.endings.contains(String(ending.dropFirst()))
            if isEnding, stems.contains(String(stem)) { return true }
            guard let last = stem.last else { break }
            ending = String(last) + ending
            stem = stem.dropLast()
        }
        return false
    }
}
