internal import Foundation

/// A selection of the record in a form that other programs read, written piece by piece.
public struct Export: Sendable {
    public enum Format: String, Sendable, CaseIterable {
        case csv, jsonl, timeline, calendar, rss, atom, gdelt, polecat, graphml
    }

    public let format: Format
    /// What the selection is called where the form has a title.
    public let title: String
    /// When it is made: `YYYY-MM-DDThh:mm:ssZ`.
    public let made: String
    /// The names of parties by their codes.
    private let name: @Sendable (String) -> String

    public init(_ format: Format, title: String, made: String, name: @escaping @Sendable (String) -> String) {
        self.format = format
        self.title = title
        self.made = made
        self.name = name
    }

    /// - Parameter put: takes a piece of text; what it throws ends the export.
    /// - Returns: how many incidents were written. Undated ones are left out where the form has no place for them.
    @discardableResult
    public func write(_ selection: Record.Selection, of record: Record, to put: (String) throws -> Void) throws -> Int {
        var writer = try writer()
        var count = 0
        try put(writer.opening())
        try record.forEachExported(selection) { item in
            guard let text = try writer.text(of: item) else { return }
            count += 1
            if !text.isEmpty { try put(text) }
        }
        try put(writer.closing(count: count))
        return count
    }

    private func writer() throws -> any IncidentWriter {
        switch format {
        case .csv: IncidentTable()
        case .jsonl: IncidentLines()
        case .timeline: IncidentTimeline(title: title, name: name)
        case .calendar: IncidentCalendar(title: title, made: made, name: name)
        case .rss: IncidentRSS(title: title, name: name)
        case .atom: IncidentAtom(title: title, made: made, name: name)
        case .gdelt: GDELTTable(codes: try .standard(), name: name)
        case .polecat: POLECATTable(codes: try .standard(), name: name)
        case .graphml: StateNetwork(name: name)
        }
    }
}

/// Writes incidents in one form, one after another.
protocol IncidentWriter {
    mutating func opening() throws -> String
    /// `nil` where the form has no place for the incident.
    mutating func text(of item: ExportedIncident) throws -> String?
    mutating func closing(count: Int) throws -> String
}

extension ExportedIncident {
    /// "Azerbaijan → Russia: summon envoy".
    func headline(_ name: (String) -> String) -> String {
        "\(name(actor)) → \(name(recipient)): \(incident.act.replacing("-", with: " "))"
    }
}
