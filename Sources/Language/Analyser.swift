internal import Foundation
internal import Reading

/// Reads sentences: words to lemmas, tags, features, trees and names, by one encoder with several heads.
public struct Analyser: Sendable {
    private let encoder: Encoder
    private let wordPieces: WordPieces
    private let endings: Endings
    private let joint: QuantisedLinear
    private let tags: [Tag]
    private let tagger: Classifier
    private let features: Classifier
    private let lemmatiser: Lemmatiser
    private let namer: Namer
    private let parser: Parser
    private let triggers: TriggerReader

    /// Sentences are put together up to so many word pieces a batch.
    private static let batch = 320
    /// Longer sentences are read in windows of so many pieces.
    private static let window = 256

    /// The model that comes with the program.
    ///
    /// - Throws: `LanguageError` where it is missing, cut short or of another format.
    public static func standard() throws -> Analyser {
        try Analyser(ModelFile(ResourceFolder.url(of: "Language").appendingPathComponent("encoder.demarche")))
    }

    init(_ file: ModelFile) throws(LanguageError) {
        encoder = try Encoder(file)
        wordPieces = try WordPieces(file)
        endings = Endings(file)
        tagger = try Classifier("tags", in: file)
        features = try Classifier("features", in: file)
        lemmatiser = try Lemmatiser(in: file)
        namer = try Namer(in: file)
        parser = try Parser(in: file)
        triggers = try TriggerReader(in: file)
        tags = tagger.labels.map { Tag(rawValue: $0) ?? .other }
        let width = file.header.heads.reduce(0) { $0 + $1.width }
        joint = try QuantisedLinear("heads", inputs: encoder.hidden, outputs: width, in: file)
    }

    /// The sentences of a scanned text, understood.
    ///
    /// - Parameter wanted: which sentences are to be understood; the others have their text and no words.
    public func sentences(of text: ScannedText, where wanted: (Range<Int>) -> Bool = { _ in true }) -> [Sentence] {
        let words = text.sentences.map { range in
            guard wanted(range) else { return [Word]() }
            return text.tokens[range].map { token in
                let bytes = token.bytes
                return Word(
                    text: text.string(token), start: text.codePoint(atByte: bytes.lowerBound),
                    end: text.codePoint(atByte: bytes.upperBound))
            }
        }
        return zip(text.sentences.enumerated(), understand(words)).map { place, found in
            let (index, range) = place
            let bytes = text.tokens[range.lowerBound].bytes.lowerBound..<text.tokens[range.upperBound - 1].bytes.upperBound
            return Sentence(
                index: index, text: text.string(bytes), start: text.codePoint(atByte: bytes.lowerBound),
                end: text.codePoint(atByte: bytes.upperBound), words: found.words, names: found.names,
                triggers: found.triggers)
        }
    }

    /// What the heads tell of the words of one sentence.
    package struct Understood {
        package fileprivate(set) var words: [Word]
        package fileprivate(set) var names: [Sentence.Name] = []
        package fileprivate(set) var triggers: [Trigger] = []
    }

    /// Words of sentences, cut elsewhere, with everything the model tells of them, in the same order.
    package func understand(_ sentences: [[Word]]) -> [Understood] {
        Products.useOneThread()
        let room = Workspace()
        var results = sentences.map { Understood(words: $0) }
        var windows: [Window] = []
        for (index, words) in sentences.enumerated() { cut(words, sentence: index, into: &windows) }
        windows.sort { ($0.size, $0.sentence, $0.words.lowerBound) < ($1.size, $1.sentence, $1.words.lowerBound) }
        var start = 0
        while start < windows.count {
            var end = start
            var size = 0
            while end < windows.count, end == start || size + windows[end].size <= Self.batch {
                size += windows[end].size
                end += 1
            }
            read(windows[start..<end], &results, room)
            start = end
        }
        return results
    }

