internal import Record

/// Which outlets the record rests on, whose they are, and how much each tells.
struct SourcesPage: Page {
    struct Source: Sendable, Encodable {
        let outlet: Outlets.Outlet
        let reports: Int
        let first: String?
        let last: String?
    }

    let sources: [Source]

    init(_ call: Call) throws {
        sources = try call.library.record.voices().map { voice in
            Source(
                outlet: call.library.outlets.outlet(named: voice.outlet, url: voice.url), reports: voice.reports,
                first: voice.first.map { String($0.prefix(10)) }, last: voice.last.map { String($0.prefix(10)) })
        }
    }

    func title(_ words: Words) -> String { words["nav.sources"] }

    @HTMLBuilder func content(_ words: Words) -> HTML {
        tag("h1") { title(words) }
        tag("p", .class("lead")) { words["sources.lead"] }
        Table(
            columns: [
                words["sources.outlet"], words["sources.state"], words["sources.owner"], words["sources.reports"],
                words["sources.first"], words["sources.last"],
            ],
            rows: sources.map { source in
                [
                    tag("a", .href(Address("reports", query: Parameters().setting("source", source.outlet.name)))) {
                        source.outlet.name
                    },
                    HTML(text: source.outlet.state.map(words.party) ?? words["unknown"]),
                    HTML(text: source.outlet.owner.map { words["owner.\($0)"] } ?? words["unknown"]),
                    HTML(text: words.number(source.reports)), HTML(text: source.first ?? ""), HTML(text: source.last ?? ""),
                ]
            }, label: title(words), numeric: [3]
        ).html
    }

    var json: any Encodable & Sendable { ["sources": sources] }

    func listing(_ words: Words) -> Listing? {
        Listing(
            title: title(words), columns: ["outlet", "state", "owner", "reports", "first", "last"],
            rows: sources.map {
                [$0.outlet.name, $0.outlet.state ?? "", $0.outlet.owner ?? "", String($0.reports), $0.first ?? "", $0.last ?? ""]
            })
    }
}
