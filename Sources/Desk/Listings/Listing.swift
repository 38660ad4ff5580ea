internal import Reading

/// A list as programs read it: the same rows as a table, a feed or a calendar.
struct Listing: Sendable {
    /// What a feed or a calendar tells of a row.
    struct Entry: Sendable {
        let id: String
        let title: String
        let summary: String
        let address: Address
        /// `nil` for what has no date, which no calendar shows.
        let first: Day?
        let last: Day?
        let updated: String?
    }

    let title: String
    let columns: [String]
    let rows: [[String]]
    let entries: [Entry]

    init(title: String, columns: [String], rows: [[String]], entries: [Entry] = []) {
        (self.title, self.columns, self.rows, self.entries) = (title, columns, rows, entries)
    }
}
