import Briefing
import Foundation
import Reading
import Testing

@testable import Desk

/// The issues at their addresses, the box for support, and a site that has no letter.
@Suite(.serialized) struct ArchiveTests {
    @Test func anIssueStaysAtItsAddressWithEverySentenceLeadingToItsIncident() async throws {
        let site = try Fixture.site()
        let (issue, _) = try #require(try site.list?.readers.issue(Fixture.friday))
        let page = await site.answer(Visit(.get, "/briefing/\(Fixture.friday)"))
        #expect(page.status == 200 && !issue.sections.isEmpty)
        for sentence in issue.sections.flatMap({ $0.happened + $0.contested + $0.answers }) {
            #expect(page.text.contains("<a href=\"/incidents/\(sentence.incident)\">\(HTML(text: sentence.text).markup)</a>"))
        }
        #expect(await site.answer(Visit(.get, "/briefing/2025-07-11")).status == 404)
        #expect(await site.answer(Visit(.get, "/briefing/../../x")).status == 404)
    }

    @Test func theLastIssueIsSeenBeforeOneAsksForTheLetter() async throws {
        let site = try Fixture.site()
        let page = await site.answer(Visit(.get, "/briefing"))
        #expect(page.text.contains("The last issue, 4 July 2025") && page.text.contains("name=\"address\""))
        #expect(page.text.contains("value=\"AZE-RUS\""))
        let chosen = await site.answer(Visit(.get, "/briefing?pair=IND-CAN&pair=XXX-YYY"))
        #expect(chosen.text.contains("value=\"CAN-IND\" checked") && !chosen.text.contains("value=\"XXX-YYY\""))
    }

    @Test func aNewIssueIsInTheArchiveAtOnceThoughTheRecordIsAsItWas() async throws {
        let site = try Fixture.site()
        #expect(!(await site.answer(Visit(.get, "/briefing.rss")).text.contains("2025-07-05")))
        let list = try #require(site.list)
        try list.readers.open(list.publisher.issue(of: try #require(Day("2025-07-05"))), at: Date())
        for form in ["rss", "atom", "csv", "json", "ics"] {
            let text = await site.answer(Visit(.get, "/briefing.\(form)")).text
            #expect(text.contains(form == "ics" ? "20250705" : "2025-07-05"), "\(form)")
        }
    }

    @Test func thePageOnPrivacySaysHowAddressesLie() async throws {
        let site = try Fixture.site()
        let page = await site.answer(Visit(.get, "/briefing/privacy"))
        #expect(page.text.contains("a file that only the sender can read") && !page.text.contains("sealed"))
        #expect(PrivacyPage(isSealed: true).content(try #require(site.words[.english])).markup.contains("lie sealed"))
    }

    @Test func supportWarnsBeforeItLeadsOnAndRemindsWithoutKeepingAnything() async throws {
        let site = try Fixture.site()
        let page = await site.answer(Visit(.get, "/support")).text
        let warning = try #require(page.range(of: SupportBox.warning))
        let link = try #require(page.range(of: "https://pay.example/once"))
        #expect(warning.lowerBound < link.lowerBound && page.contains("5 or 20 EUR"))
        let reminder = await site.answer(Visit(.get, "/support.ics", headers: ["host": "desk.test"]))
        #expect(reminder.text.contains("URL:http://desk.test/support") && reminder.headers["set-cookie"] == nil)
        #expect(await site.answer(Visit(.get, "/briefing/\(Fixture.friday)")).text.contains("href=\"/support\""))
    }

    @Test func withoutALetterNothingOfItIsThereOrLinked() async throws {
        let site = try Fixture.site(hasLetter: false)
        for target in [
            "/briefing", "/briefing.rss", "/briefing/\(Fixture.friday)", "/briefing/privacy", "/briefing/asked", "/letter",
            "/briefing/leave/\(String(repeating: "a", count: 26))", "/support.ics",
        ] {
            #expect(await site.answer(Visit(.get, target)).status == 404, "\(target)")
        }
        #expect(try await Fixture.post("/briefing", ["address": "a@letters.example"], to: site).status == 404)
        let headers = try Fixture.headers(.owner, at: site)
        for target in ["/", "/dossiers/AZE-RUS", "/support", "/queue", "/openapi.json"] {
            let text = await site.answer(Visit(.get, target, headers: headers)).text
            #expect(!text.contains("/briefing") && !text.contains("/letter"), "\(target)")
        }
    }
}
