internal import Coding
internal import Reading
internal import World

/// Incidents as all-day events of a calendar (iCalendar, RFC 5545). Undated ones have no place in it.
struct IncidentCalendar: IncidentWriter {
    let title: String
    let made: String
    let name: (String) -> String

    func opening() -> String {
        lines([
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Demarche//Incidents//EN", "CALSCALE:GREGORIAN",
            "X-WR-CALNAME:\(escaped(title))",
        ])
    }

    func text(of item: ExportedIncident) -> String? {
        let incident = item.incident
        guard let date = incident.date else { return nil }
        var event = [
            "BEGIN:VEVENT", "UID:\(escaped(incident.id))@demarche",
            "DTSTAMP:\(digits(made, 8))T\(digits(made.dropFirst(10), 6))Z",
            "DTSTART;VALUE=DATE:\(digits(date.start.description, 8))",
            "DTEND;VALUE=DATE:\(digits((date.end + 1).description, 8))",
            "SUMMARY:\(escaped(item.headline(name)))",
            "DESCRIPTION:\(escaped(item.sentence + "\n" + item.outlets.joined(separator: ", ")))",
            "CATEGORIES:\(escaped(incident.type.rawValue))",
            "STATUS:\(incident.status == .happened ? "CONFIRMED" : incident.status == .cancelled ? "CANCELLED" : "TENTATIVE")",
            "TRANSP:TRANSPARENT",
        ]
        if let place = incident.place {
            event.append("LOCATION:\(escaped(place.name))")
            if let latitude = place.latitude, let longitude = place.longitude { event.append("GEO:\(latitude);\(longitude)") }
        }
        if let url = item.url, XMLText.isWeb(url), url.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F }) {
            event.append("URL:\(url)")
        }
        return lines(event + ["END:VEVENT"])
    }

    func closing(count: Int) -> String { lines(["END:VCALENDAR"]) }

    private func digits(_ text: some StringProtocol, _ count: Int) -> String { String(text.filter(\.isNumber).prefix(count)) }

    /// Text as RFC 5545, 3.3.11 wants it; control characters are left out.
    private func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped.unicodeScalars.append(contentsOf: ["\\", scalar])
            case "\n": escaped += "\\n"
            default: if scalar.value >= 0x20, scalar.value != 0x7F { escaped.unicodeScalars.append(scalar) }
            }
        }
        return escaped
    }

    /// Each folded so that no line is longer than 75 bytes, and no character is cut.
    private func lines(_ lines: [String]) -> String {
        lines.map { line in
            var folded = ""
            var length = 0
            for scalar in line.unicodeScalars {
                let width = UTF8.width(scalar)
                if length + width > 75 {
                    folded += "\r\n "
                    length = 1
                }
                folded.unicodeScalars.append(scalar)
                length += width
            }
            return folded + "\r\n"
        }.joined()
    }
}
