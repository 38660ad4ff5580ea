internal import Coding
internal import Reading
internal import Record

/// One direction of a pair and how its index moved, with what moved it.
struct Mover: Sendable {
    let actor: String
    let recipient: String
    let week: Day
    /// The index now and four weeks before; `nil` where there are too few reports.
    let now: Double?
    let before: Double?
    /// The last half year.
    let weeks: [Double?]
    /// This week's and last week's incidents.
    let recent: Int
    /// What weighs most in the index now, the heaviest first.
    let reasons: [Incident]

    /// - Parameter day: the last that the record tells of.
    init(_ tension: Tension, _ acts: PairActs, until day: Day) {
        actor = tension.actor
        recipient = tension.recipient
        let weeks = tension.weeks.filter { $0.start <= day }
        // A pair of which nothing was told for weeks has no index now.
        let last = weeks.last.flatMap { $0.start > day - 21 ? $0 : nil }
        week = last?.start ?? day
        now = last?.index
        before = weeks.dropLast(4).last?.index
        self.weeks = weeks.suffix(26).map(\.index)
        recent = weeks.filter { $0.start > day - 14 }.reduce(0) { $0 + $1.incidents }
        let fresh = day - 20
        let weights = last.map { tension.contributions(to: $0) } ?? []
        // What pulls the way it moved; where it did not move, to the side it stands on.
        let pull =
            switch Self.direction(now, before) {
            case .up: 1.0
            case .down: -1.0
            case .steady, .new, .unknown: (now ?? 0) >= 50 ? 1.0 : -1.0
            }
        let hasNone = now == nil
        let heaviest = weights.filter { acts.incidents[$0.incident]?.date.map { $0.end >= fresh } == true }
            .filter { hasNone || $0.points * pull > 0 }
            .sorted { (abs($1.points), $0.incident) < (abs($0.points), $1.incident) }
        reasons = heaviest.prefix(3).compactMap { acts.incidents[$0.incident] }
    }

    enum Direction: String, Sendable, Encodable { case up, down, steady, new, unknown }

    var direction: Direction { Self.direction(now, before) }

    private static func direction(_ now: Double?, _ before: Double?) -> Direction {
        guard let now else { return .unknown }
        guard let before else { return .new }
        return now - before >= 3 ? .up : before - now >= 3 ? .down : .steady
    }

    /// By how much there is something to see here.
    var weight: Double { (now.flatMap { now in before.map { abs(now - $0) } } ?? 0) + Double(min(recent, 20)) / 2 }

    /// Why, in one plain sentence.
    func sentence(_ words: Words) -> String {
        let acts = reasons.map { incident in
            words(
                "mover.act",
                ["act": words.act(incident.act), "date": incident.date.map { words.day($0.start) } ?? words["undated"]])
        }
        let list = acts.isEmpty ? words["mover.nothing"] : acts.joined(separator: words["mover.separator"])
        func points(_ value: Double?) -> String { value.map { String(Int($0.rounded())) } ?? "–" }
        return words(
            "mover.\(direction.rawValue)",
            ["from": points(before), "to": points(now), "acts": list, "recent": words.count(recent, "incidents")])
    }
}

extension Mover: Encodable {
    private enum Key: String, CodingKey { case actor, recipient, week, index, before, direction, recent, reasons }

    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(actor, forKey: .actor)
        try values.encode(recipient, forKey: .recipient)
        try values.encode(week, forKey: .week)
        try values.encode(now, forKey: .index)
        try values.encode(before, forKey: .before)
        try values.encode(direction, forKey: .direction)
        try values.encode(recent, forKey: .recent)
        try values.encode(reasons.map(\.id), forKey: .reasons)
    }
}
