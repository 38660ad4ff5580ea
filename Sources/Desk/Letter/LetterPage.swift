internal import Briefing
internal import Reading

/// The letter's own page: how to get it, the last issue to see what one would get, and all before it.
struct LetterPage: Page {
    let head: Letterhead
    let issues: [Issue]
    let form: SubscribeForm
    let support: SupportBox?

    /// - Parameter form: as it was filled in, where it was sent and not understood.
    init(_ call: Call, _ list: MailingList, form: SubscribeForm? = nil) throws {
        head = list.head
        issues = try list.readers.issues(limit: 500)
        self.form = try form ?? SubscribeForm(call, list, chosen: Set(call.query.values("pair")))
        support = call.library.support
    }

    func title(_ words: Words) -> String { head.title }

    @HTMLBuilder func content(_ words: Words) -> HTML {
        tag("h1") { head.title }
        tag("p", .class("lead")) { words["letter.lead"] }
        form.html(words)
        if let last = issues.first {
            tag("section", .class("preview"), .label(words["letter.last"])) {
                tag("h2") { words("letter.last-of", ["day": words.day(last.day)]) }
                IssueView(issue: last, isNested: true).html
            }
            tag("h2", .id("archive")) { words["letter.archive"] }
            tag("ul", .class("finds")) { issues.map { item($0, words) } }
        } else {
            tag("p", .class("empty")) { words["letter.none"] }
        }
        if let support { SupportPanel(box: support, words: words).html }
    }

    private func item(_ issue: Issue, _ words: Words) -> HTML {
        tag("li") {
            tag("a", .href(Address("briefing", issue.id))) { words.day(issue.day) }
            tag("span", .class("quiet"), .with("lang", "en")) { " " + Self.topic(of: issue) }
        }
    }

    private static func topic(of issue: Issue) -> String {
        issue.subject ?? issue.sections.map(\.title).joined(separator: "; ")
    }

    private struct Model: Encodable, Sendable {
        let title: String
        let issues: [Issue]
    }

    var json: any Encodable & Sendable { Model(title: head.title, issues: issues) }

    func listing(_ words: Words) -> Listing? {
        Listing(
            title: head.title, columns: ["issue", "from", "to", "topic", "sentences"],
            rows: issues.map { issue in
                [
                    issue.id, issue.period.first.description, issue.period.last.description, Self.topic(of: issue),
                    String(issue.sections.reduce(0) { $0 + $1.happened.count }),
                ]
            },
            entries: issues.map { issue in
                Listing.Entry(
                    id: "issue-\(issue.id)", title: "\(head.title), \(words.day(issue.day))", summary: Self.topic(of: issue),
                    address: Address("briefing", issue.id), first: issue.day, last: issue.day, updated: nil)
            })
    }
}
