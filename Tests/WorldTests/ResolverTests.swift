import Language
import Reading
import Testing

@testable import World

@Suite struct ResolverTests {
    static let world = try? World.standard()
    static let analyser = try? Analyser.standard()

    /// The last sentence of a text, resolved on a day, and the actor of the phrase that a word heads.
    private func actor(_ word: String, in text: String, on day: String = "2025-06-30") throws -> Actor {
        try #require(try party(word, in: text, on: day)).actor
    }

    private func party(_ word: String, in text: String, on day: String) throws -> Party? {
        let world = try #require(Self.world)
        let sentences = try #require(Self.analyser).sentences(of: ScannedText(text))
        var resolver = Resolver(world, on: Day(day))
        let resolved = try #require(sentences.map { resolver.resolve($0) }.last)
        let index = try #require(resolved.sentence.words.lastIndex { $0.text == word })
        return resolved.parties[index]
    }

    @Test(arguments: [
        ("ministry", "Azerbaijan's foreign ministry protested.", "AZE", "GOV", "foreign-ministry"),
        ("Ministry", "The Foreign Ministry of Algeria protested.", "DZA", "GOV", "foreign-ministry"),
        ("Kremlin", "The Kremlin denied it.", "RUS", "GOV", "presidency"),
        ("police", "Russian police arrested nine men.", "RUS", "COP", "police"),
        ("embassy", "Iran's embassy in Riyadh reopened.", "IRN", "GOV", "embassy"),
        ("ambassador", "France's ambassador to Algeria left.", "FRA", "GOV", "embassy"),
        ("journalists", "Russian journalists in Baku were detained.", "RUS", "MED", nil),
        ("Duma", "The State Duma voted on Tuesday.", "RUS", "LEG", "parliament"),
        ("troops", "Turkish troops crossed the border.", "TUR", "MIL", nil),
        ("Beijing", "Beijing condemned the visit.", "CHN", "GOV", nil),
        ("coalition", "The US-led coalition bombed the depot.", "USA", "MIL", nil),
        ("citizens", "Azerbaijani-born Russian citizens were stopped.", "RUS", "CVL", nil),
        ("lawmakers", "Pro-Russian Moldovan lawmakers protested.", "MDA", "LEG", "parliament"),
        ("Russians", "Ethnic Russians in Latvia protested.", "LVA", "CVL", nil),
        ("drones", "Ukraine's Turkish-made drones filmed the column.", "UKR", "MIL", nil),
        ("governor", "The governor of Russia's Belgorod region reported it.", "RUS", "GOV", "local-government"),
        ("court", "A court in Kirov sentenced the blogger.", "RUS", "JUD", "court"),
        ("Court", "Tbilisi City Court ordered the arrest.", "GEO", "JUD", "court"),
        ("Georgia", "Turnout was high across Georgia, from Savannah to Atlanta.", "USA", "CVL", nil),
        ("fighters", "Boko Haram fighters burnt the village in Borno.", "NGA", "REB", nil),
    ])
    func resolves(word: String, text: String, state: String, sector: String, organ: String?) throws {
        let actor = try actor(word, in: text)
        #expect(actor.state == state)
        #expect(actor.sector == sector)
        if let organ { #expect(actor.organ == organ) }
    }

    @Test(arguments: [
        ("whispers", "Children played Chinese whispers in the yard."), ("Sea", "A tanker sank in the South China Sea."),
        ("Convention", "The raid breached the Vienna Convention."), ("us", "They told us to wait."),
        ("polish", "She had to polish the brass."), ("English", "Pupils learn English."),
    ])
    func takesNothingForAnActorThatIsNone(word: String, text: String) throws {
        #expect(try party(word, in: text, on: "2025-06-30")?.actor.state == nil)
    }

    @Test func meansTwoByTheTwoCountries() throws {
        let text = "Georgia and Armenia signed a deal. The two countries will share data."
        let party = try #require(try party("countries", in: text, on: "2025-06-30"))
        #expect(party.others.map(\.state) == ["GEO", "ARM"])
    }

    @Test(arguments: [
        ("Hamas rejected the terms. The group wants a truce.", "group", "PSE"),
        ("The Dutch minister Anna Veenhof-Bos flew home. Veenhof-Bos signed nothing.", "Bos", "NLD"),
        ("Poland's Sejm passed the law. The chamber sat until midnight.", "chamber", "POL"),
        ("French President Emmanuel Macron arrived in Prague. He met the others.", "He", "FRA"),
    ])
    func remembersWhoWasNamed(text: String, word: String, state: String) throws {
        #expect(try actor(word, in: text).state == state)
    }

    @Test func knowsWhoHeldTheOfficeOnTheDay() throws {
        #expect(try actor("Biden", in: "Biden met his staff.", on: "2023-05-01").state == "USA")
        #expect(try actor("Putin", in: "Vladimir Putin spoke.").name == "Vladimir Putin")
    }

    @Test func learnsPeopleInNoListFromTheText() throws {
        let text = "Russian Deputy Foreign Minister Osip Verkhonravov flew to Baku. Verkhonravov met nobody."
        let actor = try actor("Verkhonravov", in: text)
        #expect(actor.state == "RUS")
        #expect(actor.name == "Osip Verkhonravov")
    }

    @Test func remembersTheMinistry() throws {
        let text = "Azerbaijan's foreign ministry summoned the envoy. The ministry said two men had died."
        #expect(try actor("ministry", in: text).state == "AZE")
    }

    @Test func keepsTurkeyFromTurkey() throws {
        #expect(try actor("Turkey", in: "Turkey closed the border.").state == "TUR")
        #expect(try party("turkey", in: "They ate turkey at the table.", on: "2025-06-30") == nil)
    }
}
