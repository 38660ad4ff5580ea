import Language
import Reading
import Testing

@testable import Coding

@Suite struct TimeExpressionsTests {
    static let analyser = try? Analyser.standard()

    private func sentence(_ text: String) throws -> Sentence {
        try #require(Self.analyser?.sentences(of: ScannedText(text)).first)
    }

    /// Published on Monday, 30 June 2025.
    @Test(arguments: [
        ("It happened on Saturday.", "2025-06-28/2025-06-28"), ("It happened on Monday.", "2025-06-30/2025-06-30"),
        ("It happened yesterday.", "2025-06-29/2025-06-29"), ("It happened last week.", "2025-06-23/2025-06-29"),
        ("It happened in December.", "2024-12-01/2024-12-31"), ("It happened on 25 December.", "2024-12-25/2024-12-25"),
        ("It happened on March 3, 2024.", "2024-03-03/2024-03-03"), ("It happened in 2019.", "2019-01-01/2019-12-31"),
        ("It happened two days ago.", "2025-06-28/2025-06-28"), ("It happened last July.", "2024-07-01/2024-07-31"),
        ("It happened on 2025-05-09.", "2025-05-09/2025-05-09"), ("It happened last month.", "2025-05-01/2025-05-31"),
        ("They will meet on Friday.", "2025-07-04/2025-07-04"), ("They talked from 3 to 5 March.", "2025-03-03/2025-03-05"),
        ("They met over the weekend.", "2025-06-28/2025-06-29"), ("Earlier this month he left.", "2025-06-01/2025-06-30"),
    ])
    func datesAgainstThePublication(text: String, expected: String) throws {
        let found = TimeExpressions(in: try sentence(text), published: Day("2025-06-30")).expressions
        #expect(found.map { "\($0.start)/\($0.end)" } == [expected])
    }

    /// Published on Monday, 30 June 2025.
    @Test(arguments: [
        ("They left in the summer of 1987.", "DATE 1987-SU"), ("Prices fell in the third quarter of 2009.", "DATE 2009-Q3"),
        ("It began in the early 1960s.", "DATE 196"), ("Trade grew in the nineteenth century.", "DATE 18"),
        ("The city fell in 146 BC.", "DATE BC0146"), ("The talks lasted three weeks.", "DURATION P3W"),
        ("A ten-day truce held.", "DURATION P10D"), ("He waited two and a half years.", "DURATION P2.5Y"),
        ("They fought for several months.", "DURATION PXM"), ("Ships pass every day.", "SET P1D"),
        ("The port is closed now.", "DATE PRESENT_REF"), ("She met her former rival.", "DATE PAST_REF"),
        ("The blast came at 5:30 am on Sunday.", "TIME 2025-06-29T05:30"),
        ("He arrived on Thursday night.", "TIME 2025-06-26TNI"),
        ("He resigned this morning.", "TIME 2025-06-30TMO"), ("They met last week.", "DATE 2025-W26"),
        ("The guns fell silent at the end of March.", "DATE 2025-03"), ("It began in mid-August 2019.", "DATE 2019-08"),
        ("The plant shut on Christmas Eve 1999.", "DATE 1999-12-24"), ("She ruled over half a century ago.", "DATE PAST_REF"),
    ])
    func writesTimex(text: String, expected: String) throws {
        let found = TimeExpressions(in: try sentence(text), published: Day("2025-06-30")).all
        #expect(found.map { "\($0.kind.rawValue) \($0.value)" } == [expected])
    }

    /// What a narrative of the past tells after a date depends on it.
    @Test(arguments: [
        ("The siege began on 12 August 1743.", "It ended two days later.", "1743-08-14"),
        ("The siege began on 12 August 1743.", "The next morning the gate fell.", "1743-08-13TMO"),
        ("The siege began on 12 August 1743.", "In October the king fled.", "1743-10"),
        ("The siege began in December 1743.", "In February the king fled.", "1744-02"),
        ("The siege began in December 1743.", "The following year the king fled.", "1744"),
        ("The siege began on 12 August 1743.", "Later that month the king fled.", "1743-08"),
        ("The siege began on 12 August 1743.", "On the 20th the king fled.", "1743-08-20"),
        ("The siege began in June 480 BC.", "In September the king fled.", "BC0480-09"),
    ])
    func followsANarrative(first: String, second: String, expected: String) throws {
        var timeline = Timeline(published: nil, isNarrative: true)
        _ = TimeExpressions(in: try sentence(first), along: &timeline)
        #expect(TimeExpressions(in: try sentence(second), along: &timeline).all.map(\.value) == [expected])
    }

    @Test func takesAReportOfLongAgoForANarrative() throws {
        let text = "In 1743 war came. By 1745 it was lost. The peace of 1748 held until 1756. In May he died."
        let sentences = try #require(Self.analyser).sentences(of: ScannedText(text))
        #expect(Timeline(published: Day("2025-06-30"), sentences: sentences).isNarrative)
        let news = try #require(Self.analyser).sentences(of: ScannedText("He left on Friday. He came in 2019 and 2021."))
        #expect(!Timeline(published: Day("2025-06-30"), sentences: news).isNarrative)
    }

    @Test func readsTheDayOfAReportThatHasItAsALine() throws {
        let sentences = try #require(Self.analyser).sentences(of: ScannedText("Port shut\nJune 30, 2025\nIt shut on Friday."))
        #expect(Timeline(published: nil, sentences: sentences).published == Day("2025-06-30"))
    }

    @Test(arguments: [
        "They may leave.", "Troops march on.", "He lived at 2019 Invented Street.", "The fall of the city shocked them.",
        "They came second.",
    ])
    func seesNoTimeWhereThereIsNone(text: String) throws {
        #expect(TimeExpressions(in: try sentence(text), published: Day("2025-06-30")).all.isEmpty)
    }

    @Test(arguments: [
        "31 February 31", "99999999999 days ago", "the the the of of", "9999 years later", "0 BC 0", "1 1 1 - - 1", "–",
    ])
    func survivesNonsense(text: String) throws {
        _ = TimeExpressions(in: try sentence(text), published: Day("9999-12-31"))
        _ = TimeExpressions(in: try sentence(text), published: Day("0001-01-01"))
    }
}
