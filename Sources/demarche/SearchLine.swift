import Record

/// What a search found, for machines: a line each.
struct SearchLine: Encodable {
    var kind: String
    var incident: String?
    var report: String?
    var name: String?
    var events: Int?
    var outlet: String?
    var title: String?
    var published: String?
    var sentence: String?

    static func write(_ results: SearchResults) throws {
        for found in results.incidents {
            try Lines.json(SearchLine(kind: "incident", incident: found.incident.id, sentence: found.sentence))
        }
        for found in results.reports {
            try Lines.json(
                SearchLine(
                    kind: "report", report: found.report, outlet: found.outlet, title: found.title, published: found.published,
                    sentence: found.sentence))
        }
        for found in results.names { try Lines.json(SearchLine(kind: "name", name: found.name, events: found.events)) }
    }
}
