import Foundation
import Reading
import Testing
import World

@testable import Coding
@testable import Record

/// How many, when, by whom and whether at all, with who says so.
@Suite struct AccountsTests {
    private static let counted: [(String, [String])] = [
        ("It came down near Aktau, killing 38 of the 67 people on board.", ["killed 38", "aboard 67"]),
        ("The plane fell and 38 of the 67 people aboard died.", ["killed 38", "aboard 67"]),
        ("The airliner, in whose crash 38 people died last week, was damaged.", ["killed 38"]),
        ("He had linked the order to the arrest of three Algerians.", ["arrested 3"]),
        ("At least 12 diplomats were expelled and two others freed.", ["expelled 12", "released 2"]),
        ("Two men were killed and up to 20 wounded, the ministry said.", ["killed 2", "injured 20"]),
        ("He died two days later in 2014 at 38 degrees.", []),
        ("A 34-year-old was killed in three attacks.", []),
        ("Nine were killed and 38 of them had been deported.", ["killed 9", "expelled 38"]),
        ("Some 1,200 people were displaced.", ["displaced 1200"]),
    ]

    @Test(arguments: counted)
    func readsHowMany(sentence: String, expected: [String]) throws {
        let found = CountedWords(words: try .standard()).figures(in: sentence)
        #expect(found.map { "\($0.kind.rawValue) \($0.value ?? 0)" } == expected)
    }

    @Test func tellsOneFromThree() throws {
        let record = try Fixture.record(of: [
            Fixture.report(
                "a",
                [
                    Fixture.event(
                        "e1", "a", "FRA", "DZA", .coerce, "arrest", day: "2025-04-08", dateText: "April 8", speaker: "DZA",
                        text: "An Algerian consul was arrested in Paris on April 8.", target: "Algerian consul")
                ]),
            Fixture.report(
                "b",
                [
                    Fixture.event(
                        "e2", "b", "FRA", "DZA", .coerce, "arrest", day: "2025-04-12", dateText: "Saturday",
                        text: "The Algerian consul was arrested in Paris on Saturday.", target: "Algerian consul"),
                    Fixture.event(
                        "e3", "b", "DZA", "FRA", .accuse, "condemn", day: "2025-04-12", speaker: "FRA",
                        text: "The minister spoke of the arrest of three Algerians.", sentence: 1),
                ]),
        ])
        let arrest = try #require(try record.incidents().first { $0.act == "arrest" })
        #expect(arrest.reports == ["a", "b"])
        #expect(arrest.contested)
        let arrested = arrest.accounts.filter { $0.kind == .arrested }
        #expect(Set(arrested.map(\.value)) == [1, 3])
        #expect(arrested.first { $0.value == 3 }?.attribution?.actor.state == "FRA")
        #expect(arrest.accounts.filter { $0.kind == .date }.map(\.words) == ["2025-04-08", "2025-04-12"])
        #expect(arrest.accounts.allSatisfy { $0.first?.description == "2025-06-30" && $0.origins == 1 })
    }

    @Test(arguments: [
        (Fixture.arrested(10), Fixture.arrested(8, .atLeast), false),
        (Fixture.arrested(10), Fixture.arrested(12, .atLeast), true),
        (Fixture.arrested(50, .around), Fixture.arrested(52), false), (Fixture.arrested(50, .around), Fixture.arrested(9), true),
        (Fixture.arrested(9), Fixture.arrested(9), false), (Fixture.arrested(9), Fixture.arrested(8, .upTo), true),
        (Fixture.arrested(.max, .moreThan), Fixture.arrested(.max, .around), false),
    ])
    func figuresAreContestedOnlyWhereTheyCannotBothBeTrue(one: Event.Figure, other: Event.Figure, contested: Bool) throws {
        let record = try Fixture.record(of: [
            Fixture.report("a", [Fixture.event("e1", "a", "RUS", "AZE", .coerce, "arrest", day: "2025-06-27", figures: [one])]),
            Fixture.report("b", [Fixture.event("e2", "b", "RUS", "AZE", .coerce, "arrest", day: "2025-06-27", figures: [other])]),
        ])
        #expect(try record.incidents().map(\.contested) == [contested])
    }

