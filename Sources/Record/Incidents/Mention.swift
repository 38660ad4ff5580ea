internal import Coding
internal import Reading
internal import World

/// What of an event is compared with other events, so that the same thing told twice is known again.
///
/// It is a function of the event and its report's day alone: nothing that is read later changes it.
struct Mention: Sendable, Hashable {
    /// The place of an event in the order in which events found incidents or join them: the most exactly dated first, then
    /// the earliest, so that it does not matter which was read first.
    struct Order: Hashable, Comparable, Sendable {
        let vagueness: Int
        let from: Int
        let event: String

        static func < (one: Order, other: Order) -> Bool {
            (one.vagueness, one.from, one.event) < (other.vagueness, other.from, other.event)
        }
    }

    let event: String
    let report: String
    let sentence: Int
    /// Both sides, in alphabetical order.
    let pair: String
    let type: String
    let act: String
    let actor: String
    let recipient: String
    let status: Event.Status
    let speaker: String
    let vagueness: Int
    /// The first and last day it may have happened on, counted from 1970-01-01.
    let from: Int
    let until: Int
    let words: WordSet
    /// Of the recipient as written.
    let target: WordSet
    let place: WordSet
    /// Kinds with their values.
    let figures: WordSet

    var order: Order { Order(vagueness: vagueness, from: from, event: event) }
    var isDated: Bool { vagueness < Self.undated }

    /// What is told without a date happened in the weeks before its report.
    static let lateness = 45
    /// Longer spans say little; they count as the first days of them.
    static let longest = 400
    static let undated = 10_000

    init(_ event: Event, published: Day?, likeness: Likeness) {
        self.event = event.id
        report = event.report
        sentence = event.sentence.index
        actor = event.actor.key
        recipient = event.recipient?.key ?? ""
        pair = Record.pair(actor, recipient)
        type = event.type.rawValue
        act = event.act
        status = event.status
        speaker = event.attribution.map { $0.actor.state ?? $0.actor.name ?? "" } ?? ""
        if let date = event.date {
            from = date.start.number
            until = min(max(date.end.number, from), from + Self.longest)
            vagueness = until - from
        } else {
            until = published?.number ?? 0
            from = until - Self.lateness
            vagueness = Self.undated
        }
        words = likeness.words(of: event.sentence.text)
        target = likeness.words(of: event.recipient?.text ?? "")
        place = likeness.words(of: event.place?.name ?? "")
        figures = WordSet(event.figures.compactMap { figure in figure.value.map { "\(figure.kind.rawValue) \($0)" } })
    }
}

extension Event.Side {
    /// The side's state, or the name of a body of no state.
    var key: String { actor.state ?? actor.name ?? "" }
}
