internal import Foundation
package import Language
package import Reading
package import World

/// What is in a report besides its events: sentences, names, actors, places, times, who says what. Encoded as the contract's `annotate`.
package struct Annotation: Encodable {
    struct Name: Encodable {
        let start: Int
        let end: Int
        let kind: String
    }

    struct Who: Encodable {
        let start: Int
        let end: Int
        let state: String?
        let sector: String
        let organ: String?
        let name: String?
        /// Why the words are taken for them.
        let basis: String
    }

    struct Spot: Encodable {
        let start: Int
        let end: Int
        let name: String
        let state: String?
        let latitude: Double?
        let longitude: Double?
    }

    struct Time: Encodable {
        let start: Int
        let end: Int
        let type: String
        let value: String
    }

    /// Spans of the text, more than one where what is said is broken by who says it.
    struct Attribution: Encodable {
        let source: [[Int]]
        let cue: [[Int]]
        let content: [[Int]]
    }

    struct Predicate: Encodable {
        let start: Int
        let end: Int
        let lemma: String
        let status: String
    }

    let report: String
    /// Offsets in the report's text, in Unicode code points, end exclusive, here and below.
    let sentences: [[Int]]
    let names: [Name]
    let actors: [Who]
    let places: [Spot]
    let times: [Time]
    let attributions: [Attribution]
    let predicates: [Predicate]

    package init(of report: Report, by analyser: Analyser, in world: World) {
        let sentences = analyser.sentences(of: ScannedText(report.text))
        var timeline = Timeline(published: report.day, sentences: sentences)
        self.report = report.id
        self.sentences = sentences.map { [$0.start, $0.end] }
        names = sentences.flatMap { sentence in
            sentence.names.map { name in
                let (start, end) = Self.span(name.words, sentence)
                return Name(start: start, end: end, kind: name.kind.rawValue)
            }
        }
        var resolver = Resolver(world, on: report.day, reading: report.text)
        let resolved = sentences.map { resolver.resolve($0) }
        actors = resolved.flatMap(Self.actors)
        places = resolved.flatMap(Self.places)
        times = sentences.flatMap { sentence in
            TimeExpressions(in: sentence, along: &timeline).all.map { time in
                let (start, end) = Self.span(time.words, sentence)
                return Time(start: start, end: end, type: time.kind.rawValue, value: time.value)
            }
        }
        predicates = sentences.flatMap { sentence in
            Predicates(in: sentence).all.map { predicate in
                let word = sentence.words[predicate.word]
                return Predicate(start: word.start, end: word.end, lemma: word.lemma, status: predicate.status.rawValue)
            }
        }
        let scalars = Array(report.text.unicodeScalars)
        let found = Attributions(in: sentences) { between in
            between.contains { scalars.indices.contains($0) && CharacterSet.newlines.contains(scalars[$0]) }
        }
        attributions = found.all.map { attribution in
            Attribution(
                source: Self.spans(attribution.source, found.words), cue: Self.spans(attribution.cue, found.words),
                content: Self.spans(attribution.content, found.words))
        }
    }

    private static func actors(in resolved: ResolvedSentence) -> [Who] {
        var seen: Set<Range<Int>> = []
        let parties = resolved.parties.sorted { $0.key < $1.key }.map(\.value).filter { seen.insert($0.words).inserted }
        return parties.flatMap { party in
            let (start, end) = span(party.words, resolved.sentence)
            return ([party.actor] + party.others).filter { $0.isKnown || party.kind != nil }.map { actor in
                Who(
                    start: start, end: end, state: actor.state, sector: actor.sector, organ: actor.organ, name: actor.name,
                    basis: party.basis.rawValue)
            }
        }
    }

    private static func places(in resolved: ResolvedSentence) -> [Spot] {
        resolved.placeMentions.map { words, place in
            let (start, end) = span(words, resolved.sentence)
            return Spot(
                start: start, end: end, name: place.name, state: place.state, latitude: place.latitude,
                longitude: place.longitude)
        }
    }

    /// Spans that hold some words, one for each run of them.
    private static func spans(_ indices: Set<Int>, _ words: [Word]) -> [[Int]] {
        var spans: [[Int]] = []
        var previous: Int?
        for index in indices.sorted() {
            if let last = previous, last + 1 == index {
                spans[spans.count - 1][1] = words[index].end
            } else {
                spans.append([words[index].start, words[index].end])
            }
            previous = index
        }
        return spans
    }

    private static func span(_ words: Range<Int>, _ sentence: Sentence) -> (start: Int, end: Int) {
        (sentence.words[words.lowerBound].start, sentence.words[words.upperBound - 1].end)
    }
}
