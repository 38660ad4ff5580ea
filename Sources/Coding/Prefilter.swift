internal import Language

/// Passes over sentences that cannot tell of an act: none of their words is a form of a word that tells of one.
///
/// Needs no model, so that what it passes over costs next to nothing.
struct Prefilter: Sendable {
    /// Lemmas that tell of an act by themselves.
    private let alone: Set<String>
    /// Lemmas that do with others: "take" with "custody".
    private let together: [[String]]
    /// The lemmas whose regular forms begin with a stem.
    private let stems: [String: [String]]
    private let irregular: [String: String]

    init(_ frames: Frames) {
        let triggers = frames.triggers
        alone = Set(triggers.filter { $0.count == 1 }.map { $0[0] })
        together = triggers.filter { $0.count > 1 }
        let lemmas = Set(triggers.joined())
        stems = Dictionary(grouping: lemmas.sorted()) { lemma in
            lemma.hasSuffix("e") || lemma.hasSuffix("y") ? String(lemma.dropLast()) : lemma
        }
        var irregular: [String: String] = [:]
        for lemma in lemmas.sorted() {
            for form in Inflection.irregularForms(of: lemma) { irregular[form] = lemma }
        }
        self.irregular = irregular
    }

    /// Whether a sentence of a scanned text may tell of an act.
    func passes(_ sentence: Range<Int>, of text: ScannedText) -> Bool {
        var found: Set<String> = []
        for token in text.tokens[sentence] where token.kind == .word {
            for lemma in lemmas(of: text.string(token).lowercased()) {
                if alone.contains(lemma) { return true }
                found.insert(lemma)
            }
        }
        return !found.isEmpty && together.contains { $0.allSatisfy(found.contains) }
    }

    /// The lemmas that a word may be a form of.
    func lemmas(of word: String) -> [String] {
        var lemmas = irregular[word].map { [$0] } ?? []
        var stem = Substring(word)
        var ending = Substring()
        while stem.utf8.count > 1, ending.utf8.count <= 4 {
            for lemma in stems[String(stem)] ?? [] where Self.joins(lemma, stem, ending) { lemmas.append(lemma) }
            stem = stem.dropLast()
            ending = word.suffix(ending.count + 1)
        }
        return lemmas
    }

    /// Whether a stem of a lemma and an ending make a regular form of it.
    private static func joins(_ lemma: String, _ stem: Substring, _ ending: Substring) -> Bool {
        switch lemma.last {
        case "e": return ["e", "es", "ed", "ing", "en"].contains(ending)
        case "y": return ["y", "ies", "ied", "ying", "ys", "yed"].contains(ending)
        default:
            if ["", "s", "es", "ed", "ing", "en", "n"].contains(ending) { return true }
            // "banned": the last letter doubled.
            return ending.first == stem.last && ["ed", "ing", "en"].contains(ending.dropFirst())
        }
    }
}
