internal import Coding
internal import GRDB

extension Record {
    /// Hands on the incidents of a selection in the order of their dates, undated ones last, each with its events and
    /// where these were published.
    func forEachExported(_ selection: Selection, _ body: (ExportedIncident) throws -> Void) throws {
        for incident in try incidents(selection) {
            try body(
                ExportedIncident(
                    incident: incident, events: try events(withIDs: incident.events), sources: try sources(of: incident.reports)))
        }
    }

    private func sources(of reports: [String]) throws(RecordError) -> [ExportedIncident.Source] {
        try reading { db in
            let statement = try db.cachedStatement(sql: "SELECT id, outlet, url, title, published FROM report WHERE id = ?")
            return try reports.compactMap { try Row.fetchOne(statement, arguments: [$0]) }.map { row in
                ExportedIncident.Source(
                    report: row["id"], outlet: row["outlet"], url: row["url"], title: row["title"], published: row["published"])
            }
            .sorted { ($0.published ?? "9999", $0.report) < ($1.published ?? "9999", $1.report) }
        }
    }
}
