internal import Coding
internal import Reading
internal import World

/// Gathers the accounts of an incident from the events that tell of it; nothing is averaged, nothing left out.
struct Accounts {
    /// Where an event was told.
    struct Source {
        let published: Day?
        /// The report whose words it repeats, or itself.
        let origin: String
    }

    let words: AccountWords
    /// By report.
    let sources: [String: Source]
    /// Figures told beside the events, by event.
    let tellings: [String: [ReportFigures.Telling]]

    /// In the order of the events, then of kinds.
    func accounts(of events: [Event]) -> [Incident.Account] {
        var gathered: [Incident.Account] = []
        func add(
            _ kind: Incident.Account.Kind, _ value: Int? = nil, words: String? = nil,
            _ qualifier: Event.Figure.Qualifier = .none, by speaker: Event.Attribution?, in report: String
        ) {
            if let index = gathered.firstIndex(where: {
                $0.kind == kind && $0.value == value && $0.qualifier == qualifier && $0.attribution?.actor == speaker?.actor
                    && (kind == .denial || $0.words == words)
            }) {
                if !gathered[index].reports.contains(report) { gathered[index].reports.append(report) }
            } else {
                gathered.append(
                    Incident.Account(
                        kind: kind, value: value, words: words, qualifier: qualifier, attribution: speaker, reports: [report],
                        origins: 0))
            }
        }
        let days = Set(events.compactMap(Self.toldDay))
        // Who tells of one of them does not say that there was but one: "killed my brother".
        let counted = Set(events.flatMap(\.figures).filter { $0.qualifier != .none }.map(\.kind))
        for event in events {
            let speaker = event.attribution
            for figure in event.figures where figure.qualifier != .none || !counted.contains(figure.kind) {
                add(Incident.Account.Kind(figure.kind), figure.value, figure.qualifier, by: speaker, in: event.report)
            }
            for telling in tellings[event.id] ?? [] {
                let figure = telling.figure
                add(Incident.Account.Kind(figure.kind), figure.value, figure.qualifier, by: telling.attribution, in: event.report)
            }
            if days.count > 1, let day = Self.toldDay(event) {
                add(.date, day.components.day, words: day.description, .exact, by: speaker, in: event.report)
            }
            if event.status == .denied {
                add(.denial, words: event.sentence.text, by: speaker, in: event.report)
            } else if let speaker, event.type.quad == .materialConflict, let state = speaker.actor.state {
                if state == event.actor.actor.state, event.type == .assault || event.type == .coerce {
                    add(.admission, words: event.sentence.text, by: speaker, in: event.report)
                } else if event.status == .claimed {
                    add(.responsibility, words: event.actor.key, by: speaker, in: event.report)
                }
            }
            if let cause = cause(in: event.sentence.text) { add(.cause, words: cause, by: speaker, in: event.report) }
        }
        return gathered.map(dated)
    }

    /// Whether accounts cannot all be true.
    static func areContested(_ accounts: [Incident.Account], statuses: Set<Event.Status>) -> Bool {
        if statuses.contains(.denied), statuses.contains(.happened) || statuses.contains(.claimed) { return true }
        return Dictionary(grouping: accounts, by: \.kind).contains { kind, versions in
            switch kind {
            case .other: false
            // A day more or less is where the clocks are.
            case .date:
                versions.contains { one in
                    versions.contains { other in
                        guard let first = one.words.flatMap({ Day($0) }), let second = other.words.flatMap({ Day($0) }) else {
                            return false
                        }
                        return first - second > 1
                    }
                }
            default:
                kind.isFigure && versions.contains { one in versions.contains { !one.agrees(with: $0) } }
            }
        }
    }

    /// The day an event is told to have happened on, where the sentence itself says it.
    private static func toldDay(_ event: Event) -> Day? {
        guard let date = event.date, date.text != nil, date.start == date.end else { return nil }
        return date.start
    }

    private func dated(_ account: Incident.Account) -> Incident.Account {
        var account = account
        account.reports.sort()
        let days = account.reports.compactMap { sources[$0]?.published }
        account.first = days.min()
        account.last = days.max()
        account.origins = Set(account.reports.map { sources[$0]?.origin ?? $0 }).count
        return account
    }

    /// The words after "because of" up to the end of the clause.
    private func cause(in sentence: String) -> String? {
        let lower = sentence.lowercased()
        for cue in words.causes {
            let spaced = " \(cue) "
            guard lower.holds(spaced), let found = lower.firstRange(of: spaced) else { continue }
            let rest = sentence.suffix(lower.distance(from: found.upperBound, to: lower.endIndex))
            let cause = rest.prefix { !",.;:”\"".contains($0) }.prefix(120)
            return cause.isEmpty ? nil : String(cause)
        }
        return nil
    }
}
