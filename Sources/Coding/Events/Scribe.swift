internal import Language
internal import Reading
internal import World

/// Writes down the events of one report, sentence after sentence, remembering what earlier sentences told.
struct Scribe {
    /// Events less likely than this are not told.
    private static let least = 0.3
    /// From here a further pair of sides is told beside the likeliest: "France and Germany".
    private static let beside = 0.25

    private let report: Report
    private let candidates: Candidates
    private let likelihood: Likelihood
    private let keepsProposals: Bool
    private var discourse: Discourse
    private var drafts: [Event] = []
    /// Acts within one state and acts of doubtful sides, which are told only where a report tells of nothing else.
    private var lesser: [Event] = []

    /// All that was considered, where it was asked for.
    private(set) var considered: [Considered] = []

    init(
        report: Report, candidates: Candidates, likelihood: Likelihood, discourse: Discourse, keepsProposals: Bool = false
    ) {
        self.report = report
        self.candidates = candidates
        self.likelihood = likelihood
        self.keepsProposals = keepsProposals
        self.discourse = discourse
    }

    // MARK: Sentences

    mutating func read(_ passage: Passage) {
        discourse.note(passage.resolved)
        var told: [Event] = []
        for candidate in candidates.found(in: passage) {
            let place = EventPlace(passage: passage).place(of: candidate)
            let finder = SideFinder(passage: passage, discourse: discourse, candidate: candidate, place: place)
            let all = finder.proposals()
            let proposals = Array(zip(all, likelihood.likelihoods(of: all)))
            if keepsProposals {
                considered += proposals.map { Considered(report: report, passage, candidate, $0.0, likelihood: $0.1) }
            }
            for (proposal, likelihood) in chosen(proposals) {
                let event = event(candidate, passage, proposal.actor, proposal.recipient, place, likelihood)
                if !told.contains(where: { isSame($0, event) }) { told.append(event) }
            }
            if !proposals.contains(where: { $0.1 >= Self.least }) {
                lesser += [lesserEvent(candidate, passage, finder, proposals, place)].compactMap(\.self)
            }
        }
        drafts += told
        discourse.note(told)
        if let first = passage.times.expressions.first { discourse.note(Event.Dating(start: first.start, end: first.end)) }
    }

    /// An act whose sides are in doubt, or that is within one state or towards nobody known.
    private func lesserEvent(
        _ candidate: Candidate, _ passage: Passage, _ finder: SideFinder, _ proposals: [(Proposal, Double)], _ place: Place?
    ) -> Event? {
        if let (actor, recipient) = finder.within() {
            return event(candidate, passage, actor, recipient, place, candidate.confidence / 2)
        }
        return proposals.max { $0.1 < $1.1 }.map { event(candidate, passage, $0.0.actor, $0.0.recipient, place, $0.1) }
    }

    /// The likeliest pair of sides, and those as likely as not that share a side with it.
    private func chosen(_ proposals: [(Proposal, Double)]) -> [(Proposal, Double)] {
        guard let best = proposals.max(by: { $0.1 < $1.1 }), best.1 >= Self.least else { return [] }
        let others = proposals.filter { proposal, likelihood in
            likelihood >= Self.beside && proposal.pair != best.0.pair && proposal.pair != best.0.pair.turned
                && (proposal.pair.actor == best.0.pair.actor || proposal.pair.recipient == best.0.pair.recipient)
        }
        return [best] + others
    }

    /// A noun that only names the act of its verb ("held a meeting", "issued an apology") tells it once.
    private func isSame(_ one: Event, _ other: Event) -> Bool {
        one.act == other.act && haveSameSides(one, other)
    }

    private func haveSameSides(_ one: Event, _ other: Event) -> Bool {
        one.actor.actor.state == other.actor.actor.state && one.recipient?.actor.state == other.recipient?.actor.state
    }

    // MARK: Events

    private func event(
        _ candidate: Candidate, _ passage: Passage, _ actor: Event.Side, _ recipient: Event.Side?, _ place: Place?,
        _ likelihood: Double
    ) -> Event {
        let attribution = EventAttribution(passage: passage).attribution(of: candidate)
        let status = EventStatus(candidate: candidate, attribution: attribution, actor: actor).status
        let date = EventDating(passage: passage, discourse: discourse, published: report.day)
            .date(of: candidate, status: status, isOwn: attribution?.actor.state == actor.actor.state)
        var actor = actor
        if actor.text.isEmpty { actor.text = actor.actor.name ?? "" }
        return Event(
            id: "", report: report.id,
            sentence: Event.Quote(
                index: passage.sentence.index, start: passage.sentence.start, end: passage.sentence.end,
                text: passage.sentence.text),
            actor: actor, recipient: recipient, type: candidate.act.type, act: candidate.act.key,
            scale: candidate.act.scale, contexts: candidate.act.contexts, date: date, place: place,
            figures: EventFigures(passage: passage).figures(of: candidate), status: status, attribution: attribution,
            confidence: (likelihood * 100).rounded() / 100)
    }

    // MARK: The end

    /// The report's events, each with its identity.
    func finished() -> [Event] {
        var seen: [String: Int] = [:]
        return dated(drafts.isEmpty ? lesser : drafts).map { draft in
            var event = draft
            let parts = [
                report.id, String(event.sentence.index), event.actor.actor.state ?? event.actor.actor.name ?? "",
                event.recipient?.actor.state ?? event.recipient?.actor.name ?? "", event.act,
            ]
            let key = parts.joined(separator: "\u{0}")
            seen[key, default: 0] += 1
            event.id = Coder.identity(parts + [String(seen[key] ?? 1)])
            return event
        }
    }

    /// An act told without a date has that of the same act where the report dates it, or of one of its type between the same
    /// two sides.
    private func dated(_ events: [Event]) -> [Event] {
        events.map { event in
            guard event.date == nil else { return event }
            let known = events.filter { $0.date != nil && haveSameSides($0, event) }
            let same = known.first { $0.act == event.act } ?? known.first { $0.type == event.type }
            var event = event
            event.date = same?.date.map { Event.Dating(start: $0.start, end: $0.end) }
            return event
        }
    }
}
