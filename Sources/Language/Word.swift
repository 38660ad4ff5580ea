/// A word of a sentence as the language model understands it.
public struct Word: Sendable, Hashable {
    /// As written.
    public let text: String
    /// In lower case, apostrophes straight.
    public let lower: String
    /// Offsets in the report's text, in Unicode code points, end exclusive.
    public let start: Int
    public let end: Int
    public internal(set) var lemma: String
    public internal(set) var tag: Tag
    /// Universal features as one line: `Mood=Ind|Tense=Past|VerbForm=Fin`, `_` where there are none.
    public internal(set) var features: String
    /// The index of the word it depends on; `nil` for the root.
    public internal(set) var head: Int?
    /// The Universal Dependencies relation to the head, with its subtype: `nsubj:pass`.
    public internal(set) var relation: String

    public init(
        text: String, start: Int, end: Int, lemma: String = "_", tag: Tag = .other, features: String = "_", head: Int? = nil,
        relation: String = "root"
    ) {
        self.text = text
        lower = text.utf8.contains(0xE2) ? text.lowercased().replacing("’", with: "'") : text.lowercased()
        self.start = start
        self.end = end
        self.lemma = lemma
        self.tag = tag
        self.features = features
        self.head = head
        self.relation = relation
    }

    /// The relation without its subtype.
    public var baseRelation: Substring { relation.prefix { $0 != ":" } }

    public func has(_ feature: String) -> Bool { features.contains(feature) }
}

/// The universal parts of speech.
public enum Tag: String, Sendable, CaseIterable {
    case adjective = "ADJ"
    case adposition = "ADP"
    case adverb = "ADV"
    case auxiliary = "AUX"
    case coordination = "CCONJ"
    case determiner = "DET"
    case interjection = "INTJ"
    case noun = "NOUN"
    case number = "NUM"
    case particle = "PART"
    case pronoun = "PRON"
    case name = "PROPN"
    case punctuation = "PUNCT"
    case subordination = "SCONJ"
    case symbol = "SYM"
    case verb = "VERB"
    case other = "X"
}
