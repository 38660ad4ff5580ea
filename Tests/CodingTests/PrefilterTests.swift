import Foundation
import Language
import Testing
import World

@testable import Coding

@Suite struct PrefilterTests {
    static let prefilter = try? Prefilter.standard()

    private func passes(_ sentence: String) throws -> Bool {
        let text = ScannedText(sentence)
        return try #require(Self.prefilter).passes(try #require(text.sentences.first), of: text)
    }

    @Test(arguments: [
        "The envoy was summoned.", "They were expelling diplomats.", "Baku denied it.", "The plane was shot down.",
        "A raid followed.",
        "He met nobody.", "Sanctions were imposed.", "BANNED", "The two clashed.",
    ])
    func letsThroughWhatMayTellOfAnAct(sentence: String) throws { #expect(try passes(sentence)) }

    @Test(arguments: ["It has 40,000 inhabitants.", "Nobody knows why.", "?", "1 2 3"])
    func passesOverWhatCannot(sentence: String) throws { #expect(try !passes(sentence)) }

    /// Of the Corpus's sentences that tell of an event not one in a hundred is passed over.
    @Test func losesNextToNothing() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Corpus")
        let reader = CorpusReader(ontology: try .standard(), organs: try World.standard().organs)
        let lines = try Corpus(folder: folder, reader: reader).reports.flatMap(\.lines)
        let telling = lines.filter { !$0.notes.isEmpty }
        let lost = try telling.filter { try !passes($0.text) }
        let bare = lines.filter(\.notes.isEmpty)
        print(
            "prefilter: \(lost.count) of \(telling.count) lost; of \(bare.count) bare ones \(try bare.count { try passes($0.text) }) pass"
        )
        for line in lost { print("LOST \(line.notes.map(\.trigger.text)) | \(line.text)") }
        #expect(Double(lost.count) <= 0.01 * Double(telling.count))
    }
}
