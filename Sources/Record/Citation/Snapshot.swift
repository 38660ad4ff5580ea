internal import Coding
internal import Crypto
internal import Foundation
public import Reading

/// A selection of the record as it stands now, by which others can cite it and check that they have the same.
public struct Snapshot: Sendable {
    public let selection: Record.Selection
    public let incidents: Int
    public let reports: Int
    /// The first and the last day on which anything is told to have begun.
    public let span: ClosedRange<Day>?
    /// SHA-256 over the selection's canonical JSON: its incidents as JSON lines with sorted keys, each ended by a line feed,
    /// in the order of their dates. `demarche export --format jsonl … | sha256sum` gives the same.
    public let hash: String

    public init(of selection: Record.Selection, in record: Record) throws {
        self.selection = selection
        var hash = SHA256()
        var incidents = 0
        var reports: Set<String> = []
        var days: (first: Day, last: Day)?
        let lines = IncidentLines()
        try record.forEachExported(selection) { item in
            incidents += 1
            reports.formUnion(item.incident.reports)
            if let day = item.incident.date?.start { days = (min(days?.first ?? day, day), max(days?.last ?? day, day)) }
            if let line = try lines.text(of: item) { hash.update(data: Data(line.utf8)) }
        }
        self.incidents = incidents
        self.reports = reports.count
        span = days.map { $0.first...$0.last }
        self.hash = hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
