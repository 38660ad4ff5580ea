internal import Foundation

/// Incidents as JSON lines, as `demarche incidents` writes them: keys in alphabetical order, nothing before or after.
///
/// The content hash of a citation is that of these bytes.
struct IncidentLines: IncidentWriter {
    func opening() -> String { "" }
    func text(of item: ExportedIncident) throws -> String? { try Record.json(item.incident) + "\n" }
    func closing(count: Int) -> String { "" }
}
