import Foundation
import Language
import Reading
import Testing
import World

@testable import Coding

@Suite struct ScreeningTests {
    static let coder = try? Coder.standard()

    private func mayTell(_ text: String, title: String? = nil) throws -> Bool {
        try #require(Self.coder)
            .readWhereTelling(Report(title: title, published: "2025-06-30", text: text)) != nil
    }

    @Test(arguments: [
        "Azerbaijan summoned Russia's ambassador.",
        "Moscow expelled two diplomats. London said it would answer.",
        "The United Nations condemned the strike by Israeli jets.",
        "Mr Trump threatened Emmanuel Macron with tariffs.",
        "The embassy in Quito was stormed by police on Friday. Mexico has cut its ties.",
    ])
    func letsThroughWhatMayTellOfAnAct(text: String) throws { #expect(try mayTell(text)) }

    @Test(arguments: [
        "", "?", "The council met on Monday to speak about the school.",
        "France won. It was a good day for the French and for Paris.",
        "The minister resigned after the police searched his office in Warsaw.",
        "He was born in Italy. He lives in Spain. His house is old. It has a garden. He writes in the morning.",
    ])
    func passesOverWhatCannot(text: String) throws { #expect(try !mayTell(text)) }

    @Test func aTitleNamesSidesAsWell() throws {
        let text = "The ambassador was summoned on Saturday over the raids."
        #expect(try !mayTell(text))
        #expect(try mayTell(text, title: "Azerbaijan protests to Russia"))
    }

    /// Of the Corpus's events between two states not one in a hundred stands in a sentence that is passed over.
    @Test func losesNextToNothing() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Corpus")
        let reader = CorpusReader(ontology: try .standard(), organs: try World.standard().organs)
        let coder = try #require(Self.coder)
        let corpus = try Corpus(folder: folder, reader: reader)
        var (events, lost, read) = (0, 0, 0)
        // The parts that the cues' weights are not learned from.
        for report in corpus.reports where corpus.part(of: report) != .train {
            let text = ScannedText(report.report.text)
            let telling = coder.telling(report.report, text)
            let sentences = text.sentences.filter { telling.contains($0.lowerBound) }
                .map {
                    text.string(text.tokens[$0.lowerBound].bytes.lowerBound..<text.tokens[$0.upperBound - 1].bytes.upperBound)
                }
            read += telling.isEmpty ? 0 : 1
            for line in report.lines {
                let between = line.notes.count { note in
                    note.actor.state != nil && note.recipient?.state != nil && note.actor.state != note.recipient?.state
                }
                events += between
                if !sentences.contains(where: { line.text.contains($0) || $0.contains(line.text) }) { lost += between }
            }
        }
        print("screening: \(read) reports are read; \(lost) of \(events) events lost")
        #expect(Double(lost) <= 0.01 * Double(events))
    }
}
