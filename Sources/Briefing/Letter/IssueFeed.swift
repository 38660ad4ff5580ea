internal import Reading

/// The archive of issues as RSS 2.0.
public struct IssueFeed: Sendable {
    let issues: [Issue]
    let head: Letterhead

    /// - Parameter issues: the latest first.
    public init(_ issues: [Issue], head: Letterhead) {
        self.issues = issues
        self.head = head
    }

    public var rss: String {
        let items = issues.map { issue in
            let page = head.page(of: issue)
            return """
                <item>
                <title>\(Markup.escaped(head.subject(of: issue)))</title>
                <link>\(Markup.escaped(page))</link>
                <guid isPermaLink="true">\(Markup.escaped(page))</guid>
                <pubDate>\(Civil(day: issue.day.number, seconds: 0).mail)</pubDate>
                <description>\(Markup.escaped(IssueHTML(issue, head: head).fragment))</description>
                </item>

                """
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
            <title>\(Markup.escaped(head.title))</title>
            <link>\(Markup.escaped(head.archive))</link>
            <atom:link href="\(Markup.escaped(head.archive)).rss" rel="self" type="application/rss+xml"/>
            <description>What was reported between states, week by week</description>
            <language>en</language>
            \(items.joined())</channel></rss>

            """
    }
}
