internal import Coding
internal import Reading
internal import World

/// Merges events of one pair and type that tell of the same thing done once.
///
/// Events are taken in an order of their own, not that of reading, so that the same events always give the same
/// incidents. Each joins the first incident whose founding event it agrees with in direction, act, time and place.
enum Merging {
    /// Acts that reports use for one another.
    private static let families: [Set<String>] = [
        ["arrest", "detain"], ["raid-office", "search"],
        ["expel-diplomats", "persona-non-grata"],
        ["kill", "injure", "attack", "assassinate", "massacre", "shoot-at", "torture"],
        ["shoot-down", "attack", "missile-strike", "shoot-at"],
        ["air-strike", "drone-strike", "missile-strike", "shell", "bomb", "attack"],
        ["apologise", "express-regret", "admit-fact"],
        ["phone-call", "talks", "meet"],
        ["visit", "meet", "talks", "host-visit"],
        ["accuse", "blame", "accuse-of-aggression", "accuse-of-lying", "accuse-of-atrocities", "accuse-of-interference"],
        ["condemn", "criticise", "deplore", "protest-note"],
        ["indict", "investigate"],
        ["demand", "demand-apology", "demand-compensation", "demand-punishment", "demand-investigation", "urge"],
        ["demand-release", "demand", "urge"],
        ["call-for-talks", "urge", "ask-reconsider"],
        ["cancel-visit", "refuse-visit"],
        ["recognise-claim", "endorse"],
        ["storm-embassy", "attack"],
        ["sign-accord", "agree-to-restore-ties", "trade-deal-agreed", "agree-to-cooperate"],
        ["restore-ties", "reopen-embassy"],
        ["suspend-flights", "ban-airline"],
    ]

    static func incidents(of events: [Event]) -> [Incident] {
        var clusters: [[Event]] = []
        for event in events.sorted(by: precedes) {
            // What is told without a date is the latest of its kind.
            let agreeing = clusters.indices.filter { agree(clusters[$0][0], event) }
            if let index = event.date == nil ? agreeing.max(by: { day(clusters[$0]) < day(clusters[$1]) }) : agreeing.first {
                clusters[index].append(event)
            } else {
                clusters.append([event])
            }
        }
        return clusters.map(incident)
    }

    private static func day(_ cluster: [Event]) -> Int { cluster[0].date?.start.number ?? .min }

    /// The most exactly dated first, so that they found incidents and vaguer ones join them.
    private static func precedes(_ one: Event, _ other: Event) -> Bool {
        func key(_ event: Event) -> (Int, Int, String) {
            (event.date.map { $0.end - $0.start } ?? 9_999, event.date?.start.number ?? 0, event.id)
        }
        return key(one) < key(other)
    }

    private static func agree(_ one: Event, _ other: Event) -> Bool {
        guard direction(one, other), sameAct(one.act, other.act), samePlace(one, other) else { return false }
        // What is only possible is not the thing itself.
        guard (one.status == .hypothetical) == (other.status == .hypothetical) else { return false }
        switch (one.date, other.date) {
        case (let a?, let b?):
            let slack = min(a.end - a.start, b.end - b.start) > 0 ? 0 : 1
            return a.start <= b.end + slack && b.start <= a.end + slack
        default: return one.act == other.act
        }
    }

    private static func direction(_ one: Event, _ other: Event) -> Bool {
        if one.actor.key == other.actor.key, one.recipient?.key == other.recipient?.key { return true }
        return one.type.isMutual && one.actor.key == other.recipient?.key && one.recipient?.key == other.actor.key
    }

    private static func sameAct(_ one: String, _ other: String) -> Bool {
        one == other || families.contains { $0.contains(one) && $0.contains(other) }
    }

    /// Deeds are done somewhere; words are not told apart by place.
    private static func samePlace(_ one: Event, _ other: Event) -> Bool {
        guard one.type.quad == .materialConflict, let a = one.place, let b = other.place else { return true }
        guard let aState = a.state, let bState = b.state, aState != bState else { return true }
        // The crash and the shot that caused it may lie in two states; arrests do not.
        return one.type == .assault
    }

    private static func incident(of events: [Event]) -> Incident {
        let founder = events[0]
        // Claims and plans are overtaken by what is told as fact.
        let order: [Event.Status] = [.happened, .claimed, .cancelled, .planned, .denied, .hypothetical]
        let statuses = Set(events.map(\.status))
        let acts = Dictionary(grouping: events, by: \.act).mapValues(\.count)
        let act = acts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? founder.act
        let accounts = accounts(of: events)
        let values = Dictionary(grouping: accounts.filter { $0.kind != .other && $0.value != nil }, by: \.kind)
            .mapValues { Set($0.map(\.value)).count }
        let isDenied = statuses.contains(.denied) && (statuses.contains(.happened) || statuses.contains(.claimed))
        return Incident(
            id: "i" + founder.id.dropFirst(), dyad: [founder.actor.key, founder.recipient?.key ?? ""], type: founder.type,
            act: act,
            date: founder.date, place: events.lazy.compactMap(\.place).first, events: events.map(\.id),
            reports: Set(events.map(\.report)).sorted(), contested: values.contains { $0.value > 1 } || isDenied,
            status: order.first { statuses.contains($0) } ?? .happened, accounts: accounts)
    }

    /// Every differing figure with who says it, in the order of their first telling.
    private static func accounts(of events: [Event]) -> [Incident.Account] {
        var accounts: [Incident.Account] = []
        for event in events {
            for figure in event.figures {
                let speaker = event.attribution
                if let index = accounts.firstIndex(where: {
                    $0.kind == figure.kind && $0.value == figure.value && $0.qualifier == figure.qualifier
                        && $0.attribution?.actor == speaker?.actor
                }) {
                    if !accounts[index].reports.contains(event.report) { accounts[index].reports.append(event.report) }
                } else {
                    accounts.append(
                        Incident.Account(
                            kind: figure.kind, value: figure.value, qualifier: figure.qualifier, attribution: speaker,
                            reports: [event.report]))
                }
            }
        }
        for index in accounts.indices { accounts[index].reports.sort() }
        return accounts
    }
}
