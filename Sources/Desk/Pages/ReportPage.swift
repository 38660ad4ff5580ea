internal import Coding
internal import Crypto
internal import Foundation
internal import Reading
internal import Record
internal import World

/// A report as it was understood: its text with what was found in it marked in place.
struct ReportPage: Page {
    struct Told: Sendable {
        let event: Event
        let incident: String?
    }

    let report: Report
    let outlet: Outlets.Outlet
    /// Paragraphs of sentences of pieces.
    let paragraphs: [[Sentence]]
    let hash: String
    /// Of the page as it was fetched, where it was kept.
    let copy: String?

    struct Sentence: Sendable {
        let index: Int?
        let pieces: [Marks.Piece]
        let told: [Told]
    }

    init(_ call: Call) throws {
        let library = call.library
        guard let (report, sentences) = try library.record.report(call["id"]) else { throw Problem.notFound(call["id"]) }
        self.report = report
        outlet = library.outlets.outlet(named: report.outlet, url: report.url)
        hash = SHA256.hash(data: Data(report.text.utf8)).map { String(format: "%02x", $0) }.joined()
        copy = try library.record.copy(ofReport: report.id)?.fingerprint
        let incidents = try library.record.incidentIDs(ofEvents: sentences.flatMap(\.events).map(\.id))
        let marks = try Marks(of: report, in: library)
        paragraphs = Self.paragraphs(of: report, sentences.map(\.events), marks, incidents)
    }

    private static func paragraphs(of report: Report, _ events: [[Event]], _ marks: Marks, _ incidents: [String: String])
        -> [[Sentence]]
    {
        let scalars = Array(report.text.unicodeScalars)
        // Where sentences with events are; the others' bounds do not matter.
        let spans = events.enumerated().compactMap { index, events in
            events.first.map { (index: index, start: $0.sentence.start, end: $0.sentence.end, events: events) }
        }.sorted { $0.start < $1.start }
        var paragraphs: [[Sentence]] = []
        for line in scalars.indices.split(whereSeparator: { scalars[$0] == "\n" }) {
            guard let first = line.first, let last = line.last else { continue }
            var sentences: [Sentence] = []
            var position = first
            for span in spans where span.start < last + 1 && span.end > first {
                let start = max(span.start, position)
                let end = min(span.end, last + 1)
                guard start < end else { continue }
                if position < start {
                    sentences.append(Sentence(index: nil, pieces: marks.pieces(of: scalars[position..<start]), told: []))
                }
                sentences.append(
                    Sentence(
                        index: span.index, pieces: marks.pieces(of: scalars[start..<end]),
                        told: span.events.map { Told(event: $0, incident: incidents[$0.id]) }))
                position = end
            }
            if position <= last {
                sentences.append(Sentence(index: nil, pieces: marks.pieces(of: scalars[position..<last + 1]), told: []))
            }
            paragraphs.append(sentences)
        }
        return paragraphs
    }

    func title(_ words: Words) -> String { report.title ?? words("report.untitled", ["outlet": outlet.name]) }

    @HTMLBuilder func content(_ words: Words) -> HTML {
        tag("p", .class("crumb")) { tag("a", .href(Address("reports"))) { words["reports.title"] } }
        tag("h1") { title(words) }
        tag("p", .class("lead")) {
            outlet.name
            OutletMark(outlet: outlet, words: words).html
            if let byline = report.byline { " · " + byline }
            if let published = report.published {
                tag("time", .with("datetime", published)) { " · " + String(published.prefix(10)) }
            }
        }
        tag("p", .class("legend")) {
            [Marks.Kind.actor, .place, .time, .speaker].map { kind in
                tag("span", .class("m " + kind.rawValue)) { words["mark.\(kind.rawValue)"] } + HTML(text: " ")
            }
            tag("mark") { words["mark.event"] }
        }
        tag("div", .class("report"), .with("lang", report.language ?? "en")) { paragraphs.map { paragraph($0, words) } }
        tag("dl", .class("facts")) {
            if let url = report.url {
                tag("div") {
                    tag("dt") { words["report.address"] }
                    tag("dd") { tag("a", .outside(url), .with("rel", "noreferrer nofollow")) { url } }
                }
            }
            tag("div") {
                tag("dt") { words["report.hash"] }
                tag("dd") { tag("code") { hash } }
            }
            if let copy {
                tag("div") {
                    tag("dt") { words["report.copy"] }
                    tag("dd") { tag("code") { copy } }
                }
            }
        }
    }

    private func paragraph(_ sentences: [Sentence], _ words: Words) -> HTML {
        let told = sentences.flatMap(\.told)
        return tag("div", .class("row")) {
            tag("p") {
                sentences.map { sentence in
                    let text = HTML(sentence.pieces.map(piece))
                    guard let index = sentence.index else { return text }
                    return tag("mark", .id("s\(index)")) { text }
                }
            }
            if !told.isEmpty {
                tag("ul", .class("margin"), .with("lang", words.language.rawValue)) {
                    told.map { told in
                        let event = told.event
                        let text =
                            "\(event.actor.actor.state ?? event.actor.actor.name ?? "?") → \(event.recipient.flatMap { $0.actor.state ?? $0.actor.name } ?? "–") \(words.act(event.act))"
                        return tag("li", .class(event.type.isHostile ? "hostile" : "friendly")) {
                            if let incident = told.incident {
                                tag("a", .href(Address("incidents", incident))) { text }
                            } else {
                                text
                            }
                            tag("span", .class("quiet")) { " " + words.status(event.status) }
                        }
                    }
                }
            }
        }
    }

    private func piece(_ piece: Marks.Piece) -> HTML {
        let kinds = piece.kinds.filter { $0 != .name }
        guard !kinds.isEmpty else { return HTML(text: piece.text) }
        return tag(
            "span", .class("m " + kinds.map(\.rawValue).joined(separator: " ")),
            .with("title", piece.meanings.joined(separator: " · "))
        ) { piece.text }
    }

    private struct Model: Encodable, Sendable {
        let report: Report
        let outlet: Outlets.Outlet
        let sha256: String
        let copy: String?
        let events: [Event]
    }

    var json: any Encodable & Sendable {
        Model(
            report: report, outlet: outlet, sha256: hash, copy: copy,
            events: paragraphs.flatMap { $0 }.flatMap(\.told).map(\.event))
    }
}
