internal import Language
internal import Reading
internal import World

/// Writes down the events of one report, sentence after sentence, remembering what earlier sentences told.
struct Scribe {
    /// Organs that act where they are at home.
    private static let domestic: Set<String> = ["COP", "JUD", "SPY", "GOV", "LEG"]
    private static let locative: Set<String> = ["in", "at", "near", "outside", "over", "inside", "around", "off"]
    /// What is done by announcing it.
    private static let announced: Set<EventType> = [.accuse, .reject, .sanction, .request, .aid, .agree]

    private let report: Report
    private let ontology: Ontology
    private let frames: Frames
    /// Territories and disputed states, which a sentence names more often as a place or a cause than as a side.
    private let territories: Set<String>
    private var drafts: [Event] = []
    private var lastDate: Event.Dating?
    private var lastByAct: [String: Event] = [:]
    /// How often each state was named so far.
    private var mentions: [String: Int] = [:]

    init(report: Report, ontology: Ontology, frames: Frames, territories: Set<String>) {
        self.report = report
        self.ontology = ontology
        self.frames = frames
        self.territories = territories
    }

    // MARK: Sentences

    mutating func read(_ resolved: ResolvedSentence) {
        let sentence = resolved.sentence
        for party in resolved.parties.values {
            if let state = party.actor.state, party.basis != .pronoun { mentions[state, default: 0] += 1 }
        }
        let times = TimeExpressions(in: sentence, published: report.day)
        let figures = Figures.found(in: sentence, excluding: times)
        let speech = Speech(in: sentence)
        var page = Page(resolved: resolved, times: times, figures: figures, speech: speech)
        var told: [Event] = []
        for index in sentence.words.indices {
            guard let (frame, clause) = bestFrame(at: index, page), let act = ontology.acts[frame.act] else { continue }
            var modality = Modality(of: index, in: sentence)
            guard !modality.isContent, !page.covered.contains(index), !frame.isNegated || modality.kind == .negated else {
                continue
            }
            if frame.isNegated { modality = modality.affirmed }
            // What was called off is told by the calling off.
            if modality.kind == .cancelled, act.type == .consult { continue }
            for event in events(act, frame, clause, modality, page) where !told.contains(where: { isSame($0, event) }) {
                told.append(event)
                page.covered.formUnion(covered(by: clause, act, page))
            }
        }
        for event in told {
            drafts.append(event)
            lastByAct[event.act] = event
        }
        if let first = times.expressions.first { lastDate = Event.Dating(start: first.start, end: first.end) }
    }

    /// What the coder sees of one sentence.
    private struct Page {
        let resolved: ResolvedSentence
        let times: TimeExpressions
        let figures: [Figures.Found]
        let speech: Speech
        /// Triggers that are part of an event told by another word.
        var covered: Set<Int> = []

        var sentence: Sentence { resolved.sentence }
        var words: [Word] { resolved.sentence.words }
    }

    private func isSame(_ one: Event, _ other: Event) -> Bool {
        one.type == other.type && one.actor.actor.state == other.actor.actor.state
            && one.recipient?.actor.state == other.recipient?.actor.state && one.act == other.act
    }

    /// A noun that only names the same act beside its verb ("held a meeting", "issued an apology") tells it once.
    private func covered(by clause: Clause, _ act: Ontology.Act, _ page: Page) -> Set<Int> {
        var covered: Set<Int> = []
        for head in clause.patients + clause.obliques.map(\.head) {
            for frame in frames.frames(of: page.words[head]) where ontology.acts[frame.act]?.type == act.type {
                covered.insert(head)
            }
        }
        if let carrier = clause.carrier { covered.insert(carrier) }
        return covered
    }

    // MARK: Frames

    private func bestFrame(at index: Int, _ page: Page) -> (Frames.Frame, Clause)? {
        let candidates = frames.frames(of: page.words[index])
        guard !candidates.isEmpty else { return nil }
        let clause = Clause(index, in: page.sentence)
        var best: Frames.Frame?
        for frame in candidates where fits(frame, clause, page) && frame.conditions > best?.conditions ?? -1 { best = frame }
        return best.map { ($0, clause) }
    }

