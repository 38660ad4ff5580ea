package import Language
package import Reading

/// Resolves the names, nouns and pronouns of one report to parties, sentence by sentence.
package struct Resolver: Sendable {
    private let world: World
    private let day: Day?
    private var cast = Cast()

    /// - Parameter day: when the report was published: who holds an office depends on it.
    package init(_ world: World, on day: Day?) {
        self.world = world
        self.day = day
    }

    /// A sentence with its parties. Sentences are to be given in their order: each may refer to those before.
    package mutating func resolve(_ sentence: Sentence) -> ResolvedSentence {
        cast.startSentence()
        let lowered = sentence.words.map(\.lower)
        let written = sentence.words.map { NameIndex.folded($0.text) }
        let matches = world.names.matches(in: written, lowercased: lowered)
        var scene = Scene(sentence: sentence, matches: matches, world: world, day: day, cast: cast)
        for index in sentence.words.indices where Scene.mayHead(sentence.words[index]) {
            guard let party = scene.party(at: index) else { continue }
            let relation = sentence.words[index].baseRelation
            scene.cast.note(party, isSubject: relation == "nsubj", isPlural: sentence.words[index].has("Number=Plur"))
        }
        cast = scene.cast
        return ResolvedSentence(sentence: sentence, parties: scene.parties, places: scene.places())
    }
}

/// A sentence, who is in it, and where.
package struct ResolvedSentence: Sendable {
    package let sentence: Sentence
    /// By the head word of the noun phrase.
    package let parties: [Int: Party]
    /// Places by the word that heads their name.
    package let places: [Int: Place]

    package init(sentence: Sentence, parties: [Int: Party], places: [Int: Place]) {
        self.sentence = sentence
        self.parties = parties
        self.places = places
    }
}
