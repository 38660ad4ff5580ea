internal import Coding
internal import Foundation
internal import Reading
internal import World

/// Incidents as TimelineJS reads them (Knight Lab's JSON). Undated ones have no place on it.
struct IncidentTimeline: IncidentWriter {
    private struct Date: Encodable {
        let year: Int
        let month: Int
        let day: Int

        init(_ day: Day) { (year, month, self.day) = day.components }
    }

    private struct Slide: Encodable {
        struct Text: Encodable {
            let headline: String
            let text: String
        }

        let start: Date
        let end: Date?
        let text: Text
        let group: String
        let id: String

        private enum CodingKeys: String, CodingKey {
            case start = "start_date"
            case end = "end_date"
            case text, group
            case id = "unique_id"
        }
    }

    let title: String
    let name: (String) -> String
    private var isFirst = true

    init(title: String, name: @escaping (String) -> String) {
        self.title = title
        self.name = name
    }

    func opening() throws -> String {
        "{\"title\":{\"text\":\(try Record.json(Slide.Text(headline: XMLText.escaped(title), text: "")))},\"events\":["
    }

    mutating func text(of item: ExportedIncident) throws -> String? {
        guard let date = item.incident.date else { return nil }
        // What TimelineJS calls text is HTML.
        let told = item.sources.map { source in
            let outlet = XMLText.escaped(source.outlet ?? source.report)
            guard let url = source.url, XMLText.isWeb(url) else { return outlet }
            return "<a href=\"\(XMLText.escaped(url))\">\(outlet)</a>"
        }
        let body = "<p>\(XMLText.escaped(item.sentence))</p><p>\(told.joined(separator: ", "))</p>"
        let slide = Slide(
            start: Date(date.start), end: date.end > date.start ? Date(date.end) : nil,
            text: Slide.Text(headline: XMLText.escaped(item.headline(name)), text: body),
            group: XMLText.escaped(name(item.actor)),
            id: item.incident.id)
        defer { isFirst = false }
        return (isFirst ? "\n" : ",\n") + (try Record.json(slide))
    }

    func closing(count: Int) -> String { "\n]}\n" }
}