    private func fits(_ frame: Frames.Frame, _ clause: Clause, _ page: Page) -> Bool {
        let sentence = page.sentence
        let below = sentence.subtree(of: clause.trigger)
        var reach = Set(below.filter { abs($0 - clause.trigger) < 16 })
        if let carrier = clause.carrier { reach.formUnion(sentence.subtree(of: carrier)) }
        reach.remove(clause.trigger)
        func holds(_ wanted: Set<String>, in indices: some Sequence<Int>) -> Bool {
            for index in indices {
                let word = page.words[index]
                if wanted.contains(word.lemma.lowercased()) || wanted.contains(word.lower) { return true }
                if let kind = page.resolved.parties[index]?.kind, wanted.contains("@" + kind) { return true }
                if let organ = page.resolved.parties[index]?.actor.organ, wanted.contains("@" + organ) { return true }
            }
            return false
        }
        for word in frame.rest where !holds([word], in: reach) { return false }
        if !frame.without.isEmpty, holds(frame.without, in: reach) { return false }
        if !frame.object.isEmpty {
            // The tree often takes the particle of "called in the envoy" for a preposition.
            let particled = clause.obliques.filter { frame.rest.contains($0.preposition) }.map(\.head)
            let objects = (clause.patients + particled).flatMap { sentence.subtree(of: $0) }
            guard holds(frame.object, in: objects) else { return false }
        }
        if !frame.complement.isEmpty {
            guard holds(frame.complement, in: reach) else { return false }
        }
        if !frame.subject.isEmpty {
            guard holds(frame.subject, in: clause.agents) else { return false }
        }
        return true
    }

    // MARK: Events

