internal import Briefing

/// What an issue of the letter says, as a page shows it.
struct IssueView {
    let issue: Issue
    /// Whether it stands under a heading of its own, one step down.
    var isNested = false

    private var heads: (pair: StaticString, part: StaticString) { isNested ? ("h3", "h4") : ("h2", "h3") }

    var html: HTML {
        tag("div", .class("issue"), .with("lang", "en")) {
            issue.foreword.map { paragraph in tag("p", .class("foreword")) { paragraph } }
            issue.sections.map(section)
            if issue.sections.contains(where: { !$0.index.isEmpty }) { tag("p", .class("quiet")) { IndexWords.meaning } }
        }
    }

    private func section(_ section: Issue.Section) -> HTML {
        let dossier = Address("dossiers", section.pair)
        return tag("section") {
            tag(heads.pair) { tag("a", .href(dossier)) { section.title } }
            if !section.index.isEmpty {
                tag("ul", .class("index quiet")) { section.index.map { line in tag("li") { IndexWords.line(line) } } }
            }
            sentences(section.happened)
            if section.untold > 0 {
                tag("p", .class("quiet")) {
                    tag("a", .href(dossier)) {
                        section.untold == 1
                            ? "One more incident of the week in the dossier"
                            : "\(section.untold) more incidents of the week in the dossier"
                    }
                }
            }
            part("What is contested", section.contested)
            part("Who answered whom", section.answers)
        }
    }

    private func part(_ title: String, _ list: [Issue.Sentence]) -> HTML {
        guard !list.isEmpty else { return HTML() }
        return tag(heads.part) { title } + sentences(list)
    }

    private func sentences(_ list: [Issue.Sentence]) -> HTML {
        HTML(list.map { sentence in tag("p") { tag("a", .href(Address("incidents", sentence.incident))) { sentence.text } } })
    }
}
