import Briefing
import Foundation
import LocalServer
import Reading
import Testing

@testable import Desk

/// The issue of a week under an editor's hands.
@Suite(.serialized) struct WeekTests {
    private static let day = "2025-07-05"

    private static func issue(_ site: Site) throws -> Briefing.Issue {
        try #require(site.list).publisher.issue(of: try #require(Day(day)))
    }

    private static func names(_ site: Site) throws -> [String] { try issue(site).sections[0].happened.map(\.incident) }

    private static func page(_ site: Site, on day: String = day) async throws -> Answer {
        await site.answer(Visit(.get, "/letter?on=\(day)", headers: try Fixture.headers(.editor, at: site)))
    }

    @Test func anEditorOrdersCutsAndWrites() async throws {
        let site = try Fixture.site()
        let names = try Self.names(site)
        try #require(names.count > 2)
        let answer = try await Fixture.post(
            "/letter",
            [
                "on": Self.day, "do": "keep", "subject": "A week <b>of</b> envoys",
                "foreword": "One\r\nparagraph.\r\n\r\n\r\nAnother.",
                "place.\(names[0])": "", "place.\(names[1])": "2", "place.\(names[2])": "1", "cut": names[0],
            ], as: .editor, to: site)
        #expect(answer.status == 303 && answer.headers["location"] == "/letter?on=\(Self.day)")
        let issue = try Self.issue(site)
        #expect(issue.foreword == ["One paragraph.", "Another."] && issue.subject == "A week <b>of</b> envoys")
        #expect(Array(issue.sections[0].happened.map(\.incident).prefix(2)) == [names[2], names[1]])
        #expect(!issue.sections[0].happened.contains { $0.incident == names[0] })
        let page = try await Self.page(site)
        #expect(page.text.contains("value=\"\(names[0])\" checked") && page.text.contains("One paragraph."))
        #expect(!page.text.contains("<b>of</b>"))
    }

    @Test func lookingAtAPlanKeepsNothing() async throws {
        let site = try Fixture.site()
        let before = try Self.issue(site)
        let answer = try await Fixture.post(
            "/letter", ["on": Self.day, "do": "look", "foreword": "Only tried."], as: .editor, to: site)
        #expect(answer.status == 200 && answer.text.contains("<p class=\"foreword\">Only tried.</p>"))
        #expect(try Self.issue(site) == before)
    }

    @Test func whatAFormDoesNotShowStaysInThePlan() throws {
        var kept = Plan()
        (kept.first, kept.cut) = (["i1", "i2"], ["i3", "i4"])
        var form = Parameters()
        for (name, value) in ["place.i2": "1", "place.i3": "", "place.i5": "7", "place.a b": "1", "cut": "x\ny"] {
            form.append(name, value)
        }
        let plan = WeekAction.plan(form, after: kept)
        #expect(plan.first == ["i2", "i5", "i1"] && plan.cut == ["i4"])
        #expect(try Plan(plan.text, name: "plan") == plan)
    }

    @Test func anIssueThatWasSentStaysAsItIs() async throws {
        let site = try Fixture.site()
        #expect(try await Self.page(site, on: Fixture.friday).text.contains("has been sent and stays as it is"))
        let answer = try await Fixture.post(
            "/letter", ["on": Fixture.friday, "do": "keep", "foreword": "Late."], as: .editor, to: site)
        #expect(answer.status == 400)
    }

    @Test func aTestGoesToTheEditorAndToNobodyElse() async throws {
        let sink = try MailSink()
        defer { sink.stop() }
        let site = try Fixture.site(mailPort: sink.port)
        let answer = try await Fixture.post(
            "/letter", ["on": Self.day, "do": "test", "address": "editor@desk.test", "foreword": "Only a try."], as: .editor,
            to: site)
        #expect(answer.status == 200 && answer.text.contains("The test has been sent"))
        let letters = sink.letters(atLeast: 1)
        #expect(letters.map(\.recipient) == ["editor@desk.test"])
        #expect(letters.first?.text.contains("Only a try.") == true)
        #expect(try await Fixture.post("/letter", ["do": "test", "address": "x"], as: .editor, to: site).status == 422)
        #expect(try site.list?.readers.issues().map(\.id) == [Fixture.friday])
    }

    @Test(arguments: ["soon", "2025-02-30", "20250704"]) func aDayThatIsNoneIsRefused(text: String) async throws {
        #expect(try await Self.page(Fixture.site(), on: text).status == 400)
    }
}
