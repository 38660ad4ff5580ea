internal import Coding
internal import Record

/// All incidents of the record, the latest first.
struct IncidentsPage: Page {
    let filter: Filter
    let address: Address
    let incidents: IncidentWindow
    let outlets: [String]

    init(_ call: Call) throws {
        filter = try Filter(call.query)
        address = call.address
        incidents = try IncidentWindow(filter, for: call)
        outlets = try call.outlets()
    }

    func title(_ words: Words) -> String { words["incidents.title"] }

    @HTMLBuilder func content(_ words: Words) -> HTML {
        tag("h1") { words["incidents.title"] }
        tag("p", .class("lead")) { words["incidents.lead"] }
        FilterForm(filter: filter, address: address, outlets: outlets, words: words).html
        IncidentList(items: incidents.items, words: words, level: 2).html
        Pager(next: next, words: words).html
    }

    var json: any Encodable & Sendable {
        IncidentsJSON(incidents: incidents.rows.map(\.incident), next: next?.description)
    }

    var next: Address? { incidents.next }

    func listing(_ words: Words) -> Listing? { Listing(incidents.rows, title: title(words), words: words) }
}

/// A window of incidents for programs.
struct IncidentsJSON: Encodable, Sendable {
    let incidents: [Incident]
    let next: String?
}

/// Leads to the next part of a list.
struct Pager {
    let next: Address?
    let words: Words

    var html: HTML {
        next.map { next in tag("p", .class("pager")) { tag("a", .href(next), .with("rel", "next")) { words["list.next"] } } }
            ?? HTML()
    }
}
