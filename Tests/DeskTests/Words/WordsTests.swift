import Coding
import Foundation
import Reading
import Testing
import World

@testable import Desk

@Suite struct WordsTests {
    private static func texts(_ language: Language) throws -> [String: String] {
        Words.parse(try ResourceFolder.text("words.\(language.rawValue).txt", of: "Desk"))
    }

    @Test func everyLanguageSaysTheSameThingsWithTheSameBlanks() throws {
        let english = try Self.texts(.english)
        for language in Language.allCases {
            let other = try Self.texts(language)
            #expect(Set(other.keys) == Set(english.keys), "\(language)")
            for (key, text) in english {
                let blanks = { (text: String) in Set(text.matches(of: /\{[a-z]+\}/).map { String($0.output) }) }
                #expect(blanks(other[key] ?? "") == blanks(text), "\(language) \(key)")
            }
        }
    }

    @Test(
        arguments: [
            (nil, nil, Language.english), ("fr", nil, .french), (nil, "fr-CH, fr;q=0.9, en;q=0.8", .french),
            (nil, "de, en;q=0.7, fr;q=0.3", .english), (nil, "fr;q=0, en", .english), ("xx", "fr", .french),
            (nil, ";;q=,", .english),
        ] as [(String?, String?, Language)])
    func theLanguageIsTheOneAskedForOrElseTheBrowsersFirst(asked: String?, accepted: String?, language: Language) {
        #expect(Language(asked: asked, accepted: accepted) == language)
    }

    @Test func numbersAndDatesReadNaturally() throws {
        let words = try Words(.english, states: Fixture.world.get().states.values)
        #expect(words.number(1_234_567) == "1\u{202F}234\u{202F}567")
        #expect(words.count(1, "reports") == "1 report")
        #expect(words.party("AZE") == "Azerbaijan")
        guard let first = Day("2025-06-01"), let last = Day("2025-06-30") else { return }
        #expect(words.dates(first, last) == "June 2025")
        #expect(words.dates(first, first) == "1 June 2025")
    }

    @Test func everyActHasAFrenchNameOfItsOwn() throws {
        let words = try Words(.french, states: Fixture.world.get().states.values)
        let acts = try Set(Ontology.standard().acts.keys)
        #expect(Set(words.acts.keys) == acts)
        #expect(Set(words.acts.values).count == acts.count)
        #expect(words.act("summon-envoy") == "convocation de l’ambassadeur")
    }

    @Test func frenchNamesStatesInFrench() throws {
        #expect(try Words(.french, states: Fixture.world.get().states.values).party("RUS") == "Russie")
    }
}
