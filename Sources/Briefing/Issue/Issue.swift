public import Reading

/// An issue of the letter: what moved between some pairs of states in a week. Page, letter, text and feed are made of it.
public struct Issue: Hashable, Sendable, Codable {
    /// A sentence, and the incident it tells of.
    public struct Sentence: Hashable, Sendable, Codable {
        public let text: String
        public let incident: String
    }

    /// The share of reported acts of one state towards another that were hostile.
    public struct IndexLine: Hashable, Sendable, Codable {
        public enum Arrow: String, Sendable, Codable { case up, down, level }

        public let actor: String
        public let recipient: String
        /// From 0 to 100; `nil` where too few reports tell of them.
        public let value: Int?
        /// Against the week before.
        public let arrow: Arrow?
        /// The 90 % band.
        public let low: Int?
        public let high: Int?

        public init(actor: String, recipient: String, value: Int?, arrow: Arrow?, low: Int?, high: Int?) {
            self.actor = actor
            self.recipient = recipient
            self.value = value
            self.arrow = arrow
            self.low = low
            self.high = high
        }
    }

    /// What passed between two states.
    public struct Section: Hashable, Sendable, Codable {
        /// "AZE-RUS".
        public let pair: String
        /// "Azerbaijan and Russia".
        public let title: String
        public let happened: [Sentence]
        public let contested: [Sentence]
        public let answers: [Sentence]
        public let index: [IndexLine]
        /// How many incidents of the week are not told for want of room.
        public let untold: Int
    }

    /// The day it appears on, which is also its name.
    public let day: Day
    public let period: Period
    /// Set by the editor.
    public let subject: String?
    /// Paragraphs of the editor's.
    public let foreword: [String]
    public let sections: [Section]

    public var id: String { day.description }

    /// What readers of some pairs get of it; `nil` where that is nothing.
    ///
    /// - Parameter pairs: "AZE-RUS"; all where empty.
    public func only(_ pairs: Set<String>) -> Issue? {
        guard !pairs.isEmpty else { return self }
        let wanted = sections.filter { pairs.contains($0.pair) }
        guard !wanted.isEmpty else { return nil }
        return Issue(day: day, period: period, subject: subject, foreword: foreword, sections: wanted)
    }
}
