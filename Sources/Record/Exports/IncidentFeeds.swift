internal import Coding
internal import Foundation
internal import Reading
internal import World

/// Incidents as a feed (Atom, RFC 4287).
struct IncidentAtom: IncidentWriter {
    let title: String
    let made: String
    let name: (String) -> String

    func opening() -> String {
        """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom">
        <title>\(XMLText.escaped(title))</title>
        <id>urn:demarche:\(IncidentFeed.name(of: title))</id>
        <updated>\(XMLText.escaped(made))</updated>
        <author><name>Demarche</name></author>

        """
    }

    func text(of item: ExportedIncident) -> String? {
        let link = item.url.flatMap { XMLText.isWeb($0) ? "<link href=\"\(XMLText.escaped($0))\"/>" : nil } ?? ""
        return """
            <entry><title>\(XMLText.escaped(item.headline(name)))</title>\
            <id>urn:demarche:incident:\(IncidentFeed.name(of: item.incident.id))</id>\
            <updated>\(IncidentFeed.day(of: item).map { "\($0)T00:00:00Z" } ?? XMLText.escaped(made))</updated>\(link)\
            <category term="\(item.incident.type.rawValue)"/>\
            <summary>\(XMLText.escaped(IncidentFeed.summary(of: item)))</summary></entry>

            """
    }

    func closing(count: Int) -> String { "</feed>\n" }
}

/// Incidents as a feed (RSS 2.0).
struct IncidentRSS: IncidentWriter {
    let title: String
    let name: (String) -> String

    func opening() -> String {
        """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0"><channel>
        <title>\(XMLText.escaped(title))</title>
        <link>urn:demarche:\(IncidentFeed.name(of: title))</link>
        <description>\(XMLText.escaped("\(title), as reports tell it"))</description>

        """
    }

    func text(of item: ExportedIncident) -> String? {
        let link = item.url.flatMap { XMLText.isWeb($0) ? "<link>\(XMLText.escaped($0))</link>" : nil } ?? ""
        let date = IncidentFeed.day(of: item).map { "<pubDate>\(Self.mailDate($0))</pubDate>" } ?? ""
        return """
            <item><title>\(XMLText.escaped(item.headline(name)))</title>\
            <guid isPermaLink="false">urn:demarche:incident:\(IncidentFeed.name(of: item.incident.id))</guid>\(date)\(link)\
            <category>\(item.incident.type.rawValue)</category>\
            <description>\(XMLText.escaped(XMLText.escaped(IncidentFeed.summary(of: item))))</description></item>

            """
    }

    func closing(count: Int) -> String { "</channel></rss>\n" }

    /// "Sat, 28 Jun 2025 00:00:00 GMT".
    private static func mailDate(_ day: Day) -> String {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let (_, month, number) = day.components
        return "\(days[day.weekday - 1]), \(number < 10 ? "0" : "")\(number) \(months[month - 1]) "
            + "\(day.description.prefix(4)) 00:00:00 GMT"
    }
}

/// What both kinds of feeds tell.
enum IncidentFeed {
    static func day(of item: ExportedIncident) -> Day? { item.incident.date?.start }

    /// Fit for a URN.
    static func name(of text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics.intersection(CharacterSet(charactersIn: "\0"..."~")))
            ?? ""
    }

    static func summary(of item: ExportedIncident) -> String {
        let facts = [
            item.incident.date.map { Self.span($0) }, item.incident.place?.name, item.figures, item.incident.status.rawValue,
        ]
        let told = item.incident.contested ? ["contested"] : []
        return
            ([item.sentence] + [(facts.compactMap(\.self) + told).filter { !$0.isEmpty }.joined(separator: " · ")]
            + [item.outlets.joined(separator: ", ")]).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private static func span(_ date: Event.Dating) -> String {
        date.start == date.end ? date.start.description : "\(date.start)/\(date.end)"
    }
}
