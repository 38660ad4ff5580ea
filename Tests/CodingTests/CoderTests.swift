import Reading
import Testing
import World

@testable import Coding

@Suite struct CoderTests {
    static let coder = try? Coder.standard()

    /// The events of a text as lines: `AZE>RUS ACCUSE summon-envoy happened`.
    private func events(_ text: String, on day: String = "2025-06-30") throws -> [String] {
        try read(text, on: day).map { event in
            "\(event.actor.actor.state ?? "-")>\(event.recipient?.actor.state ?? "-") \(event.type.rawValue) \(event.act) \(event.status.rawValue)"
        }
    }

    private func read(_ text: String, on day: String = "2025-06-30") throws -> [Event] {
        try #require(Self.coder).events(of: Report(id: "r", published: day, text: text))
    }

    @Test(arguments: [
        ("Azerbaijan summoned Russia's ambassador on Saturday.", "AZE>RUS ACCUSE summon-envoy happened"),
        ("Iran was warned by Israel.", "ISR>IRN THREATEN warn happened"),
        ("Two Russian diplomats were expelled by Estonia.", "EST>RUS SANCTION expel-diplomats happened"),
        ("The French president visited Algeria on Monday.", "FRA>DZA CONSULT visit happened"),
        ("Ukraine accused Russia of shelling Kharkiv.", "UKR>RUS ACCUSE accuse-of-aggression happened"),
        ("Mexico recalled its ambassador from Ecuador.", "MEX>ECU SANCTION recall-envoy happened"),
        ("India will expel four Canadian diplomats next week.", "IND>CAN SANCTION expel-diplomats planned"),
        ("Vladimir Putin apologised to Ilham Aliyev.", "RUS>AZE CONCEDE apologise happened"),
        ("Japan cancelled a visit by the Chinese foreign minister.", "JPN>CHN REJECT cancel-visit happened"),
        ("Turkish police arrested three Greek journalists in Ankara.", "TUR>GRC COERCE arrest happened"),
        ("Poland imposed sanctions on Belarus.", "POL>BLR SANCTION impose-sanctions happened"),
        ("Chile and Argentina signed an agreement in Santiago.", "CHL>ARG AGREE sign-accord happened"),
    ])
    func codes(text: String, expected: String) throws {
        let found = try events(text)
        #expect(found.contains(expected), "\(found)")
    }

    @Test(arguments: [
        "The weather in Moscow was fine on Saturday.", "Analysts expect the rouble to fall against the dollar.",
        "Azerbaijan and Russia share a border of 338 kilometres.", "", "?!", "Baku",
    ])
    func tellsNothingWhereNothingHappens(text: String) throws { #expect(try events(text) == []) }

    @Test(arguments: [
        "Russia did not expel any Polish diplomats.", "Moscow denied that it had shelled Kharkiv.",
        "If Israel attacks Iran, the talks will end.", "Spain may recall its ambassador from Argentina.",
        "Norway plans to impose sanctions on Belarus.",
    ])
    func neverTellsAsDoneWhatWasNot(text: String) throws {
        let material: Set<EventType> = [.sanction, .assault, .coerce]
        for event in try read(text) where material.contains(event.type) { #expect(event.status != .happened, "\(event.act)") }
    }

    @Test func datesAgainstPublication() throws {
        let event = try #require(try read("Azerbaijan summoned Russia's ambassador on Saturday.").first)
        #expect(event.date?.start.description == "2025-06-28")
        #expect(event.date?.text == "Saturday")
    }

    @Test func countsAndQualifies() throws {
        let event = try #require(
            try read("Russian police arrested around 50 Azerbaijanis in Yekaterinburg.").first { $0.act == "arrest" })
        let figure = try #require(event.figures.first)
        #expect(figure.kind == .arrested && figure.value == 50 && figure.qualifier == .around)
        #expect(event.place?.name == "Yekaterinburg")
    }

    @Test func saysAccordingToWhom() throws {
        let text = "Russian troops shelled the village of Zolochiv, Ukraine's defence ministry said."
        let event = try #require(try read(text).first { $0.type == .assault })
        #expect(event.attribution?.actor.state == "UKR")
        #expect(event.status == .claimed)
    }

    @Test func quotesTheSentenceAtItsOffsets() throws {
        let text = "“Été” in Baku. Azerbaijan summoned Russia's chargé d’affaires on Saturday. Rain fell."
        let event = try #require(try read(text).first)
        let scalars = Array(text.unicodeScalars)[event.sentence.start..<event.sentence.end]
        #expect(String(String.UnicodeScalarView(scalars)) == event.sentence.text)
    }

    @Test func givesTheSameEventsEachTime() throws {
        let text = "Azerbaijan summoned Russia's ambassador on Saturday. Moscow expelled two Azerbaijani diplomats."
        let events = try read(text)
        #expect(try read(text) == events)
        #expect(Set(events.map(\.id)).count == events.count)
    }
}
