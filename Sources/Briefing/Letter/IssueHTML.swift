/// An issue as HTML: the letter's own document, or the part a page puts into its frame. Without tables, images and scripts.
public struct IssueHTML: Sendable {
    let issue: Issue
    let head: Letterhead
    let footing: Footing

    public init(_ issue: Issue, head: Letterhead, footing: Footing = Footing()) {
        self.issue = issue
        self.head = head
        self.footing = footing
    }

    /// Colours stand in one place, so that letter boxes that know a dark mode may have it; what strips them leaves its own.
    private static let style: StaticString = """
        <style>
        :root { color-scheme: light dark; }
        body { background: #fbfaf7; color: #22211f; }
        a { color: #1d4f7c; }
        .quiet { color: #5d5a54; }
        @media (prefers-color-scheme: dark) {
        body { background: #191a1c; color: #e4e2dc; }
        a { color: #9dc3e6; }
        .quiet { color: #a8a49b; }
        .rule { border-color: #3b3c40 !important; }
        .told { text-decoration-color: #55565c !important; }
        }
        </style>
        """

    public var document: String {
        let title = Markup.element("title", [:], .text(head.subject(of: issue)))
        let body = Markup.element(
            "body", ["style": "margin:0;padding:0 16px;-webkit-text-size-adjust:100%"],
            .line,
            .element(
                "div",
                [
                    "lang": "en", "role": "article",
                    "style": "max-width:600px;margin:0 auto;padding:28px 0 40px;font:17px/1.5 Georgia,'Times New Roman',serif",
                ], .line, content, .line),
            .line)
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
            + "<meta name=\"color-scheme\" content=\"light dark\">\n"
            + title.html + "\n" + Markup.own(Self.style).html + "\n</head>\n" + body.html + "\n</html>\n"
    }

    /// What stands between a page's header and its foot.
    public var fragment: String { content.html }

    private static let small = "margin:0 0 8px;font:14px/1.45 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif"
    private static let plain = "color:inherit;text-decoration:none"

    private var content: Markup {
        var parts: [Markup] = [
            .element("p", ["class": "quiet", "style": Self.small], .text(Period.words(issue.day))), .line,
            .element("h1", ["style": "margin:0 0 4px;font-size:30px;line-height:1.15;font-weight:600"], .text(head.title)), .line,
            .element(
                "p", ["class": "quiet", "style": Self.small + ";margin-bottom:22px"],
                .text("What was reported of \(issue.period.words). "),
                .link(head.page(of: issue), .text("Read on the web"))), .line,
        ]
        for paragraph in issue.foreword {
            parts += [.element("p", ["style": "margin:0 0 14px"], .text(paragraph)), .line]
        }
        if issue.sections.isEmpty {
            parts += [.element("p", [:], .text("Nothing was reported between the states this letter follows.")), .line]
        }
        for section in issue.sections { parts.append(self.section(section)) }
        parts.append(foot)
        return .element("div", [:], parts)
    }

    private func section(_ section: Issue.Section) -> Markup {
        var parts: [Markup] = [
            .line,
            .element(
                "h2", ["style": "margin:0 0 8px;font-size:21px;line-height:1.25;font-weight:600"],
                .link(head.page(ofPair: section.pair), style: Self.plain, .text(section.title))),
        ]
        if !section.index.isEmpty {
            parts += [.line, .element("p", ["class": "quiet", "style": Self.small], section.index.flatMap(index))]
        }
        parts += list(nil, section.happened)
        if section.untold > 0 {
            let words = section.untold == 1 ? "One more incident" : "\(section.untold) more incidents"
            parts += [
                .line,
                .element(
                    "p", ["class": "quiet", "style": Self.small],
                    .link(head.page(ofPair: section.pair), .text("\(words) of the week in the dossier"))),
            ]
        }
        parts += list("What is contested", section.contested)
        parts += list("Who answered whom", section.answers)
        parts.append(.line)
        return .element(
            "section", ["class": "rule", "style": "margin:22px 0 0;padding:18px 0 0;border-top:1px solid #d9d5cb"], parts)
    }

    /// "Azerbaijan towards Russia 71 ↑, 90 % band 58 to 80"
    private func index(_ line: Issue.IndexLine) -> [Markup] {
        [.text(IndexWords.line(line)), .own("<br>"), .line]
    }

    private func list(_ title: String?, _ sentences: [Issue.Sentence]) -> [Markup] {
        guard !sentences.isEmpty else { return [] }
        var parts: [Markup] = []
        if let title {
            parts += [
                .line,
                .element(
                    "h3", ["class": "quiet", "style": Self.small + ";font-weight:600;margin-top:14px"], .text(title)),
            ]
        }
        for sentence in sentences {
            parts += [
                .line,
                .element(
                    "p", ["style": "margin:0 0 10px;overflow-wrap:break-word"],
                    .link(
                        head.page(ofIncident: sentence.incident), kind: "told",
                        style: "color:inherit;text-decoration:underline;text-decoration-color:#d0cabd;text-underline-offset:3px",
                        .text(sentence.text))),
            ]
        }
        return parts
    }

    private var foot: Markup {
        var parts: [Markup] = []
        if let box = footing.support { parts += [.line, SupportView(box).markup] }
        if issue.sections.contains(where: { !$0.index.isEmpty }) {
            parts += [.line, .element("p", ["class": "quiet", "style": Self.small], .text(IndexWords.meaning))]
        }
        if let leaving = footing.leaving {
            parts += [
                .line,
                .element(
                    "p", ["class": "quiet", "style": Self.small],
                    .text("You get this because you asked for it and confirmed that. "), .line,
                    .link(leaving, .text("Unsubscribe with one click")), .text(" · "), .line,
                    .link(head.privacy, .text("What we keep of you"))),
            ]
        }
        if let imprint = head.imprint {
            parts += [.line, .element("p", ["class": "quiet", "style": Self.small], .text(imprint))]
        }
        guard !parts.isEmpty else { return .own("") }
        return .element(
            "div", ["class": "rule", "style": "margin:28px 0 0;padding:18px 0 0;border-top:1px solid #d9d5cb"], parts)
    }
}
