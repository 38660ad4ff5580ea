import Language
import Testing

@testable import Coding

@Suite struct FactualityTests {
    static let analyser = try? Analyser.standard()

    /// The predicate is the word in brackets.
    @Test(arguments: [
        ("Troops [left] the town.", "asserted"), ("Troops did not [leave] the town.", "negated"),
        ("Nobody knows why troops never [left].", "negated"), ("Troops will [leave] the town.", "planned"),
        ("Troops may [leave] the town.", "uncertain"), ("Troops could have [left] the town.", "uncertain"),
        ("If troops [leave], the town will starve.", "hypothetical"),
        ("If troops leave, the town will [starve].", "hypothetical"),
        ("They failed to [reach] the town.", "negated"), ("They refused to [sign] the accord.", "negated"),
        ("They agreed to [leave] the town.", "planned"), ("They hope to [leave] the town.", "uncertain"),
        ("They signed a deal to [buy] jets.", "planned"), ("The minister said they would [leave].", "planned"),
        ("They cancelled the [visit].", "negated"), ("They managed to [leave].", "asserted"),
        ("They claimed that troops had [left].", "asserted"), ("The summit will not [be] open.", "negated"),
        ("They asked whether troops had [left].", "uncertain"),
    ])
    func tellsWhetherItHappened(text: String, expected: String) throws {
        let plain = text.filter { $0 != "[" && $0 != "]" }
        let start = try #require(text.firstIndex(of: "[").map { text.distance(from: text.startIndex, to: $0) })
        let sentence = try #require(Self.analyser?.sentences(of: ScannedText(plain)).first)
        let found = Predicates(in: sentence).all.first { sentence.words[$0.word].start == start }
        #expect(found?.status.rawValue == expected)
    }
}
