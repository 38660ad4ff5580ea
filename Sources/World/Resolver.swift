package import Language
package import Reading

/// Resolves the names, nouns and pronouns of one report to parties, sentence by sentence.
package struct Resolver: Sendable {
    private let world: World
    private let day: Day?
    private let readsAhead: Bool
    private var cast = Cast()
    private var evidence = Evidence()

    /// - Parameters:
    ///   - day: when the report was published: who holds an office depends on it.
    ///   - text: the whole report, where it is at hand: what it names further on tells who is meant before.
    package init(_ world: World, on day: Day?, reading text: String? = nil) {
        self.world = world
        self.day = day
        readsAhead = text != nil
        if let text {
            for match in world.names.matches(in: text) { evidence.note(match.references, in: world, on: day) }
        }
    }

    /// A sentence with its parties. Sentences are to be given in their order: each may refer to those before.
    package mutating func resolve(_ sentence: Sentence) -> ResolvedSentence {
        cast.startSentence()
        let names = KnownName.all(in: sentence, world.names)
        if !readsAhead {
            for name in names { evidence.note(name.references, in: world, on: day) }
        }
        var scene = Scene(sentence: sentence, names: names, world: world, day: day, cast: cast, evidence: evidence)
        for index in sentence.words.indices where Scene.mayHead(sentence.words[index]) {
            guard let party = scene.party(at: index) else { continue }
            let relation = sentence.words[index].baseRelation
            scene.cast.note(
                party, headedBy: sentence.words[index].lower, isSubject: relation == "nsubj",
                isPlural: sentence.words[index].has("Number=Plur"))
        }
        cast = scene.cast
        let mentions = scene.placeMentions()
        return ResolvedSentence(
            sentence: sentence, parties: scene.parties,
            places: Dictionary(mentions.filter(\.isNamed).map { ($0.head, $0.place) }) { first, _ in first },
            placeMentions: mentions.map { ($0.words, $0.place) })
    }
}

/// A known name among the words of a sentence.
struct KnownName: Sendable {
    let words: Range<Int>
    let references: [Reference]

    static func all(in sentence: Sentence, _ index: NameIndex) -> [KnownName] {
        guard !sentence.words.isEmpty else { return [] }
        // Offsets of words are code points of the report, those of matches are bytes of the sentence.
        var bytes = [0]
        bytes.reserveCapacity(sentence.text.utf8.count + 1)
        for scalar in sentence.text.unicodeScalars { bytes.append(bytes[bytes.count - 1] + UTF8.width(scalar)) }
        func byte(_ codePoint: Int) -> Int {
            let offset = codePoint - sentence.start
            return bytes.indices.contains(offset) ? bytes[offset] : -1
        }
        var starts: [Int: Int] = [:]
        var ends: [Int: Int] = [:]
        for (position, word) in sentence.words.enumerated() {
            starts[byte(word.start)] = position
            ends[byte(word.end)] = position
        }
        return index.matches(in: sentence.text).compactMap { match in
            // The full stop of "U.S." is part of its word and not of the name.
            guard let first = starts[match.bytes.lowerBound],
                let last = ends[match.bytes.upperBound] ?? ends[match.bytes.upperBound + 1], first <= last
            else { return nil }
            return KnownName(words: first..<last + 1, references: match.references)
        }
    }
}

/// A sentence, who is in it, and where.
package struct ResolvedSentence: Sendable {
    package let sentence: Sentence
    /// By the head word of the noun phrase.
    package let parties: [Int: Party]
    /// Places by the word that heads their name.
    package let places: [Int: Place]
    /// Every name of a place, a state or its people's adjective, in order; those the gazetteer has not are without coordinates.
    package let placeMentions: [(words: Range<Int>, place: Place)]

    package init(
        sentence: Sentence, parties: [Int: Party], places: [Int: Place], placeMentions: [(words: Range<Int>, place: Place)] = []
    ) {
        self.sentence = sentence
        self.parties = parties
        self.places = places
        self.placeMentions = placeMentions
    }

    /// The party that a span of words names: that of the word that heads the span, else of the first that heads one.
    package func party(naming span: Range<Int>) -> Party? {
        let words = sentence.words
        let heads = span.filter { words[$0].head.map { !span.contains($0) } ?? true }
        func isOwner(_ word: Int) -> Bool { word + 1 < span.upperBound && words[word + 1].lower == "'s" }
        let nouns = heads.filter { words[$0].tag != .adjective && words[$0].baseRelation != "conj" && !isOwner($0) }
        if let first = (nouns + heads).lazy.compactMap({ parties[$0] }).first { return first }
        let last = heads.last ?? span.upperBound - 1
        return (span.filter { $0 < last }.reversed() + span).lazy.compactMap { parties[$0] }.first
    }
}
