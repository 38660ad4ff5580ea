public import Coding
internal import Reading
internal import Record
public import World

extension Issue {
    /// How much of a week an issue tells.
    public struct Room: Sendable {
        /// Pairs, where they were not chosen.
        public var pairs = 8
        /// Incidents of a pair.
        public var incidents = 8

        public init() {}
    }

    /// Composes the issue of a week. The same week, plan and room give the same issue.
    ///
    /// What is told is chosen by how grave it is and by how many reports tell it, and stands in the order of time.
    public init(_ week: Week, plan: Plan = Plan(), room: Room = Room(), world: World, ontology: Ontology) throws {
        let sentences = try Sentences(world)
        func weight(_ incident: Incident) -> Double {
            let gravity = abs(ontology.acts[incident.act]?.scale ?? 1)
            return (incident.status == .happened ? 1 : 0.5) * (1 + gravity) * Double(1 + min(incident.reports.count, 9))
        }
        let weighed = week.pairs.map { pair in (pair, pair.entries.reduce(0) { $0 + weight($1.incident) }) }
            .sorted { ($1.1, $0.0.name.description) < ($0.1, $1.0.name.description) }
        let pairs = plan.ordered(weighed.map(\.0)) { $0.name.description }.prefix(room.pairs)
        day = week.day
        period = week.period
        subject = plan.subject
        foreword = plan.foreword
        sections = pairs.compactMap { pair in
            let kept = pair.entries.filter { !plan.cut.contains($0.incident.id) }
            let gravest = kept.sorted { (weight($1.incident), $0.incident.id) < (weight($0.incident), $1.incident.id) }
            let chosen = Set(plan.ordered(gravest) { $0.incident.id }.prefix(room.incidents).map(\.incident.id))
            let told = plan.ordered(kept.filter { chosen.contains($0.incident.id) }) { $0.incident.id }
            guard !told.isEmpty else { return nil }
            return Section(
                pair: pair.name.description, title: sentences.title(pair.name),
                happened: told.map { Sentence(text: sentences.happening($0), incident: $0.incident.id) },
                contested: told.compactMap { entry in
                    sentences.contest(entry).map { Sentence(text: $0, incident: entry.incident.id) }
                },
                answers: pair.answers.filter { chosen.contains($0.incident.id) }.map {
                    Sentence(text: sentences.answer($0.incident, to: $0.answered), incident: $0.incident.id)
                },
                index: pair.index.map(sentences.named), untold: kept.count - told.count)
        }
    }
}
