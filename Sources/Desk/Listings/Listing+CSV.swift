internal import Record

extension Listing {
    /// Comma-separated values (RFC 4180).
    var csv: String { ([columns] + rows).map { CSV.line($0) + "\r\n" }.joined() }
}
