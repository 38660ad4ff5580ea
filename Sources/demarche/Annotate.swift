import ArgumentParser
import Coding
import Foundation
import Language
import Reading
import World

struct Annotate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reports in, what is in them out: sentences, names, actors and places, as JSON lines.",
        discussion: """
            Offsets are Unicode code points into the report's text, end exclusive.

              demarche annotate < reports.jsonl
            """)

    @Argument(help: "Files or folders of reports; - is standard input.")
    var sources: [String] = ["-"]

    @OptionGroup var world: WorldOption

    private struct Annotation: Encodable {
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
            let basis: String

            private enum Key: String, CodingKey {
                case start, end, state, sector, organ, name, basis
            }

            /// What is absent is null.
            func encode(to encoder: any Encoder) throws {
                var values = encoder.container(keyedBy: Key.self)
                try values.encode(start, forKey: .start)
                try values.encode(end, forKey: .end)
                try values.encode(state, forKey: .state)
                try values.encode(sector, forKey: .sector)
                try values.encode(organ, forKey: .organ)
                try values.encode(name, forKey: .name)
                try values.encode(basis, forKey: .basis)
            }
        }

        struct Spot: Encodable {
            let start: Int
            let end: Int
            let name: String
            let state: String?
            let latitude: Double?
            let longitude: Double?

            private enum Key: String, CodingKey {
                case start, end, name, state, latitude, longitude
            }

            func encode(to encoder: any Encoder) throws {
                var values = encoder.container(keyedBy: Key.self)
                try values.encode(start, forKey: .start)
                try values.encode(end, forKey: .end)
                try values.encode(name, forKey: .name)
                try values.encode(state, forKey: .state)
                try values.encode(latitude, forKey: .latitude)
                try values.encode(longitude, forKey: .longitude)
            }
        }

        let report: String
        let sentences: [[Int]]
        let names: [Name]
        var actors: [Who] = []
        var places: [Spot] = []

        mutating func add(_ resolved: ResolvedSentence) {
            let words = resolved.sentence.words
            var seen: Set<Range<Int>> = []
            for (_, party) in resolved.parties.sorted(by: { $0.key < $1.key }) where seen.insert(party.words).inserted {
                for actor in [party.actor] + party.others where actor.isKnown || party.kind != nil {
                    actors.append(
                        Who(
                            start: words[party.words.lowerBound].start, end: words[party.words.upperBound - 1].end,
                            state: actor.state, sector: actor.sector, organ: actor.organ, name: actor.name,
                            basis: party.basis.rawValue))
                }
            }
            for (range, place) in resolved.placeMentions {
                places.append(
                    Spot(
                        start: words[range.lowerBound].start, end: words[range.upperBound - 1].end, name: place.name,
                        state: place.state, latitude: place.latitude, longitude: place.longitude))
            }
        }
    }

    func run() throws {
        let analyser = try Analyser.standard()
        let world = try world.world()
        try Inbox(sources: sources, published: nil, outlet: nil).forEach { report in
            let sentences = analyser.sentences(of: ScannedText(report.text))
            var annotation = Annotation(
                report: report.id, sentences: sentences.map { [$0.start, $0.end] },
                names: sentences.flatMap { sentence in
                    sentence.names.map { name in
                        Annotation.Name(
                            start: sentence.words[name.words.lowerBound].start,
                            end: sentence.words[name.words.upperBound - 1].end, kind: name.kind.rawValue)
                    }
                })
            var resolver = Resolver(world, on: report.day, reading: report.text)
            for sentence in sentences { annotation.add(resolver.resolve(sentence)) }
            try Lines.json(annotation)
        }
    }
}