    /// A sentence, or a stretch of one too long to be read at once.
    private struct Window {
        let sentence: Int
        let words: Range<Int>
        /// The pieces of the whole sentence, and where those of each word begin.
        let pieces: [Int32]
        let starts: [Int]
        /// With the opening piece.
        var size: Int { starts[words.upperBound] - starts[words.lowerBound] + 1 }
    }

    private func cut(_ words: [Word], sentence: Int, into windows: inout [Window]) {
        guard !words.isEmpty else { return }
        var pieces: [Int32] = []
        var starts = [0]
        for word in words {
            wordPieces.add(piecesOf: word.text, to: &pieces)
            starts.append(pieces.count)
        }
        var first = 0
        for index in words.indices where starts[index + 1] - starts[first] >= Self.window {
            windows.append(Window(sentence: sentence, words: first..<index, pieces: pieces, starts: starts))
            first = index
        }
        windows.append(Window(sentence: sentence, words: first..<words.count, pieces: pieces, starts: starts))
    }

    private func read(
        _ windows: ArraySlice<Window>, _ results: inout [Understood], _ room: Workspace
    ) {
        var batch = Encoder.Batch()
        for window in windows {
            let shapes = Shape.rows(of: results[window.sentence].words[window.words].map(\.text))
            batch.picked.append(batch.pieces.count)
            batch.pieces.append(wordPieces.opening)
            batch.shapes.append(Shape.start.rawValue)
            batch.endings.append(0)
            for (index, shape) in zip(window.words, shapes) {
                let pieces = window.pieces[window.starts[index]..<window.starts[index + 1]]
                batch.picked.append(batch.pieces.count)
                batch.pieces += pieces
                batch.endings += repeatElement(endings.row(of: results[window.sentence].words[index].text), count: pieces.count)
                batch.shapes += repeatElement(shape, count: pieces.count)
            }
            batch.starts.append(batch.pieces.count)
            batch.pickedStarts.append(batch.picked.count)
        }
        let vectors = encoder.vectors(batch, room)
        let columns = room.floats(.three, batch.picked.count * joint.width)
        joint.apply(to: vectors, rows: batch.picked.count, into: columns, .plain, room)
        for (window, start) in zip(windows, batch.pickedStarts) {
            fill(&results[window.sentence], window.words, UnsafePointer(columns + start * joint.width), room)
        }
    }

    /// A lemma that regular inflection does not allow gives way to one that it does: "expelled" is no base form, "expel"
    /// is; "summon" is a word, "summone" is not.
    private func checked(_ lemma: String, of word: Word) -> String {
        let bases = Inflection.bases(of: word.lower, word.tag, word.features)
        guard !bases.isEmpty, !bases.contains(lemma) || !wordPieces.holds(lemma) else { return lemma }
        return bases.first(where: wordPieces.holds) ?? bases[0]
    }

    private func fill(
        _ result: inout Understood, _ range: Range<Int>, _ rows: UnsafePointer<Float>,
        _ room: Workspace
    ) {
        let tree = parser.tree(rows, stride: joint.width, count: range.count, room)
        for (offset, index) in range.enumerated() {
            let row = rows + (offset + 1) * joint.width
            result.words[index].tag = tags[tagger.best(row)]
            result.words[index].features = features.labels[features.best(row)]
            result.words[index].lemma = checked(lemmatiser.lemma(of: result.words[index].text, row), of: result.words[index])
            let (head, relation) = tree[offset]
            // A later window hangs on the word before it, so that the sentence stays one tree.
            result.words[index].head = head > 0 ? range.lowerBound + head - 1 : range.lowerBound > 0 ? range.lowerBound - 1 : nil
            result.words[index].relation = head == 0 && range.lowerBound > 0 ? "parataxis" : relation
        }
        let tags = namer.tags(rows + joint.width, stride: joint.width, count: range.count)
        result.names += Namer.names(tags).map {
            Sentence.Name(words: $0.words.lowerBound + range.lowerBound..<$0.words.upperBound + range.lowerBound, kind: $0.kind)
        }
        result.triggers += triggers.triggers(rows, stride: joint.width, words: range)
    }
}
