import Foundation
import Language
import Reading
import Testing
import World

@testable import Coding

@Suite struct ScreeningTests {
    static let coder = try? Coder.standard()

    private func mayTell(_ text: String, title: String? = nil) throws -> Bool {
        try #require(Self.coder).mayTell(Report(title: title, published: "2025-06-30", text: text))
    }

    @Test(arguments: [
        "Azerbaijan summoned Russia's ambassador.",
        "Moscow expelled two diplomats. London said it would answer.",
        "The United Nations condemned the strike by Israeli jets.",
        "Mr Trump spoke to Emmanuel Macron by telephone.",
        "The embassy in Quito was stormed by police on Friday. Mexico has cut its ties.",
    ])
    func letsThroughWhatMayTellOfAnAct(text: String) throws { #expect(try mayTell(text)) }

    @Test(arguments: [
        "", "?", "The council met on Monday to speak about the school.",
        "France won. It was a good day for the French and for Paris.",
        "The minister resigned after the police searched his office in Warsaw.",
        "He was born in Italy and lives in Spain.",
    ])
    func passesOverWhatCannot(text: String) throws { #expect(try !mayTell(text)) }

    @Test func aTitleNamesSidesAsWell() throws {
        let text = "The ambassador was summoned on Saturday over the raids."
        #expect(try !mayTell(text))
        #expect(try mayTell(text, title: "Azerbaijan protests to Russia"))
    }

    /// Of the Corpus's events between two sides not one in a hundred stands in a report that is passed over.
    @Test func losesNextToNothing() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Corpus")
        let reader = CorpusReader(ontology: try .standard(), organs: try World.standard().organs)
        let coder = try #require(Self.coder)
        var (events, lost, reports, passed) = (0, 0, 0, 0)
        for report in try Corpus(folder: folder, reader: reader).reports {
            let notes = report.lines.flatMap(\.notes).filter { note in
                note.recipient?.state != nil && note.actor.state != nil && note.recipient?.state != note.actor.state
            }
            let passes = coder.mayTell(report.report)
            events += notes.count
            reports += 1
            if passes { passed += 1 } else { lost += notes.count }
        }
        print("screening: \(passed) of \(reports) reports pass; \(lost) of \(events) events lost")
        #expect(Double(lost) <= 0.01 * Double(events))
    }
}
