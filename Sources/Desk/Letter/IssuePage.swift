internal import Briefing

/// An issue of the letter at its permanent address.
struct IssuePage: Page {
    let issue: Issue
    let head: Letterhead
    let support: SupportBox?

    init(_ call: Call, _ list: MailingList) throws {
        guard let (issue, _) = try list.readers.issue(call["day"]) else { throw Problem.notFound(call["day"]) }
        self.issue = issue
        head = list.head
        support = call.library.support
    }

    func title(_ words: Words) -> String { issue.subject ?? "\(head.title), \(words.day(issue.day))" }

    @HTMLBuilder func content(_ words: Words) -> HTML {
        tag("p", .class("crumb")) { tag("a", .href(Address("briefing"))) { head.title } }
        tag("h1") { title(words) }
        tag("p", .class("lead")) {
            words("letter.of", ["dates": words.dates(issue.period.first, issue.period.last)])
        }
        IssueView(issue: issue).html
        if let support { SupportPanel(box: support, words: words).html }
        tag("p") { tag("a", .class("button"), .href(Address("briefing"))) { words["letter.ask"] } }
        if let imprint = head.imprint { tag("p", .class("quiet")) { imprint } }
    }

    var json: any Encodable & Sendable { issue }
}
