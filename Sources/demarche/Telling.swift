import Coding
import Reading
import Record
import World

/// Events and incidents told in a line each, for people.
enum Telling {
    /// "AZE → RUS  summon-envoy (ACCUSE)  2025-06-28  Baku  happened  says the ministry".
    static func line(_ event: Event) -> String {
        var parts = ["\(side(event.actor)) → \(event.recipient.map(side) ?? "—")", "\(event.act) (\(event.type.rawValue))"]
        if let date = event.date { parts.append(dates(date)) }
        if let place = event.place { parts.append(place.name) }
        parts += event.figures.map { figure($0.kind, $0.value, $0.qualifier) }
        parts.append(event.status.rawValue)
        if let speaker = event.attribution { parts.append("says \(speaker.actor.name ?? speaker.text)") }
        return parts.joined(separator: "  ")
    }

    private static func side(_ side: Event.Side) -> String {
        let who = side.actor.state ?? side.actor.name ?? "?"
        return side.text.isEmpty ? who : "\(who) “\(side.text)”"
    }

    static func dates(_ date: Event.Dating) -> String {
        if date.start == date.end { return date.start.description }
        let (a, b) = (date.start.components, date.end.components)
        if a.day == 1, a.year == b.year, b.day == Day.length(ofMonth: b.month, year: b.year) {
            if a.month == b.month { return String(date.start.description.prefix(7)) }
            if a.month == 1, b.month == 12 { return String(a.year) }
        }
        if a.year == b.year, a.month == b.month { return "\(date.start)/\(date.end.description.suffix(2))" }
        return "\(date.start)/\(date.end)"
    }

    static func figure(_ kind: Event.Figure.Kind, _ value: Int?, _ qualifier: Event.Figure.Qualifier) -> String {
        let words = qualifier.words(value)
        return kind == .other ? words : "\(words) \(kind.rawValue)"
    }

    /// The differing figures of an incident: "9 or around 50 arrested".
    static func figures(_ incident: Incident) -> String {
        incident.figures.compactMap { kind, accounts -> String? in
            guard kind != .other else { return nil }
            var told: [String] = []
            for account in accounts {
                let words = account.qualifier.words(account.value)
                if !words.isEmpty, !told.contains(words) { told.append(words) }
            }
            return told.isEmpty ? nil : "\(told.joined(separator: " or ")) \(kind.rawValue)"
        }.joined(separator: ", ")
    }

    /// "AZE → RUS  summon-envoy (ACCUSE)  2025-06-28  Baku  happened  contested".
    static func line(_ incident: Incident) -> String {
        var parts = [incident.dyad.joined(separator: " → "), "\(incident.act) (\(incident.type.rawValue))"]
        if let date = incident.date { parts.append(dates(date)) }
        if let place = incident.place { parts.append(place.name) }
        let told = figures(incident)
        if !told.isEmpty { parts.append(told) }
        parts.append(incident.status.rawValue)
        if incident.contested { parts.append("contested") }
        return parts.joined(separator: "  ")
    }

    /// "around 50 arrested: says the ministry; in The Courier (AZE, state), 2025-06-28".
    static func account(_ account: Incident.Account, _ outlets: [String: Outlets.Outlet]) -> String {
        let what =
            Event.Figure.Kind(rawValue: account.kind.rawValue).map { figure($0, account.value, account.qualifier) }
            ?? "\(account.kind.rawValue) “\(account.words ?? "")”"
        let speaker = account.attribution.map { "says \($0.actor.name ?? $0.text)" } ?? "in the reporter's words"
        let places = Set(account.reports.compactMap { outlets[$0].map(outlet) }).sorted().joined(separator: ", ")
        let days = [account.first, account.last].compactMap(\.self).map(\.description)
        let told = Set(days).count > 1 ? days.joined(separator: " to ") : days.first ?? "undated"
        let origins = account.origins == account.reports.count ? "" : " (\(account.origins) independent)"
        return "\(what): \(speaker); in \(places)\(origins), \(told)"
    }

    /// "The Courier (AZE, state)".
    static func outlet(_ outlet: Outlets.Outlet) -> String {
        let facts = [outlet.state, outlet.owner].compactMap(\.self)
        return facts.isEmpty ? outlet.name : "\(outlet.name) (\(facts.joined(separator: ", ")))"
    }
}
