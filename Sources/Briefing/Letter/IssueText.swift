/// An issue as plain text, in lines of 78 at most but for addresses of pages.
public struct IssueText: Sendable {
    let issue: Issue
    let head: Letterhead
    let footing: Footing

    public init(_ issue: Issue, head: Letterhead, footing: Footing = Footing()) {
        self.issue = issue
        self.head = head
        self.footing = footing
    }

    public var text: String {
        var lines = [head.title.uppercased(), Period.words(issue.day), ""]
        lines += Wrapping.lines("What was reported of \(issue.period.words). On the web:")
        lines += [head.page(of: issue), ""]
        for paragraph in issue.foreword { lines += Wrapping.lines(paragraph) + [""] }
        if issue.sections.isEmpty { lines += ["Nothing was reported between the states this letter follows.", ""] }
        for section in issue.sections { lines += self.section(section) }
        lines += foot
        return lines.joined(separator: "\n") + "\n"
    }

    private func section(_ section: Issue.Section) -> [String] {
        var lines = ["", String(repeating: "-", count: min(78, max(8, section.title.count)))]
        lines += Wrapping.lines(section.title.uppercased()) + [""]
        for line in section.index { lines += Wrapping.lines(IndexWords.line(line)) }
        if !section.index.isEmpty { lines.append("") }
        lines += list(section.happened)
        if section.untold > 0 {
            lines.append(section.untold == 1 ? "One more incident of the week:" : "\(section.untold) more incidents of the week:")
            lines += [head.page(ofPair: section.pair), ""]
        }
        if !section.contested.isEmpty { lines += ["What is contested", ""] + list(section.contested) }
        if !section.answers.isEmpty { lines += ["Who answered whom", ""] + list(section.answers) }
        return lines
    }

    private func list(_ sentences: [Issue.Sentence]) -> [String] {
        sentences.flatMap { sentence in
            Wrapping.lines(sentence.text, first: "* ", rest: "  ") + ["  " + head.page(ofIncident: sentence.incident), ""]
        }
    }

    private var foot: [String] {
        var lines = [String](repeating: "", count: 1)
        if let box = footing.support { lines += SupportView(box).lines }
        // RFC 3676 has "-- " for signatures; a plain rule is not cut off by letter boxes.
        lines += [String(repeating: "-", count: 40)]
        if issue.sections.contains(where: { !$0.index.isEmpty }) { lines += Wrapping.lines(IndexWords.meaning) + [""] }
        if let leaving = footing.leaving {
            lines += Wrapping.lines("You get this because you asked for it and confirmed that. Unsubscribe with one click:")
            lines += [leaving, "", "What we keep of you:", head.privacy, ""]
        }
        if let imprint = head.imprint { lines += Wrapping.lines(imprint) }
        return lines
    }
}
