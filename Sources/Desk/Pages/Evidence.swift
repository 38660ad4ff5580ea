internal import Coding
internal import Reading
internal import Record

/// An event with the sentence that says so, in its paragraph, and who printed it.
struct Evidence: Sendable {
    let event: Event
    let outlet: Outlets.Outlet
    let title: String?
    let published: String?
    let url: String?
    /// The paragraph before and after the sentence.
    let before: String
    let sentence: String
    let after: String

    /// The events of an incident, report by report.
    static func all(of incident: Incident, in library: Library) throws -> [Evidence] {
        let events = try library.record.events(withIDs: incident.events)
        var reports: [String: (report: Report, scalars: [Unicode.Scalar])] = [:]
        return try events.compactMap { event in
            if reports[event.report] == nil, let found = try library.record.report(event.report) {
                reports[event.report] = (found.report, Array(found.report.text.unicodeScalars))
            }
            guard let (report, scalars) = reports[event.report] else { return nil }
            return Evidence(event, report, scalars, outlet: library.outlets.outlet(named: report.outlet, url: report.url))
        }
        .sorted {
            ($0.published ?? "", $0.event.report, $0.event.sentence.index) < (
                $1.published ?? "", $1.event.report, $1.event.sentence.index
            )
        }
    }

    private init(_ event: Event, _ report: Report, _ scalars: [Unicode.Scalar], outlet: Outlets.Outlet) {
        self.event = event
        self.outlet = outlet
        title = report.title
        published = report.published
        url = report.url
        let start = min(max(event.sentence.start, 0), scalars.count)
        let end = min(max(event.sentence.end, start), scalars.count)
        let from = scalars[..<start].lastIndex(of: "\n").map { $0 + 1 } ?? 0
        let until = scalars[end...].firstIndex(of: "\n") ?? scalars.count
        func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
        // A report may be one endless paragraph.
        before = text(max(from, start - 900)..<start)
        sentence = start < end ? text(start..<end) : event.sentence.text
        after = text(end..<min(until, end + 900))
    }
}
