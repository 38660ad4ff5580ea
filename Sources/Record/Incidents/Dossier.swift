public import Coding
public import Reading

/// The record of a pair of states, or of one towards all: what each did and said to the other, in the order of time.
public struct Dossier: Sendable {
    /// An incident with the events that tell of it, and where they were published.
    public struct Entry: Sendable {
        public let incident: Incident
        /// Empty where no evidence was asked for.
        public let events: [Event]
        /// By report.
        public let outlets: [String: String]
    }

    public let states: [String]
    public let entries: [Entry]

    /// - Parameters:
    ///   - record: what has been read.
    ///   - states: the pair, or one.
    ///   - types: of events; all where empty.
    ///   - since: the first day.
    ///   - until: the last day.
    ///   - evidence: whether the events are wanted too.
    public init(
        of states: [String], in record: Record, types: Set<EventType> = [], since: Day? = nil, until: Day? = nil,
        evidence: Bool = true
    ) throws(RecordError) {
        self.states = states
        var entries: [Entry] = []
        for incident in try record.incidents(Record.Selection(states: states, types: types, since: since, until: until)) {
            let events = evidence ? try record.events(withIDs: incident.events) : []
            let outlets = evidence ? try record.outlets(ofReports: incident.reports) : [:]
            entries.append(Entry(incident: incident, events: events, outlets: outlets))
        }
        self.entries = entries
    }
}
