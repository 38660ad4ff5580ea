/// What the record has on some words, each kind with the best first.
public struct SearchResults: Sendable {
    /// An incident, and the sentence the words were found in.
    public struct Telling: Sendable {
        public let incident: Incident
        public let sentence: String
    }

    /// A report, and its first sentence with one of the words.
    public struct Document: Sendable {
        public let report: String
        public let outlet: String?
        public let title: String?
        public let published: String?
        public let sentence: String?
    }

    /// A name of a person, body or place, and in how many events it is.
    public struct Name: Sendable {
        public let name: String
        public let events: Int
    }

    public let incidents: [Telling]
    public let reports: [Document]
    public let names: [Name]

    public var isEmpty: Bool { incidents.isEmpty && reports.isEmpty && names.isEmpty }
}