    private func events(_ act: Ontology.Act, _ frame: Frames.Frame, _ clause: Clause, _ modality: Modality, _ page: Page)
        -> [Event]
    {
        let agents = frame.isUnaccusative ? [] : clause.agents
        let patients = frame.isUnaccusative ? clause.agents + clause.patients : clause.patients
        var actors = sides(agents, page, deep: true)
        if !actors.contains(where: { $0.actor.isKnown }), let host = place(clause, page)?.state,
            let index = actors.firstIndex(where: { Self.domestic.contains($0.actor.sector) })
        {
            // "mass police arrests in Yekaterinburg": the police of where it was.
            actors[index].actor.state = host
        }
        var recipients: [Event.Side] = []
        let order = [
            "to", "against", "on", "with", "upon", "towards", "toward", "at", "from", "into", "for", "of", "over", "in",
            "between", "by", "about",
        ]
        let obliques = clause.obliques.sorted {
            (order.firstIndex(of: $0.preposition) ?? 99) < (order.firstIndex(of: $1.preposition) ?? 99)
        }
        let states = Set(actors.compactMap(\.actor.state))
        for head in patients + obliques.filter({ !isPlace($0, page) }).map(\.head) {
            for side in sides([head], page, deep: true) where side.actor.state != nil || !side.actor.sector.isEmpty {
                if let state = side.actor.state, states.contains(state),
                    !recipients.isEmpty || act.type != .coerce && act.type != .assault
                {
                    continue
                }
                recipients.append(side)
            }
        }
        // Mutual acts told of both sides at once: "the two presidents met", "Iran and Iraq signed".
        let actorStates = actors.compactMap(\.actor.state)
        if act.isMutual, Set(actorStates).count > 1,
            !recipients.contains(where: { $0.actor.state.map { !actorStates.contains($0) } ?? false })
        {
            return pairs(actors).map { event(act, clause, modality, page, actor: $0, recipient: $1, confidence: 0.8) }
        }
        var confidence = 0.5 + 0.1 * Double(min(frame.conditions, 3))
        recipients = recipients.filter { !isTerritory($0) } + recipients.filter(isTerritory)
        var recipient =
            recipients.first { $0.actor.state != nil && !states.contains($0.actor.state ?? "") }
            ?? recipients.first { $0.actor.isKnown && $0.actor.state == nil && $0.actor.sector != "CVL" }
        if act.isMutual, actors.isEmpty {
            let both = recipients.filter { $0.actor.state != nil }
            if Set(both.map(\.actor.state)).count > 1 {
                return pairs(both).map { event(act, clause, modality, page, actor: $0, recipient: $1, confidence: 0.7) }
            }
        }
        // What earlier sentences told of the same act fills what this one leaves out. Something must be said here: two
        // sides that are both guessed are no event.
        let earlier = lastByAct[act.key]
        let isSaid = actors.contains { $0.actor.isKnown } || recipient?.actor.state != nil
        guard isSaid || earlier != nil && !clause.patients.isEmpty else { return [] }
        if actors.first(where: { $0.actor.isKnown }) == nil {
            if let earlier, recipient == nil || recipient?.actor.state == earlier.recipient?.actor.state {
                actors = [Event.Side(text: "", actor: earlier.actor.actor)]
                confidence -= 0.1
            }
        }
        // A passive without an agent, announced by whoever did it: "the ministry said the envoy had been summoned".
        if !actors.contains(where: { $0.actor.isKnown }), Self.announced.contains(act.type), let victim = recipient?.actor.state,
            let speaker = page.speech.statement(holding: clause.trigger)?.speaker.flatMap({ page.resolved.parties[$0] }),
            let state = speaker.actor.state, state != victim
        {
            actors = [side(speaker, page)]
        }
        // Else: whose place it is, or the other side of the story.
        if actors.first(where: { $0.actor.isKnown }) == nil, act.type.quad == .materialConflict,
            let victim = recipient?.actor.state
        {
            let here = place(clause, page)?.state
            if let state = here.flatMap({ $0 != victim ? $0 : nil }) ?? counterpart(of: victim) {
                actors = [Event.Side(text: "", actor: Actor(state: state, sector: actors.first?.actor.sector ?? "UNK"))]
                confidence -= 0.15
            }
        }
        guard
            var actor = actors.first(where: { $0.actor.state != nil })
                ?? actors.first(where: { $0.actor.isKnown && $0.actor.sector != "CVL" })
        else { return [] }
        if recipient == nil || recipient?.actor.state == nil, let found = otherState(than: actor, clause, page) {
            if recipient == nil { recipient = found } else { recipient?.actor.state = found.actor.state }
            confidence -= 0.15
        }
        if recipient == nil, let earlier, earlier.actor.actor.state == actor.actor.state {
            recipient = earlier.recipient.map { Event.Side(text: "", actor: $0.actor) }
        }
        let isConflict = act.type.quad == .verbalConflict || act.type.quad == .materialConflict
        if recipient == nil, isConflict, let state = actor.actor.state.flatMap(counterpart) {
            recipient = Event.Side(text: "", actor: Actor(state: state, sector: "GOV"))
            confidence -= 0.2
        }
        if recipient?.actor.state == actor.actor.state, actor.actor.state != nil { return [] }
        guard let recipient, recipient.actor.isKnown else { return [] }
        if actor.text.isEmpty { actor.text = actor.actor.name ?? "" }
        return [event(act, clause, modality, page, actor: actor, recipient: recipient, confidence: max(0.2, confidence))]
    }

    /// "in Baku" is where, not towards whom.
    private func isPlace(_ oblique: Clause.Oblique, _ page: Page) -> Bool {
        Self.locative.contains(oblique.preposition) && page.resolved.places[oblique.head] != nil
    }

    private func isTerritory(_ side: Event.Side) -> Bool { side.actor.state.map { territories.contains($0) } ?? false }

