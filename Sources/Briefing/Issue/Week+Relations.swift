internal import Coding
internal import Reading
internal import Record

extension Week {
    /// Which incidents answered others, where reports say so.
    static func answers(_ entries: [Dossier.Entry], in record: Record) throws -> [Answer] {
        try entries.flatMap { entry in
            try record.answers(of: entry.incident).given.compactMap { answer in
                try record.incident(answer.answered).map { Answer(incident: entry.incident, answered: $0) }
            }
        }
    }

    /// The index of both directions in the week of a day, against the week before.
    static func index(of pair: PairName, on day: Day, in record: Record, ontology: Ontology) throws -> [Issue.IndexLine] {
        let acts = try PairActs(of: (pair.states[0], pair.states[1]), in: record, ontology: ontology)
        return acts.tensions.compactMap { tension -> Issue.IndexLine? in
            let weeks = tension.weeks.filter { $0.start <= day }
            // Of a pair told of long ago only there is no index of this week.
            guard let week = weeks.last, day - week.start < 14 else { return nil }
            let before = weeks.dropLast().last?.index
            let arrow = week.index.flatMap { now in before.map { direction(from: $0, to: now) } }
            return Issue.IndexLine(
                actor: tension.actor, recipient: tension.recipient, value: week.index.map { Int($0.rounded()) }, arrow: arrow,
                low: week.bands.map { Int($0.ninety.lowerBound.rounded()) },
                high: week.bands.map { Int($0.ninety.upperBound.rounded()) })
        }
    }

    /// A point up or down is none: the figure shown beside it has no more.
    private static func direction(from before: Double, to now: Double) -> Issue.IndexLine.Arrow {
        now - before >= 1 ? .up : before - now >= 1 ? .down : .level
    }
}
