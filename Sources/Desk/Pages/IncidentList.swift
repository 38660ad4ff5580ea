internal import Coding
internal import Reading
internal import Record
internal import World

/// Incidents under the months they happened in, each with the sentence that says so.
struct IncidentList {
    /// One of them as it stands in any list.
    struct Item: Sendable {
        let month: String
        let html: HTML
    }

    let items: [Item]
    let words: Words
    var level = 3

    init(items: [Item], words: Words, level: Int = 3) { (self.items, self.words, self.level) = (items, words, level) }

    init(rows: [IncidentRow], words: Words) { self.init(items: rows.map { Item($0, words) }, words: words) }

    var html: HTML {
        guard !items.isEmpty else { return tag("p", .class("empty")) { words["list.empty"] } }
        var groups: [(month: String, items: [HTML])] = []
        for item in items {
            if groups.last?.month == item.month {
                groups[groups.count - 1].items.append(item.html)
            } else {
                groups.append((item.month, [item.html]))
            }
        }
        return tag("div", .class("timeline")) {
            groups.map { group in
                tag("section") {
                    level == 2 ? tag("h2", .class("month")) { group.month } : tag("h3", .class("month")) { group.month }
                    tag("ol") { group.items }
                }
            }
        }
    }
}

extension IncidentList.Item {
    init(_ row: IncidentRow, _ words: Words) {
        month = row.incident.date.map { words.month($0.start) } ?? words["undated"]
        html = Self.html(row, words)
    }

    private static func html(_ row: IncidentRow, _ words: Words) -> HTML {
        let incident = row.incident
        let figures = incident.figures(words)
        return tag("li", .class(row.isHostile ? "incident hostile" : "incident friendly")) {
            tag("div", .class("when")) {
                if let date = incident.date {
                    tag("time", .with("datetime", date.start.description)) { short(date) }
                }
            }
            tag("div", .class("what")) {
                tag("p", .class("head")) {
                    tag("span", .class("who")) {
                        tag("abbr", .with("title", words.party(row.actor))) { short(row.actor) }
                        tag("span", .class("to")) {
                            tag("span", .class("unseen")) { words["to"] } + tag("span", .with("aria-hidden", "true")) { "→" }
                        }
                        tag("abbr", .with("title", words.party(row.recipient))) { short(row.recipient) }
                    }
                    " "
                    tag("a", .href(Address("incidents", incident.id)), .class("act")) { words.act(incident.act) }
                    if !figures.isEmpty { tag("span", .class("figures")) { figures } }
                    if let place = incident.place { tag("span", .class("place")) { place.name } }
                }
                tag("p", .class("marks")) {
                    tag("span", .class("type")) { words.type(incident.type) }
                    if incident.status != .happened { tag("span", .class("status")) { words.status(incident.status) } }
                    if incident.contested { tag("span", .class("contested")) { words["contested"] } }
                    tag("span", .class("quiet")) { words.count(incident.reports.count, "reports") }
                }
                if let sentence = row.sentence {
                    tag("blockquote") {
                        tag("p") { sentence }
                        if let outlet = row.outlet, let report = row.report {
                            tag("footer") { tag("a", .href(Address("reports", report))) { outlet } }
                        }
                    }
                }
            }
        }
    }

    private static func short(_ party: String) -> String { party.isEmpty ? "–" : party }

    /// The day alone: the month stands above.
    private static func short(_ date: Event.Dating) -> String {
        if date.start == date.end { return String(date.start.components.day) }
        if date.start.month == date.end.month, date.start.year == date.end.year,
            date.end - date.start < 27
        {
            return "\(date.start.components.day)–\(date.end.components.day)"
        }
        return "–"
    }
}
