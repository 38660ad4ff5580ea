public import Reading

/// "Remind me later": an entry for the reader's own calendar, made for whoever asks and kept nowhere.
public struct Reminder: Sendable {
    let day: Day
    let title: String
    let page: String

    public init(on day: Day, title: String, page: String) {
        self.day = day
        self.title = title
        self.page = page
    }

    /// As iCalendar (RFC 5545). The same for everybody who asks on a day, so that it tells nothing of who did.
    public var calendar: String {
        let date = day.description.filter { $0 != "-" }
        let next = (day + 1).description.filter { $0 != "-" }
        let lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Demarche//Briefing//EN", "BEGIN:VEVENT",
            "UID:support-\(date)@demarche", "DTSTAMP:\(date)T000000Z", "DTSTART;VALUE=DATE:\(date)", "DTEND;VALUE=DATE:\(next)",
            "SUMMARY:\(Self.escaped(title))", "URL:\(page)", "TRANSP:TRANSPARENT", "BEGIN:VALARM", "ACTION:DISPLAY",
            "DESCRIPTION:\(Self.escaped(title))", "TRIGGER:PT9H", "END:VALARM", "END:VEVENT", "END:VCALENDAR",
        ]
        return lines.flatMap(Self.folded).joined(separator: "\r\n") + "\r\n"
    }

    private static func escaped(_ text: String) -> String {
        text.map { character -> String in
            switch character {
            case "\\", ";", ",": "\\\(character)"
            case _ where character.isNewline: "\\n"
            default: String(character)
            }
        }.joined()
    }

    /// No line longer than 75 bytes, no character split.
    private static func folded(_ line: String) -> [String] {
        var lines: [String] = []
        var part = ""
        for character in line {
            if part.utf8.count + String(character).utf8.count > 74 {
                lines.append(part)
                part = " "
            }
            part.append(character)
        }
        return lines + [part]
    }
}
