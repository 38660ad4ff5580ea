internal import Coding
internal import Record

/// All incidents of the record, the latest first.
struct IncidentsPage: Page {
    let filter: Filter
    let address: Address
    let rows: [IncidentRow]
    let outlets: [String]
    let next: Address?

    init(_ call: Call) throws {
        filter = try Filter(call.query)
        address = call.address
        (rows, next) = try Self.window(filter, of: [], at: address, in: call.library)
        outlets = try call.library.record.voices().compactMap(\.outlet)
    }

    /// What a list shows at once, and where it goes on.
    static func window(_ filter: Filter, of states: [String], at address: Address, in library: Library) throws
        -> (rows: [IncidentRow], next: Address?)
    {
        var window = filter.window(of: states)
        window.limit += 1
        let incidents = try library.record.incidents(window)
        let shown = Array(incidents.prefix(filter.limit))
        var next: Address?
        if incidents.count > shown.count, let last = shown.last {
            next = Address(path: address.path, query: address.query.setting("after", Record.Cursor(last).description))
        }
        return (try IncidentRow.rows(of: shown, in: library), next)
    }

    func title(_ words: Words) -> String { words["incidents.title"] }

    @HTMLBuilder func content(_ words: Words) -> HTML {
        tag("h1") { words["incidents.title"] }
        tag("p", .class("lead")) { words["incidents.lead"] }
        FilterForm(filter: filter, address: address, outlets: outlets, words: words).html
        IncidentList(rows: rows, words: words, level: 2).html
        Pager(next: next, words: words).html
    }

    var json: any Encodable & Sendable {
        IncidentsJSON(incidents: rows.map(\.incident), next: next?.description)
    }

    func listing(_ words: Words) -> Listing? { Listing(rows, title: title(words), next: next, words: words) }
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
