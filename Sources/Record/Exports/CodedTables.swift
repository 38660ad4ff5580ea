internal import Coding
internal import Reading
internal import World

/// Incidents in the columns of GDELT 2.0's table of events, tab-separated, without a header, as its programs read it.
/// Documentation/exports.md says what stands in which column. Undated ones are left out.
struct GDELTTable: IncidentWriter {
    let codes: CAMEO
    let name: (String) -> String

    func opening() -> String { "" }

    func text(of item: ExportedIncident) -> String? {
        let incident = item.incident
        guard let date = incident.date?.start, let code = codes.codes[incident.act]?.code else { return nil }
        let year = date.year
        let digits = date.description.filter(\.isNumber)
        let ofYear = date - (Day(year: year, month: 1, day: 1) ?? date)
        let event = item.events.first
        let quad =
            switch incident.type.quad {
            case .verbalCooperation: "1"
            case .materialCooperation: "2"
            case .verbalConflict: "3"
            case .materialConflict: "4"
            }
        var cells = [
            String(Self.number(of: incident.id)), digits, String(digits.prefix(6)), String(digits.prefix(4)),
            TabbedRow.decimal(Double(year) + Double(ofYear) / 365, places: 4),
        ]
        cells += actor(item.actor, event?.actor.actor)
        cells += actor(item.recipient, event?.recipient?.actor)
        cells += [
            "1", code, String(code.prefix(3)), String(code.prefix(2)), quad, String(item.scale), String(incident.events.count),
            String(item.outlets.count), String(incident.reports.count), "",
        ]
        let nowhere = ["0", "", "", "", "", "", "", ""]
        cells += nowhere + nowhere
        cells +=
            incident.place.map { place in
                [
                    place.latitude == nil ? "1" : "4", place.name, "", "", "", place.latitude.map { String($0) } ?? "",
                    place.longitude.map { String($0) } ?? "", "",
                ]
            } ?? nowhere
        let added = (item.sources.first?.published ?? "").filter(\.isNumber)
        cells += [added.isEmpty ? "" : String((added + "000000").prefix(14)), item.url ?? ""]
        return TabbedRow.text(cells)
    }

    func closing(count: Int) -> String { "" }

    private func actor(_ code: String, _ actor: Actor?) -> [String] {
        let isState = actor?.state == code
        let sector = actor.map(\.sector).flatMap { $0 == "UNK" ? nil : $0 } ?? ""
        return [
            isState ? code + sector : sector, name(code).uppercased(), isState ? code : "", "", "", "", "", sector, "", "",
        ]
    }

    /// The same number for the same incident always (FNV-1a, 63 bits).
    private static func number(of id: String) -> UInt64 {
        id.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } >> 1
    }
}

/// Incidents in the columns of POLECAT's weekly tables, tab-separated, with their header. Documentation/exports.md says what
/// stands in which column.
struct POLECATTable: IncidentWriter {
    let codes: CAMEO
    let name: (String) -> String

    func opening() -> String {
        TabbedRow.text([
            "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
            "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
            "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
            "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City",
            "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type", "Source",
            "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
        ])
    }

    func text(of item: ExportedIncident) -> String? {
        let incident = item.incident
        let event = item.events.first
        let contexts = Set(item.events.flatMap(\.contexts)).sorted()
        var cells = [
            incident.id, incident.date?.start.description ?? "", incident.type.rawValue, codes.codes[incident.act]?.mode ?? "",
            String(item.scale), incident.type.quad.rawValue.uppercased().replacing("-", with: " "),
            contexts.joined(separator: ";"),
        ]
        cells += party(item.actor, item.events.map(\.actor), first: event?.actor)
        cells += party(item.recipient, item.events.compactMap(\.recipient), first: event?.recipient)
        let place = incident.place
        cells += [
            place?.name ?? "", "", "", "", place?.state ?? "", place?.latitude.map { String($0) } ?? "",
            place?.longitude.map { String($0) } ?? "", "", place?.name ?? "", "", item.outlets.joined(separator: ";"),
            item.sources.first?.published.map { String($0.prefix(10)) } ?? "", "", "", "", "eng", "demarche",
        ]
        return TabbedRow.text(cells)
    }

    func closing(count: Int) -> String { "" }

    private func party(_ code: String, _ sides: [Event.Side], first: Event.Side?) -> [String] {
        let isState = first?.actor.state == code
        let sectors = Set(sides.map(\.actor.sector)).sorted()
        return [
            first?.actor.name ?? name(code), isState ? code : "", "", first?.actor.sector ?? "", sectors.joined(separator: ";"),
            first?.actor.organ ?? "", first?.text ?? "", "",
        ]
    }
}

/// A row of cells parted by tabs, which they hold none of.
enum TabbedRow {
    static func text(_ cells: [String]) -> String {
        cells.map { cell in
            String(String.UnicodeScalarView(cell.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
        }.joined(separator: "\t") + "\n"
    }

    static func decimal(_ number: Double, places: Int) -> String {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        return String((number * scale).rounded() / scale)
    }
}
