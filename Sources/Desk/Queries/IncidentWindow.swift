internal import Record

/// The part of a selection of incidents that a list shows at once, and where it goes on.
struct IncidentWindow: Sendable {
    /// For programs; empty where a page is asked for.
    let rows: [IncidentRow]
    /// For a page; empty where another form is asked for.
    let items: [IncidentList.Item]
    let next: Address?

    init(_ filter: Filter, of states: [String] = [], for call: Call) throws {
        let record = call.library.record
        var window = filter.window(of: states)
        window.limit += 1
        let found = try record.cursors(window)
        let shown = found.prefix(filter.limit)
        next =
            found.count == shown.count
            ? nil : shown.last.map { Address(path: call.address.path, query: call.query.setting("after", $0.description)) }
        let ids = shown.map(\.id)
        if call.format == nil {
            (rows, items) = ([], try call.items(of: ids))
        } else {
            (rows, items) = (try IncidentRow.rows(of: record.incidents(withIDs: ids), in: call.library), [])
        }
    }
}

extension Call {
    /// Incidents as lists show them, most of them known from other lists.
    fileprivate func items(of ids: [String]) throws -> [IncidentList.Item] {
        let language = words.language.rawValue
        return try site.parts.items.values(ids.map { language + $0 }, version) { missing in
            let incidents = try library.record.incidents(withIDs: missing.map { String($0.dropFirst(language.count)) })
            let rows = try IncidentRow.rows(of: incidents, in: library)
            return Dictionary(rows.map { (language + $0.incident.id, IncidentList.Item($0, words)) }) { first, _ in first }
        }
    }
}
