internal import Reading
internal import World

/// What a report has told so far: which states it is about, what was done, on which day. What a later sentence leaves out is
/// filled from here.
struct Discourse {
    /// Territories and disputed states, which a report names more often as a place or a cause than as a side.
    private let territories: Set<String>
    private var weights: [String: Double] = [:]
    private(set) var dates: [Event.Dating] = []
    var lastDate: Event.Dating? { dates.last }
    private var lastByAct: [String: Event] = [:]
    private var lastByQuad: [EventType.Quad: Event] = [:]
    private(set) var last: Event?

    /// How much it counts that a state was a side of an event, against that it was named.
    private static let side = 2.0

    /// The day whose news the report tells.
    let newsDay: Day?
    /// News is at most so many days old.
    static let freshness = 3

    init(territories: Set<String>, newsDay: Day?) {
        self.territories = territories
        self.newsDay = newsDay
    }

    mutating func note(_ resolved: ResolvedSentence) {
        for party in resolved.parties.values where party.basis != .pronoun {
            if let state = party.actor.state { weights[state, default: 0] += 1 }
        }
    }

    mutating func note(_ events: [Event]) {
        for event in events {
            for state in [event.actor.actor.state, event.recipient?.actor.state].compactMap(\.self) {
                weights[state, default: 0] += Self.side
            }
            lastByAct[event.act] = event
            lastByQuad[event.type.quad] = event
            last = event
        }
    }

    mutating func note(_ date: Event.Dating) { dates.append(date) }

    func last(_ act: String) -> Event? { lastByAct[act] }

    /// The last event of a quad class; of the quarrel itself rather than of what was said of it.
    func last(_ quad: EventType.Quad) -> Event? { lastByQuad[quad] }

    func isTerritory(_ state: String) -> Bool { territories.contains(state) }

    /// The state a report tells most of besides another, of those that `preferred` holds before all others.
    func counterpart(of state: String, preferring preferred: Set<String> = []) -> String? {
        let others = weights.filter { $0.key != state && !territories.contains($0.key) }
        func weight(_ code: String) -> Double { (weights[code] ?? 0) + (preferred.contains(code) ? 4 : 0) }
        return others.keys.max { (weight($0), $1) < (weight($1), $0) }
    }

    /// The states told of, territories apart.
    var states: Set<String> { Set(weights.keys).subtracting(territories) }
}
