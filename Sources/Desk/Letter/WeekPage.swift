internal import Briefing
internal import Foundation
internal import Reading

/// The issue of a week as its editor sees it: what could be told, in which order, under which foreword, and what comes of it.
struct WeekPage: Page {
    let day: Day
    let session: Session
    let plan: Plan
    /// All that may be told, in the plan's order, with what it cuts.
    let draft: Issue
    /// What readers get.
    let issue: Issue
    let head: Letterhead
    /// Whether its sending has begun, from when on it stays as it is.
    let isSent: Bool
    var alert: String?
    var notice: String?
    var address = ""

    /// An editor looks through so much, however much a busy week has.
    private static let room = {
        var room = Issue.Room()
        (room.pairs, room.incidents) = (12, 16)
        return room
    }()

    /// - Parameter plan: as it stands in the form; the one that is kept where there is none.
    init(_ call: Call, _ list: MailingList, day: Day, plan: Plan? = nil) throws {
        guard let session = call.session else { throw Problem.signIn }
        self.session = session
        self.day = day
        head = list.head
        let plan = try plan ?? list.publisher.plan(of: day)
        self.plan = plan
        let sent = try list.readers.issue(day.description)?.issue
        isSent = sent != nil
        issue = try sent ?? list.publisher.issue(of: day, plan: plan)
        var uncut = plan
        uncut.cut = []
        draft = try list.publisher.issue(of: day, plan: uncut, room: Self.room)
    }

    func title(_ words: Words) -> String { words["nav.letter"] }

    @HTMLBuilder func content(_ words: Words) -> HTML {
        tag("h1") { title(words) }
        tag("p", .class("lead")) {
            words(
                "week.lead",
                ["day": words.day(day), "dates": words.dates(issue.period.first, issue.period.last)])
        }
        tag("form", .with("method", "get"), .action(Address("letter")), .class("fields")) {
            tag("label") {
                tag("span") { words["week.day"] }
                tag("input", .with("type", "date"), .with("name", "on"), .with("value", day.description), .flag("required"))
            }
            tag("button", .with("type", "submit")) { words["week.open"] }
        }
        if let alert { tag("p", .class("alert"), .with("role", "alert")) { alert } }
        if let notice { tag("p", .class("notice"), .with("role", "status")) { words[notice] } }
        if isSent {
            tag("p") {
                words["week.sent"] + " "
                tag("a", .href(Address("briefing", day.description))) { head.title }
            }
        } else if draft.sections.isEmpty {
            tag("p", .class("empty")) { words["week.still"] }
        } else {
            form(words)
        }
        tag("section", .class("preview"), .label(words["week.preview"])) {
            tag("h2") { words["week.preview"] }
            tag("p", .class("quiet")) { words("week.subject-line", ["subject": head.subject(of: issue)]) }
            IssueView(issue: issue, isNested: true).html
        }
        tag("details", .class("data")) {
            tag("summary") { words["week.text"] }
            tag("pre", .class("letter"), .with("lang", "en"), .with("tabindex", 0)) {
                IssueText(issue, head: head).text
            }
        }
    }

    private func form(_ words: Words) -> HTML {
        tag("form", .with("method", "post"), .action(Address("letter")), .class("week")) {
            FormSecret(session: session).html
            tag("input", .with("type", "hidden"), .with("name", "on"), .with("value", day.description))
            tag("div", .class("stack")) {
                tag("label") {
                    tag("span") { words["week.subject"] }
                    tag("input", .with("name", "subject"), .with("value", plan.subject ?? ""), .with("maxlength", 150))
                }
                tag("label") {
                    tag("span") { words["week.foreword"] }
                    tag("textarea", .with("name", "foreword"), .with("rows", 5)) { plan.foreword.joined(separator: "\n\n") }
                }
            }
            tag("p", .class("quiet")) { words["week.how"] }
            draft.sections.map { section in
                tag("fieldset", .class("panel")) {
                    tag("legend") { tag("strong", .with("lang", "en")) { section.title } }
                    row(section.pair, "", of: section.title, words)
                    section.happened.map { row($0.incident, $0.text, of: $0.text, words) }
                }
            }
            tag("div", .class("actions")) {
                tag("button", .with("type", "submit"), .with("name", "do"), .with("value", "keep")) { words["week.keep"] }
                tag("button", .with("type", "submit"), .with("name", "do"), .with("value", "look")) { words["week.look"] }
            }
            tag("div", .class("fields")) {
                tag("label") {
                    tag("span") { words["week.to"] }
                    tag(
                        "input", .with("type", "email"), .with("name", "address"), .with("value", address),
                        .with("maxlength", 254), .with("autocomplete", "email"))
                }
                tag("button", .with("type", "submit"), .with("name", "do"), .with("value", "test")) { words["week.test"] }
            }
        }
    }

    /// What may be told, with its place and whether it is cut; a pair where there is no sentence.
    private func row(_ name: String, _ sentence: String, of subject: String, _ words: Words) -> HTML {
        let isPair = sentence.isEmpty
        let isTold = issue.sections.contains { $0.pair == name || $0.happened.contains { $0.incident == name } }
        let isCut = plan.cut.contains(name)
        return tag("div", .class("choice" + (isTold ? "" : " untold"))) {
            tag(
                "input", .with("type", "number"), .with("name", "place." + name), .with("min", 1), .with("max", 999),
                .with("value", plan.first.firstIndex(of: name).map { String($0 + 1) } ?? ""),
                .label("\(words["week.place"]): \(subject)"))
            tag("label", .class("box")) {
                tag(
                    "input", .with("type", "checkbox"), .with("name", "cut"), .with("value", name), .flag("checked", isCut),
                    .label("\(words["week.cut"]): \(subject)"))
                " "
                tag("span") { words["week.cut"] }
            }
            if isPair {
                tag("span", .class("quiet")) { words["week.pair"] }
            } else {
                tag("span", .with("lang", "en")) {
                    tag("a", .href(Address("incidents", name))) { sentence }
                }
                if !isTold, !isCut { tag("span", .class("quiet")) { words["week.no-room"] } }
            }
        }
    }

    private struct Model: Encodable, Sendable {
        let subject: String
        let isSent: Bool
        let issue: Issue
    }

    var json: any Encodable & Sendable { Model(subject: head.subject(of: issue), isSent: isSent, issue: issue) }
}
