internal import Language

/// A word that may tell of an act, as model, lexicon and tree see it.
struct Candidate {
    let word: Int
    let act: Ontology.Act
    /// That it tells of this act's type, by the model; with the words around, where these tell of the same.
    let confidence: Double
    let trigger: Trigger
    let clause: Clause
    let modality: Modality
    /// The subject suffers the act: "three soldiers died".
    let isUnaccusative: Bool
    /// Whether the lexicon, too, knows the word to tell of the act.
    let isInLexicon: Bool
}
