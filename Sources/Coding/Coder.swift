public import Language
public import Reading
public import World
internal import Crypto
internal import Foundation

/// Reads events out of reports: which act, by whom, towards whom, when, where, according to whom, and whether it happened.
///
/// The model points at words and their parts, trees and a lexicon of acts check it, the World says who is who.
public struct Coder: Sendable {
    let analyser: Analyser
    let world: World
    private let candidates: Candidates
    let prefilter: Prefilter
    private let territories: Set<String>

    public init(analyser: Analyser, world: World, ontology: Ontology) throws {
        self.analyser = analyser
        self.world = world
        let frames = try Frames.standard()
        candidates = Candidates(ontology: ontology, frames: frames)
        prefilter = try Prefilter.standard()
        territories = Set(
            world.states.values.filter { $0.status != .member && $0.status != .observer && $0.code != "TWN" }.map(\.code))
    }

    /// The coder with the data that come with the program.
    public static func standard() throws -> Coder {
        try Coder(analyser: .standard(), world: .standard(), ontology: .standard())
    }

    /// A report as it was understood.
    public struct Reading: Sendable {
        public let sentences: [Sentence]
        public let events: [Event]

        package init(sentences: [Sentence], events: [Event]) {
            self.sentences = sentences
            self.events = events
        }
    }

    /// The events of a report, in the order of its sentences. The same report always gives the same events.
    public func events(of report: Report) -> [Event] { read(report).events }

    /// The sentences and events of a report; none of a report that is not in English.
    public func read(_ report: Report) -> Reading {
        guard report.isEnglish else { return Reading(sentences: [], events: []) }
        let text = ScannedText(report.text)
        return read(report, text) { prefilter.passes($0, of: text) }
    }

    /// - Parameter telling: which sentences may tell of an act; the others are not looked at.
    func read(_ report: Report, _ text: ScannedText, where telling: (Range<Int>) -> Bool) -> Reading {
        let sentences = analyser.sentences(of: text, where: telling)
        var resolver = Resolver(world, on: report.day, reading: report.text)
        var timeline = Timeline(published: report.day, sentences: sentences)
        let passages = sentences.map { sentence in
            Passage(resolved: resolver.resolve(sentence), times: TimeExpressions(in: sentence, along: &timeline))
        }
        var scribe = Scribe(
            report: report, candidates: candidates,
            discourse: Discourse(territories: territories, newsDay: Self.newsDay(in: passages, published: report.day)))
        for passage in passages { scribe.read(passage) }
        return Reading(sentences: sentences, events: scribe.finished())
    }

    /// The day whose news a report tells: of those just before its publication the one its first sentence names, or on which
    /// somebody is told to have spoken; else that of publication.
    private static func newsDay(in passages: [Passage], published: Day?) -> Day? {
        guard let published else { return nil }
        func fresh(_ found: some Sequence<TimeExpressions.Expression>) -> Day? {
            found.first { $0.start == $0.end && (published - Discourse.freshness...published).contains($0.start) }?.start
        }
        return passages.first.flatMap { fresh($0.times.expressions) }
            ?? passages.lazy.compactMap { passage in fresh(passage.times.expressions.filter(passage.datesSpeech)) }.first
            ?? published
    }

    /// A digest that names an event: the same event of the same report has the same one whenever it is coded.
    static func identity(_ parts: [String]) -> String {
        let digest = SHA256.hash(data: Data(parts.joined(separator: "\u{0}").utf8))
        return "e" + digest.prefix(7).map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}
