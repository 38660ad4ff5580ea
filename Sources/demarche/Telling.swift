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
        let number = value.map(String.init) ?? ""
        let words: String =
            switch qualifier {
            case .exact, .none: number
            case .around: "around \(number)"
            case .moreThan: "more than \(number)"
            case .atLeast: "at least \(number)"
            case .upTo: "up to \(number)"
            case .several: "several"
            case .dozens: "dozens"
            }
        return kind == .other ? words : "\(words) \(kind.rawValue)"
    }

    /// The differing figures of an incident: "9 or around 50 arrested".
    static func figures(_ incident: Incident) -> String {
        Event.Figure.Kind.allCases.compactMap { kind -> String? in
            guard kind != .other else { return nil }
            var told: [String] = []
            for account in incident.accounts where account.kind == kind {
                let words = figure(.other, account.value, account.qualifier)
                if !words.isEmpty, !told.contains(words) { told.append(words) }
            }
            return told.isEmpty ? nil : "\(told.joined(separator: " or ")) \(kind.rawValue)"
        }.joined(separator: ", ")
    }
}