    @Test func keepsDenialAdmissionAndBlame() throws {
        let record = try Fixture.record(of: [
            Fixture.report(
                "a",
                [
                    Fixture.event(
                        "e1", "a", "BOL", "PER", .assault, "kill", day: "2014-05-04", status: .claimed, speaker: "PER"),
                    Fixture.event(
                        "e2", "a", "BOL", "PER", .assault, "kill", day: "2014-05-04", status: .denied, speaker: "BOL", sentence: 1
                    ),
                    Fixture.event("e3", "a", "BOL", "PER", .reject, "deny", day: "2014-05-05", sentence: 1),
                ]),
            Fixture.report(
                "b", [Fixture.event("e4", "b", "BOL", "PER", .assault, "kill", day: "2014-05-04", speaker: "BOL")]),
        ])
        let shooting = try #require(try record.incidents().first { $0.act == "kill" })
        #expect(Set(shooting.accounts.map(\.kind)) == [.responsibility, .denial, .admission])
        #expect(shooting.contested)
        let denial = try #require(try record.incidents().first { $0.act == "deny" })
        #expect(try record.answers(of: denial).given.map(\.answered) == [shooting.id])
        #expect(try record.answers(of: shooting).received.map(\.incident) == [denial.id])
    }

    @Test func countsOriginsAndNotCarriers() throws {
        let record = try Fixture.record(of: [
            Fixture.report(
                "a",
                [Fixture.event("e1", "a", "RUS", "AZE", .coerce, "arrest", day: "2025-06-27", figures: [Fixture.arrested(9)])]),
            Fixture.report(
                "b",
                [Fixture.event("e2", "b", "RUS", "AZE", .coerce, "arrest", day: "2025-06-27", figures: [Fixture.arrested(9)])]),
        ])
        #expect(try record.incidents().map(\.origins) == [["a", "b"]])
        try record.setOrigin("a", ofReports: ["b"])
        #expect(try record.incidents().map(\.origins) == [["a"]])
        #expect(try record.incidents().first?.accounts.map(\.origins) == [1])
        #expect(try record.incidents().first?.confidence == 0.8)
    }

    @Test func followsWhatLedToWhat() throws {
        let text = "France expelled 12 officials, matching Algeria's decision to expel 12 employees."
        let expulsions = Fixture.report(
            "a",
            [
                Fixture.event("e1", "a", "FRA", "DZA", .sanction, "expel-diplomats", day: "2025-04-15", text: text),
                Fixture.event("e2", "a", "DZA", "FRA", .sanction, "expel-diplomats", day: "2025-04-14", text: text),
            ])
        let arrest = Fixture.report(
            "b",
            [
                Fixture.event(
                    "e3", "b", "FRA", "DZA", .coerce, "arrest", day: "2025-04-08", text: "France arrested a consul."),
                Fixture.event(
                    "e4", "b", "DZA", "FRA", .sanction, "expel-diplomats", day: "2025-04-14",
                    text: "In response to that, Algeria expelled 12 officials.", sentence: 1),
            ])
        let record = try Fixture.record(of: [expulsions, arrest])
        let last = try #require(try record.incidents().last)
        let causes = try record.causes(of: last)
        #expect(causes.map(\.incident.act) == ["expel-diplomats", "arrest"])
        #expect(causes.map(\.answer.cue) == ["matching", "in response to"])
    }

    private static let outlets: [(String?, String?, String?)] = [
        ("Reuters", nil, "GBR"), ("the associated press", nil, "USA"), (nil, "https://www.reuters.com/world/x", "GBR"),
        ("The Nowhere Herald", nil, nil), (nil, "not an address", nil), (nil, nil, nil),
    ]

    @Test(arguments: outlets)
    func knowsWhoseAnOutletIs(name: String?, url: String?, state: String?) throws {
        let outlet = try Outlets.standard().outlet(named: name, url: url)
        #expect(outlet.state == state)
        #expect((outlet.owner == nil) == (state == nil))
    }
}
