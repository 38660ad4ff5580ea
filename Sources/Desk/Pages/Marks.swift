internal import Coding
internal import Foundation
internal import Language
internal import Reading
internal import World

/// What is marked in a report's text: names, places, times, who speaks; spans of code points.
struct Marks: Sendable {
    enum Kind: String, Sendable, CaseIterable { case name, place, time, speaker, actor }

    struct Span: Sendable {
        let start: Int
        let end: Int
        let kind: Kind
        /// What the words mean: a state, a day.
        let meaning: String?
    }

    let spans: [Span]

    /// What the annotator finds, read from its public JSON.
    init(of report: Report, in library: Library) throws {
        let annotation = Annotation(of: report, by: try library.analyser.value(), in: library.world)
        let read = try JSONDecoder().decode(Annotated.self, from: JSONEncoder().encode(annotation))
        var spans = read.names.map { Span(start: $0.start, end: $0.end, kind: .name, meaning: nil) }
        spans += read.actors.map { Span(start: $0.start, end: $0.end, kind: .actor, meaning: $0.state ?? $0.name) }
        spans += read.places.map { Span(start: $0.start, end: $0.end, kind: .place, meaning: $0.state) }
        spans += read.times.map { Span(start: $0.start, end: $0.end, kind: .time, meaning: $0.value) }
        spans += read.attributions.flatMap(\.source).filter { $0.count == 2 }.map {
            Span(start: $0[0], end: $0[1], kind: .speaker, meaning: nil)
        }
        self.spans = spans
    }

    private struct Annotated: Decodable {
        struct Name: Decodable { let start, end: Int }
        struct Who: Decodable {
            let start, end: Int
            let state, name: String?
        }
        struct Spot: Decodable {
            let start, end: Int
            let state: String?
        }
        struct Time: Decodable {
            let start, end: Int
            let value: String
        }
        struct Attribution: Decodable { let source: [[Int]] }

        let names: [Name]
        let actors: [Who]
        let places: [Spot]
        let times: [Time]
        let attributions: [Attribution]
    }

    /// A stretch of text with everything that it is.
    struct Piece: Sendable, Hashable {
        let text: String
        let kinds: [Kind]
        let meanings: [String]
    }

    /// The text between two offsets, cut where any mark begins or ends.
    func pieces(of scalars: ArraySlice<Unicode.Scalar>) -> [Piece] {
        let within = spans.filter { $0.start < scalars.endIndex && $0.end > scalars.startIndex && $0.start < $0.end }
        var cuts = Set([scalars.startIndex, scalars.endIndex])
        for span in within { cuts.formUnion([max(span.start, scalars.startIndex), min(span.end, scalars.endIndex)]) }
        let order = cuts.sorted()
        return zip(order, order.dropFirst()).map { start, end in
            let here = within.filter { $0.start <= start && $0.end >= end }
            var meanings: [String] = []
            for case let meaning? in here.map(\.meaning) where !meanings.contains(meaning) { meanings.append(meaning) }
            return Piece(
                text: String(String.UnicodeScalarView(scalars[start..<end])),
                kinds: Kind.allCases.filter { kind in here.contains { $0.kind == kind } }, meanings: meanings)
        }
    }
}
