public import Coding
public import Reading

/// The record of a pair of states: what each did and said to the other, in the order of time.
public struct Dossier: Sendable {
    /// An incident with the events that tell of it, and where they were published.
    public struct Entry: Sendable {
        public let incident: Incident
        public let events: [Event]
        /// By report.
        public let outlets: [String: String]
    }

    public let states: [String]
    public let entries: [Entry]

    /// - Parameters:
    ///   - record: what has been read.
    ///   - states: the pair.
    ///   - types: of events; all where empty.
    ///   - since: the first day.
    ///   - until: the last day.
    public init(of states: [String], in record: Record, types: Set<EventType> = [], since: Day? = nil, until: Day? = nil)
        throws(RecordError)
    {
        self.states = states
        var entries: [Entry] = []
        for incident in try record.incidents(Record.Selection(states: states, types: types, since: since, until: until)) {
            let events = try record.events(withIDs: incident.events)
            let outlets = try record.outlets(ofReports: incident.reports)
            entries.append(Entry(incident: incident, events: events, outlets: outlets))
        }
        self.entries = entries
    }
}
