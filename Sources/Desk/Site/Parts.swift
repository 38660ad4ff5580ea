internal import Record

/// Parts that many pages share, kept until the record changes: what a filter leaves out is not made anew with it.
struct Parts: Sendable {
    let items = Kept<IncidentList.Item>(capacity: 24_000_000) { $0.html.markup.utf8.count }
    let relations = Kept<Lazily<Relation>>(capacity: 16_000_000) { _ in 200_000 }
    let outlets = Kept<[String]>(capacity: 4_000_000) { $0.reduce(0) { $0 + $1.utf8.count + 16 } }
}

extension Call {
    /// Every outlet that the record has reports of.
    func outlets() throws -> [String] {
        try site.parts.outlets.value("", version) { try library.record.voices().compactMap(\.outlet) }
    }
}
