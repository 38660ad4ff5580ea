public import Coding
internal import Foundation

/// An incident as exports tell it: with the events that say so and where they were published.
public struct ExportedIncident: Sendable {
    /// Where a report stood.
    public struct Source: Hashable, Sendable {
        public let report: String
        public let outlet: String?
        public let url: String?
        public let title: String?
        public let published: String?
    }

    public let incident: Incident
    public let events: [Event]
    /// In the order of their publication.
    public let sources: [Source]

    var actor: String { incident.dyad.first ?? "" }
    var recipient: String { incident.dyad.dropFirst().first ?? "" }

    /// The scale of the act it is told as.
    var scale: Double { (events.first { $0.act == incident.act } ?? events.first)?.scale ?? 0 }

    /// The sentence that it is best told by: the surest one.
    var sentence: String { events.max { $0.confidence < $1.confidence }?.sentence.text ?? "" }

    /// The address of the first report that has one.
    var url: String? { sources.lazy.compactMap(\.url).first }

    var outlets: [String] { Set(sources.map { $0.outlet ?? $0.url ?? $0.report }).sorted() }

    /// Every differing figure: "2 killed; at-least 8 arrested".
    var figures: String {
        var told: [String] = []
        for figure in events.flatMap(\.figures) where figure.kind != .other {
            let qualifier = figure.qualifier == .exact || figure.qualifier == .none ? nil : figure.qualifier.rawValue
            let words = [qualifier, figure.value.map(String.init), figure.kind.rawValue].compactMap(\.self).joined(separator: " ")
            if !told.contains(words) { told.append(words) }
        }
        return told.joined(separator: "; ")
    }
}
