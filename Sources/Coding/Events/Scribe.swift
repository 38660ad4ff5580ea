internal import Language
internal import Reading
internal import World

/// Writes down the events of one report, sentence after sentence, remembering what earlier sentences told.
struct Scribe {
    /// Events between states less likely than this are not told.
    private static let least = 0.35

    private let report: Report
    private let candidates: Candidates
    private var discourse: Discourse
    private var drafts: [Event] = []
    /// Acts within one state, which are told only where a report tells of nothing between states.
    private var withinStates: [Event] = []

    init(report: Report, candidates: Candidates, discourse: Discourse) {
        self.report = report
        self.candidates = candidates
        self.discourse = discourse
    }

    // MARK: Sentences

    mutating func read(_ passage: Passage) {
        discourse.note(passage.resolved)
        var told: [Event] = []
        for candidate in candidates.found(in: passage) {
            for (event, isInternal) in events(candidate, passage) where isInternal || event.confidence >= Self.least {
                if isInternal {
                    withinStates.append(event)
                } else if !told.contains(where: { isSame($0, event) }) {
                    told.append(event)
                }
            }
        }
        drafts += told
        discourse.note(told)
        if let first = passage.times.expressions.first { discourse.note(Event.Dating(start: first.start, end: first.end)) }
    }

    /// A noun that only names the act of its verb ("held a meeting", "issued an apology") tells it once.
    private func isSame(_ one: Event, _ other: Event) -> Bool {
        one.act == other.act && haveSameSides(one, other)
    }

    private func haveSameSides(_ one: Event, _ other: Event) -> Bool {
        one.actor.actor.state == other.actor.actor.state && one.recipient?.actor.state == other.recipient?.actor.state
    }

    // MARK: Events

    private func events(_ candidate: Candidate, _ passage: Passage) -> [(event: Event, isInternal: Bool)] {
        let place = EventPlace(passage: passage).place(of: candidate)
        let finder = SideFinder(passage: passage, discourse: discourse)
        return finder.pairs(candidate, place: place).map { pair in
            let attribution = EventAttribution(passage: passage).attribution(of: candidate)
            let status = EventStatus(candidate: candidate, attribution: attribution, actor: pair.actor).status
            let date = EventDating(passage: passage, discourse: discourse, published: report.day)
                .date(of: candidate, status: status, isOwn: attribution?.actor.state == pair.actor.actor.state)
            var actor = pair.actor
            if actor.text.isEmpty { actor.text = actor.actor.name ?? "" }
            let confidence = max(0.05, candidate.confidence - pair.doubt)
            let event = Event(
                id: "", report: report.id,
                sentence: Event.Quote(
                    index: passage.sentence.index, start: passage.sentence.start, end: passage.sentence.end,
                    text: passage.sentence.text),
                actor: actor, recipient: pair.recipient, type: candidate.act.type, act: candidate.act.key,
                scale: candidate.act.scale, contexts: candidate.act.contexts, date: date, place: place,
                figures: EventFigures(passage: passage).figures(of: candidate), status: status, attribution: attribution,
                confidence: (confidence * 100).rounded() / 100)
            return (event, pair.isInternal)
        }
    }

    // MARK: The end

    /// The report's events, each with its identity.
    func finished() -> [Event] {
        var seen: [String: Int] = [:]
        return dated(drafts.isEmpty ? withinStates : drafts).map { draft in
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
