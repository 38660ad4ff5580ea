public import Language

/// A sentence of the Corpus cut into words, its annotation as ranges of them: what `Training/` learns events from.
public struct TokenisedLine: Sendable, Encodable {
    public struct Note: Sendable, Encodable {
        let act: String
        let type: String
        let status: String
        let trigger: [Int]
        let actor: [Int]?
        let recipient: [Int]?
        let place: [Int]?
        let date: [Int]?
        let speaker: [Int]?
        let figures: [[Int]]
    }

    let report: String
    let part: Corpus.Part
    let sentence: Int
    let words: [String]
    /// Ranges are `[first, end]` over `words`; `nil` where the sentence does not say.
    let events: [Note]
    /// What the language model reads in the words, where it was asked; heads count from 1, 0 is the root.
    private(set) var tags: [String]?
    private(set) var features: [String]?
    private(set) var lemmas: [String]?
    private(set) var heads: [Int]?
    private(set) var relations: [String]?
    private(set) var names: [String]?

    /// The same line with what the language model reads in its words.
    public func understood(by analyser: Analyser) -> TokenisedLine {
        var line = self
        guard let found = analyser.understand([words.map { Word(text: $0, start: 0, end: 0) }]).first else { return line }
        line.tags = found.words.map(\.tag.rawValue)
        line.features = found.words.map(\.features)
        line.lemmas = found.words.map(\.lemma)
        line.heads = found.words.map { ($0.head ?? -1) + 1 }
        line.relations = found.words.map(\.relation)
        var names = [String](repeating: "O", count: words.count)
        for name in found.names {
            for index in name.words { names[index] = (index == name.words.lowerBound ? "B-" : "I-") + name.kind.rawValue }
        }
        line.names = names
        return line
    }

    public init(_ line: AnnotatedReport.Line, index: Int, of report: String, part: Corpus.Part, ontology: Ontology) {
        let text = ScannedText(line.text)
        let spans = text.tokens.map { token in
            text.codePoint(atByte: token.bytes.lowerBound)..<text.codePoint(atByte: token.bytes.upperBound)
        }
        func range(_ phrase: AnnotatedReport.Phrase?) -> [Int]? {
            guard let phrase, let first = spans.firstIndex(where: { $0.overlaps(phrase.range) }),
                let last = spans.lastIndex(where: { $0.overlaps(phrase.range) })
            else { return nil }
            return [first, last + 1]
        }
        self.report = report
        self.part = part
        sentence = index
        words = text.tokens.map { text.string($0) }
        events = line.notes.compactMap { note in
            guard let trigger = range(note.trigger), let type = ontology.acts[note.act]?.type else { return nil }
            return Note(
                act: note.act, type: type.rawValue, status: note.status.rawValue, trigger: trigger,
                actor: range(note.actor.phrase),
                recipient: range(note.recipient?.phrase), place: range(note.place), date: range(note.date?.phrase),
                speaker: range(note.speaker?.side.phrase), figures: note.figures.compactMap { range($0.phrase) })
        }
    }
}