    /// The state a report tells most of besides another.
    private func counterpart(of state: String) -> String? {
        let others = mentions.filter { $0.key != state && $0.value > 1 && !territories.contains($0.key) }
        return others.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    private func pairs(_ sides: [Event.Side]) -> [(Event.Side, Event.Side)] {
        var seen: Set<String> = []
        let distinct = sides.filter { side in side.actor.state.map { seen.insert($0).inserted } ?? false }
        guard let first = distinct.first else { return [] }
        return distinct.dropFirst().map { (first, $0) }
    }

    /// The parties that some words head, or hold where they head none: "the office of Sputnik", "a visit by Overchuk".
    private func sides(_ heads: [Int], _ page: Page, deep: Bool) -> [Event.Side] {
        var sides: [Event.Side] = []
        for head in heads {
            if let party = page.resolved.parties[head], party.actor.state != nil || party.actor.isKnown {
                sides.append(side(party, page))
                continue
            }
            let own = page.resolved.parties[head]
            guard deep else { continue }
            let inner = nominals(beneath: head, page)
            let found = inner.lazy.compactMap { page.resolved.parties[$0] }.first { $0.actor.state != nil }
            if let found {
                var side = side(found, page)
                if let own, own.actor.sector != "UNK" {
                    side.actor = Actor(
                        state: found.actor.state, sector: own.actor.sector, organ: own.actor.organ, name: found.actor.name)
                    side.text = page.sentence.text(of: own.words)
                }
                sides.append(side)
            } else if let own {
                sides.append(side(own, page))
            }
        }
        return sides
    }

    /// The words of a noun phrase beneath its head, without the clauses that describe it.
    private func nominals(beneath head: Int, _ page: Page) -> [Int] {
        var found: [Int] = []
        var waiting = [head]
        while let next = waiting.popLast() {
            for child in page.sentence.children[next]
            where !["acl", "advcl", "ccomp", "parataxis", "punct", "case", "cc"].contains(page.words[child].baseRelation) {
                found.append(child)
                waiting.append(child)
            }
        }
        return found.sorted()
    }

    private func side(_ party: Party, _ page: Page) -> Event.Side {
        Event.Side(text: page.sentence.text(of: party.words), actor: party.actor)
    }

    /// Another state named in the trigger's clause, then in the sentence.
    private func otherState(than actor: Event.Side, _ clause: Clause, _ page: Page) -> Event.Side? {
        let inClause = page.sentence.subtree(of: clause.trigger)
        let speaker = page.speech.statement(holding: clause.trigger)?.speaker
        for indices in [inClause, Array(page.words.indices)] {
            for index in indices where index != speaker {
                guard let party = page.resolved.parties[index], let state = party.actor.state, state != actor.actor.state else {
                    continue
                }
                return side(party, page)
            }
        }
        return nil
    }

    private func event(
        _ act: Ontology.Act, _ clause: Clause, _ modality: Modality, _ page: Page, actor: Event.Side, recipient: Event.Side,
        confidence: Double
    ) -> Event {
        let statement = page.speech.statement(holding: clause.trigger)
        let attribution = attribution(statement, page)
        let status = status(modality, attribution, statement, actor, act)
        return Event(
            id: "", report: report.id,
            sentence: Event.Quote(
                index: page.sentence.index, start: page.sentence.start, end: page.sentence.end, text: page.sentence.text),
            actor: actor, recipient: recipient, type: act.type, act: act.key, scale: act.scale, contexts: act.contexts,
            date: date(act, clause, page, status), place: place(clause, page), figures: figures(act, clause, page),
            status: status,
            attribution: attribution, confidence: (confidence * 100).rounded() / 100)
    }

    // MARK: Who says so, and whether it happened

    private func attribution(_ statement: Speech.Statement?, _ page: Page) -> Event.Attribution? {
        guard let statement, let speaker = statement.speaker else { return nil }
        let cue = page.words[statement.cue].text
        if let party = page.resolved.parties[speaker] {
            return Event.Attribution(
                text: page.sentence.text(of: party.words), actor: party.actor, cue: cue, quoted: isQuoted(statement, page))
        }
        guard page.words[speaker].tag == .noun || page.words[speaker].tag == .name else { return nil }
        return Event.Attribution(
            text: page.words[speaker].text, actor: Actor(), cue: cue, quoted: isQuoted(statement, page))
    }

    private func isQuoted(_ statement: Speech.Statement, _ page: Page) -> Bool {
        statement.content.contains { ["“", "\"", "‘", "``"].contains(page.words[$0].text) }
    }

    private func status(
        _ modality: Modality, _ attribution: Event.Attribution?, _ statement: Speech.Statement?, _ actor: Event.Side,
        _ act: Ontology.Act
    ) -> Event.Status {
        switch modality.kind {
        case .negated: return .denied
        case .planned:
            // A party's own announced step counts as taken.
            if let attribution, attribution.actor.state == actor.actor.state, act.type.quad != .verbalCooperation {
                return .happened
            }
            return .planned
        case .cancelled: return .cancelled
        case .hypothetical: return .hypothetical
        case .uncertain: return .claimed
        case .asserted:
            guard let attribution else { return statement != nil && statement?.speaker == nil ? .claimed : .happened }
            let isOwn = attribution.actor.state != nil && attribution.actor.state == actor.actor.state
            let isMaterial = act.type.quad == .materialConflict
            return !isOwn && isMaterial ? .claimed : .happened
        }
    }

    // MARK: When, where, how many

    private func date(_ act: Ontology.Act, _ clause: Clause, _ page: Page, _ status: Event.Status) -> Event.Dating? {
        func dating(_ expression: TimeExpressions.Expression) -> Event.Dating {
            Event.Dating(start: expression.start, end: expression.end, text: page.sentence.text(of: expression.words))
        }
        // The nearest up the tree: the trigger's own clause, then those it hangs in.
        var index: Int? = clause.trigger
        var previous: Set<Int> = []
        while let current = index {
            let below = Set(page.sentence.subtree(of: current))
            let fresh = below.subtracting(previous)
            let near = page.times.expressions.filter { $0.words.contains { fresh.contains($0) } }
            if let nearest = near.min(by: { distance($0, clause.trigger) < distance($1, clause.trigger) }) {
                return dating(nearest)
            }
            previous = below
            index = page.words[current].head
        }
        guard let day = report.day, status == .happened, act.type != .assault, isNews(clause.trigger, page) else { return nil }
        // Told without a date: news of the day, or of the day the sentence before spoke of.
        // After a sentence of background the day is open.
        if let lastDate {
            return lastDate.start >= day - 3 ? Event.Dating(start: lastDate.start, end: lastDate.end) : nil
        }
        return Event.Dating(start: day - 1, end: day)
    }

    /// Whether a word heads the news of its sentence, rather than what led to it.
    private func isNews(_ trigger: Int, _ page: Page) -> Bool {
        var index = trigger
        while let head = page.words[index].head {
            guard ["ccomp", "xcomp", "conj", "parataxis", "obj", "nsubj"].contains(page.words[index].baseRelation) else {
                return false
            }
            index = head
        }
        let isPluperfect = page.sentence.children[trigger].contains {
            page.words[$0].lower == "had" && page.words[$0].tag == .auxiliary
        }
        return !isPluperfect
    }

    private func distance(_ expression: TimeExpressions.Expression, _ word: Int) -> Int {
        expression.words.upperBound <= word ? word - expression.words.upperBound : max(0, expression.words.lowerBound - word)
    }

    private func place(_ clause: Clause, _ page: Page) -> Place? {
        let clauseWords = Set(page.sentence.subtree(of: clause.trigger))
        let places = page.resolved.places.sorted { $0.key < $1.key }
        func isLocative(_ head: Int) -> Bool {
            let preposition = Clause.preposition(of: head, page.sentence)
            if preposition == "of", let city = page.words[head].head {
                return Clause.preposition(of: city, page.sentence).map { Self.locative.contains($0) } ?? false
            }
            return preposition.map { Self.locative.contains($0) } ?? false
        }
        return places.first { clauseWords.contains($0.key) && isLocative($0.key) }?.value
            ?? places.first { isLocative($0.key) }?.value
    }

    private func figures(_ act: Ontology.Act, _ clause: Clause, _ page: Page) -> [Event.Figure] {
        let counted = Set(
            (clause.patients + clause.obliques.filter { ["of", "to", "from"].contains($0.preposition) }.map(\.head)).flatMap {
                head in
                [head]
                    + page.sentence.children[head].filter {
                        ["nummod", "conj", "nmod", "compound", "det", "amod"].contains(page.words[$0].baseRelation)
                    }
            } + (page.words[clause.trigger].tag == .noun ? [clause.trigger] : []))
        return page.figures.filter { counted.contains($0.noun) || counted.contains($0.number) }.map { found in
            var figure = found.figure
            figure.kind = Figures.kind(act: act.key, noun: page.words[found.noun])
            return figure
        }
    }

    // MARK: The end

    /// The report's events, each with its identity.
    func finished() -> [Event] {
        var seen: [String: Int] = [:]
        return drafts.map { draft in
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
}
