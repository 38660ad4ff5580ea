internal import Foundation
internal import Reading

extension Listing {
    /// - Parameters:
    ///   - home: the page the feed is of.
    ///   - site: scheme and host, before every address.
    func atom(home: Address, site: String) -> String {
        let updated = entries.compactMap(\.stamp).max() ?? "1970-01-01T00:00:00Z"
        var xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">"
        xml += Self.element("title", title) + Self.element("id", site + home.description) + Self.element("updated", updated)
        xml += "<author><name>Demarche</name></author>" + Self.link(site + home.description)
        for entry in entries {
            xml += "\n<entry>" + Self.element("title", entry.title) + Self.element("id", "urn:demarche:" + entry.id)
            xml += Self.element("updated", entry.stamp ?? updated) + Self.link(site + entry.address.description)
            xml += Self.element("summary", entry.summary) + "</entry>"
        }
        return xml + "\n</feed>\n"
    }

    func rss(home: Address, site: String) -> String {
        var xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\"><channel>"
        xml += Self.element("title", title) + Self.element("link", site + home.description)
        xml += Self.element("description", title)
        for entry in entries {
            xml += "\n<item>" + Self.element("title", entry.title)
            xml += Self.element("link", site + entry.address.description)
            xml += "<guid isPermaLink=\"false\">\(HTML(text: entry.id).markup)</guid>"
            if let day = entry.last { xml += Self.element("pubDate", Self.mailDate(day)) }
            xml += Self.element("description", entry.summary) + "</item>"
        }
        return xml + "\n</channel></rss>\n"
    }

    private static func element(_ name: String, _ text: String) -> String {
        "<\(name)>\(HTML(text: text).markup)</\(name)>"
    }

    private static func link(_ address: String) -> String { "<link href=\"\(HTML(text: address).markup)\"/>" }

    /// "Sat, 28 Jun 2025 00:00:00 GMT".
    private static func mailDate(_ day: Day) -> String {
        let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let (year, month, number) = day.components
        return String(format: "%@, %02d %@ %04d 00:00:00 GMT", weekdays[day.weekday - 1], number, months[month - 1], year)
    }
}

extension Listing.Entry {
    fileprivate var stamp: String? { updated ?? last.map { "\($0)T00:00:00Z" } }
}
