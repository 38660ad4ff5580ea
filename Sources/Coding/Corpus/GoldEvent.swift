internal import Reading

/// An annotated event in the form that coded events are scored against: sides by state, type, act, date, status and speaker.
public struct GoldEvent: Encodable, Sendable {
    struct Side: Encodable {
        let state: String?
        let sector: String
        let text: String
    }

    struct Figure: Encodable {
        let kind: String
        let value: Double?
    }

    let report: String
    let sentence: String
    let actor: Side
    let recipient: Side?
    let type: String
    let act: String
    let date: String?
    let place: String?
    let figures: [Figure]
    let status: String
    let speaker: String?
    let confidence = "sure"

    private enum CodingKeys: String, CodingKey {
        case report, sentence, actor, recipient, type, act, date, place, figures, status, confidence
        case speaker = "according_to"
    }

    /// `nil` where the ontology lacks the act.
    public init?(
        _ note: AnnotatedReport.Note, in line: AnnotatedReport.Line, of report: AnnotatedReport, ontology: Ontology
    ) {
        guard let act = ontology.acts[note.act] else { return nil }
        func side(_ side: AnnotatedReport.Side) -> Side {
            Side(state: side.state, sector: side.sector, text: side.phrase?.text ?? side.name ?? "")
        }
        self.report = report.id
        sentence = line.text
        actor = side(note.actor)
        recipient = note.recipient.map(side)
        type = act.type.rawValue
        self.act = act.key
        date = note.date.map { $0.start == $0.end ? $0.start.description : "\($0.start)/\($0.end)" }
        place = note.place?.text
        figures = note.figures.map { Figure(kind: $0.kind.rawValue, value: $0.value) }
        status = note.status.rawValue
        speaker = note.speaker.map { $0.side.phrase?.text ?? $0.side.organ ?? $0.side.state ?? "" }
    }
}
