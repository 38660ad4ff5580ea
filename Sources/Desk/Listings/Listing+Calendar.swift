internal import Reading

extension Listing {
    /// Whole-day events of a calendar (iCalendar, RFC 5545).
    func calendar(site: String) -> String {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Demarche//Demarche//EN", "X-WR-CALNAME:" + Self.text(title),
        ]
        for entry in entries {
            guard let first = entry.first, let last = entry.last else { continue }
            lines += [
                "BEGIN:VEVENT", "UID:\(Self.text(entry.id))@demarche", "DTSTAMP:\(Self.digits(last))T000000Z",
                "DTSTART;VALUE=DATE:\(Self.digits(first))", "DTEND;VALUE=DATE:\(Self.digits(last + 1))",
                "SUMMARY:" + Self.text(entry.title), "DESCRIPTION:" + Self.text(entry.summary),
                "URL:" + site + entry.address.description, "TRANSP:TRANSPARENT", "END:VEVENT",
            ]
        }
        lines.append("END:VCALENDAR")
        return lines.map { Self.folded($0) + "\r\n" }.joined()
    }

    private static func digits(_ day: Day) -> String { day.description.replacing("-", with: "") }

    private static func text(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "\\", ";", ",": escaped += "\\" + String(scalar)
            case "\n": escaped += "\\n"
            case "\u{0}"..."\u{1F}", "\u{7F}": break
            default: escaped.unicodeScalars.append(scalar)
            }
        }
    }

    /// In lines of at most 75 bytes, no character cut.
    private static func folded(_ line: String) -> String {
        var (folded, length) = ("", 0)
        for character in line.unicodeScalars {
            let size = UTF8.width(character)
            if length + size > 75 {
                folded += "\r\n "
                length = 1
            }
            folded.unicodeScalars.append(character)
            length += size
        }
        return folded
    }
}
