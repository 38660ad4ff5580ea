import Language
import Testing

@testable import Coding

@Suite struct PrefilterTests {
    static let prefilter = try? Prefilter(Frames.standard())

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

    @Test(arguments: ["The weather was fine in Moscow.", "It has 40,000 inhabitants.", "Nobody knows why.", "?", "1 2 3"])
    func passesOverWhatCannot(sentence: String) throws { #expect(try !passes(sentence)) }
}
