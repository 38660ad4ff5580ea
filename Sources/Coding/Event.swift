public import Reading
public import World

/// One act of one side towards another, as one sentence tells it. Encoded as the contract's "Event out".
public struct Event: Hashable, Sendable {
    /// The sentence that says so.
    public struct Quote: Hashable, Sendable, Codable {
        public var index: Int
        /// Offsets in the report's text, in Unicode code points, end exclusive.
        public var start: Int
        public var end: Int
        public var text: String
    }

    /// A side: the words, and who they mean.
    public struct Side: Hashable, Sendable {
        public var text: String
        public var actor: Actor

        public init(text: String, actor: Actor) {
            self.text = text
            self.actor = actor
        }
    }

    /// When: a span of days, and the words that date it.
    public struct Dating: Hashable, Sendable, Codable {
        public var start: Day
        public var end: Day
        public var text: String?

        public init(start: Day, end: Day, text: String? = nil) {
            self.start = start
            self.end = end
            self.text = text
        }
    }

    /// How many: people, or other things the act is counted by.
    public struct Figure: Hashable, Sendable, Codable {
        public enum Kind: String, Codable, Sendable, CaseIterable {
            case killed, injured, arrested, expelled, aboard, missing, displaced, released, other
        }

        public enum Qualifier: String, Codable, Sendable, CaseIterable {
            case exact, around, several, dozens, none
            case moreThan = "more-than"
            case atLeast = "at-least"
            case upTo = "up-to"
        }

        public var kind: Kind
        public var value: Int?
        public var qualifier: Qualifier
        public var text: String

        public init(kind: Kind, value: Int?, qualifier: Qualifier, text: String) {
            self.kind = kind
            self.value = value
            self.qualifier = qualifier
            self.text = text
        }
    }

    public enum Status: String, Codable, Sendable, CaseIterable {
        case happened, claimed, denied, planned, cancelled, hypothetical
    }

    /// Who says so.
    public struct Attribution: Hashable, Sendable {
        public var text: String
        public var actor: Actor
        public var cue: String
        public var quoted: Bool

        public init(text: String, actor: Actor, cue: String, quoted: Bool) {
            self.text = text
            self.actor = actor
            self.cue = cue
            self.quoted = quoted
        }
    }

    public var id: String
    public var report: String
    public var sentence: Quote
    public var actor: Side
    public var recipient: Side?
    public var type: EventType
    public var act: String
    public var scale: Double
    public var contexts: [String]
    public var date: Dating?
    public var place: Place?
    public var figures: [Figure]
    public var status: Status
    public var attribution: Attribution?
    /// Between 0 and 1.
    public var confidence: Double
}

extension Event.Figure.Qualifier {
    /// How many, in English: "around 50", "several"; empty where neither a number nor a word is given.
    package func words(_ value: Int?) -> String {
        let number = value.map(String.init) ?? ""
        return switch self {
        case .exact, .none: number
        case .around: "around \(number)"
        case .moreThan: "more than \(number)"
        case .atLeast: "at least \(number)"
        case .upTo: "up to \(number)"
        case .several: "several"
        case .dozens: "dozens"
        }
    }
}
