internal import Coding
internal import Reading
internal import World

extension Incident {
    /// What the events that tell of it amount to.
    ///
    /// - Parameters:
    ///   - id: its identity.
    ///   - events: at least one, the founding event first.
    ///   - confirmed: events that a person confirmed.
    init?(id: String, events: [Event], confirmed: Set<String>, accounts gathering: Accounts) {
        guard let founder = events.first else { return nil }
        // Claims and plans are overtaken by what is told as fact.
        let order: [Event.Status] = [.happened, .claimed, .cancelled, .planned, .denied, .hypothetical]
        let statuses = Set(events.map(\.status))
        func origin(_ report: String) -> String { gathering.sources[report]?.origin ?? report }
        let reports = Set(events.map(\.report)).sorted()
        let accounts = gathering.accounts(of: events)

        let doubts = Dictionary(grouping: events) { origin($0.report) }
            .mapValues { told in told.map { confirmed.contains($0.id) ? 1 : $0.confidence }.max() ?? 0 }
        let doubt = doubts.sorted { $0.key < $1.key }.reduce(1.0) { $0 * (1 - $1.value) }

        self.init(
            id: id, dyad: Self.mostTold(events) { [$0.actor.key, $0.recipient?.key ?? ""] } ?? [], type: founder.type,
            act: Self.mostTold(events) { $0.act } ?? founder.act, date: Self.date(of: events),
            place: Self.mostTold(events) { $0.place }, events: events.map(\.id), reports: reports,
            origins: Set(reports.map(origin)).sorted(),
            contested: Accounts.areContested(accounts, statuses: statuses),
            status: order.first { statuses.contains($0) } ?? .happened,
            confidence: (100 * (1 - doubt)).rounded() / 100, keptAccounts: .found(accounts))
    }

    /// The day that most reports give; only where none gives a day, a vaguer date.
    private static func date(of events: [Event]) -> Event.Dating? {
        let dated = events.filter { $0.date != nil }
        let exact = dated.filter { $0.date.map { $0.start == $0.end } == true }
        let told = exact.isEmpty ? dated : exact
        let span = mostTold(told) { $0.date.map { [$0.start, $0.end] } }
        return told.lazy.compactMap(\.date).first { [$0.start, $0.end] == span }
    }

    /// The value that most reports give; of those that as many give, the first.
    private static func mostTold<Value: Hashable>(_ events: [Event], _ value: (Event) -> Value?) -> Value? {
        var tellers: [Value: Set<String>] = [:]
        var order: [Value] = []
        for event in events {
            guard let value = value(event) else { continue }
            if tellers[value] == nil { order.append(value) }
            tellers[value, default: []].insert(event.report)
        }
        let most = tellers.values.map(\.count).max()
        return order.first { tellers[$0]?.count == most }
    }
}
