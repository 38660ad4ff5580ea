internal import Record
internal import World

/// What the record has on some words.
struct SearchPage: Page {
    let query: String
    let results: SearchResults?
    let rows: [IncidentRow]
    /// States whose name it is.
    let states: [String]

    init(_ call: Call) throws {
        query = String((call.query["q"] ?? "").prefix(200))
        guard !query.isEmpty else {
            (results, rows, states) = (nil, [], [])
            return
        }
        let results = try call.library.record.search(query, limit: 30)
        self.results = results
        rows = results.incidents.map { IncidentRow(incident: $0.incident, sentence: $0.sentence, outlet: nil, report: nil) }
        states = call.library.world.state(query).map { [$0.code] } ?? []
    }

    func title(_ words: Words) -> String { query.isEmpty ? words["nav.search"] : words("search.title", ["query": query]) }

    @HTMLBuilder func content(_ words: Words) -> HTML {
        tag("h1") { title(words) }
        if let results {
            if results.isEmpty, states.isEmpty { tag("p", .class("empty")) { words["search.none"] } }
            states.map { state in
                tag("p") { tag("a", .href(Address("states", state))) { words("search.state", ["name": words.party(state)]) } }
            }
            if !rows.isEmpty {
                tag("h2") { words["incidents.title"] }
                IncidentList(rows: rows, words: words).html
            }
            if !results.reports.isEmpty {
                tag("h2") { words["reports.title"] }
                tag("ul", .class("finds")) {
                    results.reports.map { report in
                        tag("li") {
                            tag("a", .href(Address("reports", report.report))) { report.title ?? report.outlet ?? report.report }
                            tag("span", .class("quiet")) {
                                " "
                                    + [report.outlet, report.published.map { String($0.prefix(10)) }].compactMap(\.self).joined(
                                        separator: " · ")
                            }
                            if let sentence = report.sentence { tag("p") { sentence } }
                        }
                    }
                }
            }
            if !results.names.isEmpty {
                tag("h2") { words["search.names"] }
                tag("ul", .class("names")) {
                    results.names.map { name in
                        tag("li") {
                            tag("a", .href(Address("search", query: Parameters().setting("q", "\"\(name.name)\"")))) { name.name }
                            tag("span", .class("quiet")) { " " + words.count(name.events, "events") }
                        }
                    }
                }
            }
        } else {
            tag("p", .class("lead")) { words["search.lead"] }
        }
    }

    private struct Model: Encodable, Sendable {
        let query: String
        let incidents: [Incident]
        let reports: [String]
        let names: [String]
    }

    var json: any Encodable & Sendable {
        Model(
            query: query, incidents: rows.map(\.incident), reports: results?.reports.map(\.report) ?? [],
            names: results?.names.map(\.name) ?? [])
    }

    func listing(_ words: Words) -> Listing? { Listing(rows, title: title(words), words: words) }
}
