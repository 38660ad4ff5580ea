public import Coding
public import Reading
public import Record
public import World

/// What the record tells of the days of an issue: the query that issues are composed from.
public struct Week: Sendable {
    /// An incident that answered another.
    struct Answer: Sendable {
        let incident: Incident
        let answered: Incident
    }

    /// What passed between two states.
    struct Pair: Sendable {
        let name: PairName
        /// In the order of time.
        let entries: [Dossier.Entry]
        let answers: [Answer]
        let index: [Issue.IndexLine]
    }

    let day: Day
    let period: Period
    let pairs: [Pair]

    /// - Parameters:
    ///   - day: on which the issue appears.
    ///   - chosen: the pairs wanted; all that moved where empty.
    public init(before day: Day, of chosen: [PairName], in record: Record, world: World, ontology: Ontology) throws {
        self.day = day
        let period = Period(before: day)
        self.period = period
        let names = try chosen.isEmpty ? Self.moved(period, in: record, world: world) : chosen
        pairs = try names.compactMap { name in
            let dossier = try Dossier(of: name.states, in: record, since: period.first, until: period.last)
            let entries = dossier.entries.filter { entry in entry.incident.date.map { period.holds($0.start, $0.end) } ?? false }
            guard !entries.isEmpty else { return nil }
            return Pair(
                name: name, entries: entries, answers: try Self.answers(entries, in: record),
                index: try Self.index(of: name, on: period.last, in: record, ontology: ontology))
        }
    }

    /// Pairs of states of which the record tells anything in a period.
    private static func moved(_ period: Period, in record: Record, world: World) throws -> [PairName] {
        let incidents = try record.incidents(Record.Selection(since: period.first, until: period.last))
        var names: Set<PairName> = []
        for incident in incidents {
            guard incident.dyad.count == 2, incident.dyad[0] != incident.dyad[1],
                incident.dyad.allSatisfy({ world.states[$0] != nil }), let date = incident.date,
                period.holds(date.start, date.end)
            else { continue }
            names.insert(PairName(incident.dyad[0], incident.dyad[1]))
        }
        return names.sorted { $0.description < $1.description }
    }
}
