import Foundation
import Reading
import Testing

@testable import Briefing

@Suite struct SupportTests {
    private func link(_ address: String = "https://pay.example/once", currency: String = "EUR", amounts: [Int] = [5, 20, 50])
        throws
        -> SupportBox.Link
    {
        try SupportBox.Link(rhythm: .once, address: address, label: "Once", currency: currency, amounts: amounts)
    }

    @Test func isOffUnlessThereIsALink() throws {
        #expect(SupportBox(text: "Help", links: [], page: "https://news.example.org/support") == nil)
        let html = IssueHTML(try IssueTests.issue(), head: try IssueTests.head()).document
        #expect(!html.contains("support"))
    }

    @Test func warnsBeforeOneLeaves() throws {
        let box = try #require(SupportBox(text: "Keep it going.", links: [link()], page: "https://news.example.org/support"))
        let footing = Footing(support: box)
        let head = try IssueTests.head()
        let issue = try IssueTests.issue()
        let html = IssueHTML(issue, head: head, footing: footing).document
        let text = IssueText(issue, head: head, footing: footing).text
        for part in [html, text.split(separator: "\n").joined(separator: " ")] {
            #expect(part.contains("Your bank and the payment service will see that you paid"))
            #expect(part.contains("Once (5, 20 or 50 EUR)"))
            // The letter leads to the page that warns, not to the payment service.
            #expect(!part.contains("pay.example"))
        }
    }

    @Test func whatIsNoCheckoutIsRefused() {
        #expect(throws: BriefingError.self) { try link("http://pay.example") }
        #expect(throws: BriefingError.self) { try link("javascript:alert(1)") }
        #expect(throws: BriefingError.self) { try link("https://pay.example/\"><script>") }
        #expect(throws: BriefingError.self) { try link(currency: "euro") }
        #expect(throws: BriefingError.self) { try link(amounts: [0]) }
    }

    @Test func theReminderIsTheSameForEverybody() throws {
        let day = try #require(Day("2025-08-01"))
        let one = Reminder(
            on: day, title: "Support the letter; or not, as you like: " + String(repeating: "é", count: 60), page: "https://x/"
        ).calendar
        #expect(
            one
                == Reminder(
                    on: day, title: "Support the letter; or not, as you like: " + String(repeating: "é", count: 60),
                    page: "https://x/"
                ).calendar)
        #expect(one.hasPrefix("BEGIN:VCALENDAR\r\n") && one.hasSuffix("END:VCALENDAR\r\n"))
        #expect(one.contains("DTSTART;VALUE=DATE:20250801") && one.contains("letter\\; or not\\, as"))
        #expect(one.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    }
}
