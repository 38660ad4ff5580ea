/// How far two annotations of the same reports agree, event by event of the same sentence.
public struct Agreement: Sendable {
    /// Reports that both have.
    public private(set) var reports = 0
    public private(set) var first = 0
    public private(set) var second = 0
    /// Pairs of one sentence with the same two states (in either direction for mutual acts) and the same type.
    public private(set) var matched = 0
    /// Pairs of the same two states whatever the type.
    public private(set) var sides = 0
    /// Of the matched, those with the same act, status, date and speaker's state.
    public private(set) var act = 0
    public private(set) var status = 0
    public private(set) var date = 0
    public private(set) var speaker = 0

    /// Cohen's analogue where there is no list of chances to agree on: the F1 of one annotation against the other.
    public var eventF1: Double { Self.f1(matched, first, second) }
    public var sidesF1: Double { Self.f1(sides, first, second) }

    private static func f1(_ hit: Int, _ first: Int, _ second: Int) -> Double {
        first + second > 0 ? 2 * Double(hit) / Double(first + second) : 0
    }

    public init(_ one: Corpus, _ other: Corpus, ontology: Ontology) {
        let others = Dictionary(other.reports.map { ($0.id, $0) }) { first, _ in first }
        for report in one.reports {
            guard let twin = others[report.id], twin.lines.count == report.lines.count else { continue }
            reports += 1
            for (line, twin) in zip(report.lines, twin.lines) { compare(line.notes, twin.notes, ontology) }
        }
    }

    private mutating func compare(_ notes: [AnnotatedReport.Note], _ twins: [AnnotatedReport.Note], _ ontology: Ontology) {
        first += notes.count
        second += twins.count
        var free = Set(twins.indices)
        var alone: [AnnotatedReport.Note] = []
        for note in notes {
            let fitting = free.filter { haveSameSides(note, twins[$0], ontology) && haveSameType(note, twins[$0], ontology) }
            guard let best = fitting.max(by: { (likeness(note, twins[$0]), $1) < (likeness(note, twins[$1]), $0) }) else {
                alone.append(note)
                continue
            }
            let twin = twins[best]
            free.remove(best)
            matched += 1
            sides += 1
            if note.act == twin.act { act += 1 }
            if note.status == twin.status { status += 1 }
            if note.date?.start == twin.date?.start, note.date?.end == twin.date?.end { date += 1 }
            if note.speaker?.side.state == twin.speaker?.side.state { speaker += 1 }
        }
        for note in alone {
            guard let twin = free.sorted().first(where: { haveSameSides(note, twins[$0], ontology) }) else { continue }
            free.remove(twin)
            sides += 1
        }
    }

    private func likeness(_ one: AnnotatedReport.Note, _ other: AnnotatedReport.Note) -> Int {
        (one.act == other.act ? 2 : 0) + (one.trigger.range.overlaps(other.trigger.range) ? 2 : 0)
            + (one.status == other.status ? 1 : 0)
    }

    private func haveSameType(_ one: AnnotatedReport.Note, _ other: AnnotatedReport.Note, _ ontology: Ontology) -> Bool {
        ontology.acts[one.act]?.type == ontology.acts[other.act]?.type
    }

    private func haveSameSides(_ one: AnnotatedReport.Note, _ other: AnnotatedReport.Note, _ ontology: Ontology) -> Bool {
        let forward = one.actor.state == other.actor.state && one.recipient?.state == other.recipient?.state
        guard !forward, ontology.acts[one.act]?.isMutual ?? false else { return forward }
        return one.actor.state == other.recipient?.state && one.recipient?.state == other.actor.state
    }
}
