import Language
import Reading
import Testing

@testable import Coding

@Suite struct TimeExpressionsTests {
    static let analyser = try? Analyser.standard()

    /// Published on Monday, 30 June 2025.
    @Test(arguments: [
        ("It happened on Saturday.", "2025-06-28/2025-06-28"), ("It happened on Monday.", "2025-06-30/2025-06-30"),
        ("It happened yesterday.", "2025-06-29/2025-06-29"), ("It happened last week.", "2025-06-23/2025-06-29"),
        ("It happened in December.", "2024-12-01/2024-12-31"), ("It happened on 25 December.", "2024-12-25/2024-12-25"),
        ("It happened on March 3, 2024.", "2024-03-03/2024-03-03"), ("It happened in 2019.", "2019-01-01/2019-12-31"),
        ("It happened two days ago.", "2025-06-28/2025-06-28"), ("It happened last July.", "2024-07-01/2024-07-31"),
        ("It happened on 2025-05-09.", "2025-05-09/2025-05-09"), ("It happened last month.", "2025-05-01/2025-05-31"),
        ("They will meet on Friday.", "2025-07-04/2025-07-04"),
    ])
    func resolves(text: String, expected: String) throws {
        let sentence = try #require(Self.analyser?.sentences(of: ScannedText(text)).first)
        let found = TimeExpressions(in: sentence, published: Day("2025-06-30")).expressions
        #expect(found.map { "\($0.start)/\($0.end)" } == [expected])
    }

    @Test(arguments: ["They may leave.", "Troops march on.", "The deal of the century.", "He lived at 2019 Invented Street."])
    func seesNoTimeWhereThereIsNone(text: String) throws {
        let sentence = try #require(Self.analyser?.sentences(of: ScannedText(text)).first)
        #expect(TimeExpressions(in: sentence, published: Day("2025-06-30")).expressions.isEmpty)
    }
}
