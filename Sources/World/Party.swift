/// Somebody or something that a sentence names, resolved: who it is, and the words that say so.
public struct Party: Hashable, Sendable {
    /// Why it was resolved as it was.
    public enum Basis: String, Sendable {
        case name = "known by name"
        case holder = "holder of office on that date"
        case modifier = "state named beside it"
        case title = "title and nationality beside the name"
        case memory = "named earlier in the report"
        case pronoun = "pronoun"
        case noun = "common noun"
    }

    public var actor: Actor
    /// Those that are meant together with it: of "the two countries" the second.
    public var others: [Actor] = []
    /// The words of its noun phrase, as indices into the sentence.
    public var words: Range<Int>
    /// The phrase's head.
    public var head: Int
    /// The kind of organ, office or role, where it is one.
    public var kind: String?
    /// Whether it stands in a list of offices (a person) rather than for an institution or thing.
    public var isPerson: Bool
    /// A populated place or the capital, where the name is also one.
    public var place: Place?
    public var basis: Basis
}
