public import Coding
public import Reading
internal import World

extension Incident {
    /// One version of what happened, and who says so.
    public struct Account: Hashable, Sendable {
        /// What it is a version of: how many, when, why, by whom, or whether at all.
        public enum Kind: String, Codable, Sendable, CaseIterable {
            case killed, injured, arrested, expelled, aboard, missing, displaced, released, other
            /// The value is the day of the month, the words are the date.
            case date
            /// The words say why.
            case cause
            /// The words name who did it, as somebody else says.
            case responsibility
            /// It was not so.
            case denial
            /// The one who did it says so.
            case admission

            init(_ kind: Event.Figure.Kind) { self = Kind(rawValue: kind.rawValue) ?? .other }

            /// Whether it counts people or things.
            public var isFigure: Bool { Event.Figure.Kind(rawValue: rawValue) != nil }
        }

        public var kind: Kind
        public var value: Int?
        /// What is told, where that is no number.
        public var words: String?
        public var qualifier: Event.Figure.Qualifier
        public var attribution: Event.Attribution?
        public var reports: [String]
        /// How many of the reports tell it independently: those in the same words are one.
        public var origins: Int
        /// The days of publication on which it was first and last told.
        public var first: Day?
        public var last: Day?

        /// Whether both may be true at once: "at least eight" and "ten" may.
        func agrees(with other: Account) -> Bool {
            guard let one = range, let two = other.range else { return true }
            return one.overlaps(two)
        }

        /// The numbers that it allows.
        private var range: ClosedRange<Int>? {
            // No account counts further.
            let most = 1_000_000_000_000
            guard let value = value.map({ min(max($0, 0), most) }) else { return nil }
            switch qualifier {
            case .exact, .none: return value...value
            case .around: return (value - value / 10)...(value + value / 10)
            case .moreThan: return (value + 1)...(2 * most)
            case .atLeast: return value...(2 * most)
            case .upTo: return 0...value
            case .several, .dozens: return nil
            }
        }
    }
}

extension Incident.Account: Codable {
    private enum Key: String, CodingKey { case kind, value, words, qualifier, attribution, reports, origins, first, last }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(kind, forKey: .kind)
        try values.encode(value, forKey: .value)
        try values.encode(words, forKey: .words)
        try values.encode(qualifier, forKey: .qualifier)
        try values.encode(attribution, forKey: .attribution)
        try values.encode(reports, forKey: .reports)
        try values.encode(origins, forKey: .origins)
        try values.encode(first, forKey: .first)
        try values.encode(last, forKey: .last)
    }
}

extension Incident {
    /// The differing figures of each kind that is told, in the order of telling; words such as "several" only where nobody gives a
    /// number.
    public var figures: [(kind: Event.Figure.Kind, accounts: [Account])] {
        let accounts = accounts
        return Event.Figure.Kind.allCases.compactMap { kind in
            let told = accounts.filter { $0.kind == Account.Kind(kind) }
            let numbered = told.filter { $0.value != nil }
            return told.isEmpty ? nil : (kind, numbered.isEmpty ? told : numbered)
        }
    }
}
