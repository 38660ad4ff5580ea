import Foundation
import Language
import Reading
import Testing
import World

@testable import Briefing
@testable import Coding
@testable import Record

@Suite struct IssueTests {
    static let world = Result { try World.standard() }
    static let ontology = Result { try Ontology.standard() }
    static let friday = Day("2025-07-04") ?? Day(number: 0)

    static func event(
        _ id: String, _ report: String, _ sides: String, _ type: EventType, _ act: String, day: String,
        arrested: Int? = nil, status: Event.Status = .happened, speaker: String? = nil
    ) -> Event {
        let codes = sides.split(separator: " ").map(String.init)
        return Event(
            id: id, report: report, sentence: Event.Quote(index: 0, start: 0, end: 4, text: "Text"),
            actor: Event.Side(text: "", actor: Actor(state: codes[0], sector: "GOV")),
            recipient: Event.Side(text: "", actor: Actor(state: codes[1], sector: "GOV")), type: type, act: act, scale: -2,
            contexts: [], date: Day(day).map { Event.Dating(start: $0, end: $0) }, place: nil,
            figures: arrested.map { [Event.Figure(kind: .arrested, value: $0, qualifier: .exact, text: "\($0) men")] } ?? [],
            status: status,
            attribution: speaker.map { Event.Attribution(text: $0, actor: Actor(name: $0), cue: "said", quoted: false) },
            confidence: 0.8)
    }

    static let crisis = [
        event("e1", "a", "RUS AZE", .coerce, "arrest", day: "2025-06-28", arrested: 50),
        event("e2", "b", "RUS AZE", .coerce, "arrest", day: "2025-06-28", arrested: 9, speaker: "<b>the \"ministry\"</b>\n& co"),
        event("e3", "a", "AZE RUS", .accuse, "summon-envoy", day: "2025-06-29"),
        event("e4", "a", "IND CAN", .sanction, "expel-diplomats", day: "2025-07-02", status: .planned),
        event("e5", "a", "AZE RUS", .reject, "cancel-visit", day: "2025-07-04"),
        event("e6", "a", "AZE RUS", .reject, "cancel-visit", day: "2025-06-20"),
    ]

    static func record(_ events: [Event] = crisis) throws -> Record {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("issue-\(UUID().uuidString).sqlite").path
        let record = try Record(path: path)
        for (id, events) in Dictionary(grouping: events, by: \.report).sorted(by: { $0.key < $1.key }) {
            let report = Report(id: id, outlet: "Outlet \(id)", published: "2025-06-30", text: "Text")
            let sentence = Sentence(index: 0, text: "Text", start: 0, end: 4, words: [], names: [])
            _ = try record.add(report, Coder.Reading(sentences: [sentence], events: events))
        }
        return record
    }

    static func issue(_ pairs: [PairName] = [], plan: Plan = Plan(), events: [Event] = crisis) throws -> Briefing.Issue {
        let (world, ontology) = (try world.get(), try ontology.get())
        let week = try Week(before: friday, of: pairs, in: record(events), world: world, ontology: ontology)
        return try Issue(week, plan: plan, world: world, ontology: ontology)
    }

    static func head() throws -> Letterhead {
        Letterhead(
            title: "The Friday briefing", site: "https://news.example.org",
            from: try Mailbox("Demarche <briefing@example.org>"), listID: "friday.example.org",
            returns: try Address("returns@example.org"), imprint: "Demarche, 1 Example Street")
    }

    @Test func tellsTheWeekBeforeItsDayAndNoMore() throws {
        let issue = try Self.issue()
        #expect(issue.id == "2025-07-04")
        #expect(issue.period.words == "27 June to 3 July 2025")
        #expect(issue.sections.map(\.pair) == ["AZE-RUS", "CAN-IND"])
        #expect(issue.sections[0].title == "Azerbaijan and Russia")
        let sentences = issue.sections[0].happened.map(\.text)
        #expect(
            sentences == [
                "On Saturday 28 June Russia arrested people of Azerbaijan: 50 or 9 arrested (2 reports).",
                "On Sunday 29 June Azerbaijan summoned an envoy of Russia (1 report).",
            ])
        #expect(
            issue.sections[1].happened.map(\.text) == [
                "On Wednesday 2 July India was reported to be about to expel diplomats of Canada (1 report)."
            ])
    }

    @Test func namesWhoGivesWhichFigure() throws {
        let contested = try Self.issue().sections[0].contested.map(\.text)
        #expect(
            contested == [
                "Accounts differ where Russia arrested people of Azerbaijan, over how many were arrested: 50 or 9 (<b>the \"ministry\"</b> & co)."
            ])
    }

    @Test func readersOfSomePairsGetTheirs() throws {
        let issue = try Self.issue()
        #expect(issue.only(["CAN-IND"])?.sections.map(\.pair) == ["CAN-IND"])
        #expect(issue.only(["FRA-DEU"]) == nil)
        #expect(issue.only([]) == issue)
        #expect(try Self.issue([PairName("RUS", "AZE")]).sections.map(\.pair) == ["AZE-RUS"])
    }

    @Test func anEditorReordersCutsAndWrites() throws {
        let plain = try Self.issue()
        let arrest = try #require(plain.sections[0].happened.first).incident
        let envoy = try #require(plain.sections[0].happened.last).incident
        let plan = try Plan(
            "subject: Envoys\nfirst: CAN-IND, \(envoy)\n# a note\n\nOne\nparagraph.\n\nAnother: one.\n", name: "plan.txt")
        let issue = try Self.issue(plan: plan)
        #expect(issue.sections.map(\.pair) == ["CAN-IND", "AZE-RUS"])
        #expect(issue.sections[1].happened.map(\.incident) == [envoy, arrest])
        #expect(issue.foreword == ["One paragraph.", "Another: one."])
        var head = try Self.head()
        #expect(head.subject(of: issue) == "The Friday briefing, 4 July 2025")
        head.topicInSubject = true
        #expect(head.subject(of: issue) == "The Friday briefing: Envoys")
        let cut = try Self.issue(plan: Plan("cut: \(arrest), CAN-IND\n", name: "plan.txt"))
        #expect(cut.sections.map(\.pair) == ["AZE-RUS"])
        #expect(cut.sections[0].happened.map(\.incident) == [envoy])
        #expect(cut.sections[0].contested.isEmpty)
    }

    @Test(arguments: [
        "subject: A week of envoys\nfirst: AZE-RUS, i4b4f0c\ncut: IND-CAN, i92d1aa\n\nA foreword.\n\nAnother: one.\n",
        "\nOnly a foreword.\n", "cut: i1\n", "\n",
    ]) func aPlanIsWrittenAsItWasRead(_ text: String) throws {
        let plan = try Plan(text, name: "plan.txt")
        #expect(try Plan(plan.text, name: "plan.txt") == plan)
    }

    @Test func aPlanOfManyLinesStaysOne() throws {
        var plan = Plan()
        (plan.subject, plan.foreword) = ("Two\ncut: i1", ["subject: x\n\nfirst: i2"])
        let read = try Plan(plan.text, name: "plan.txt")
        #expect(read.subject == "Two cut: i1" && read.foreword == ["subject: x first: i2"])
        #expect(read.cut.isEmpty && read.first.isEmpty)
    }

    @Test(arguments: ["frist: AZE-RUS\n", "a line\n\nText"]) func aPlanThatIsNotUnderstoodIsRefused(_ text: String) {
        #expect(throws: BriefingError.self) { try Plan(text, name: "plan.txt") }
    }

    @Test func theSameRecordGivesTheSameBytes() throws {
        let head = try Self.head()
        let one = try Self.issue(events: Self.crisis)
        let other = try Self.issue(events: Self.crisis.reversed())
        #expect(IssueHTML(one, head: head).document == IssueHTML(other, head: head).document)
        #expect(IssueText(one, head: head).text == IssueText(other, head: head).text)
    }

    @Test func everyActHasItsSentence() throws {
        let sentences = try Sentences(Self.world.get())
        for act in try Self.ontology.get().acts.keys { #expect(sentences.has(act), "\(act)") }
    }

    @Test func hostileWordsAreOnlyWords() throws {
        let html = IssueHTML(try Self.issue(), head: try Self.head()).document
        #expect(html.contains("&lt;b&gt;the &quot;ministry&quot;&lt;/b&gt; &amp; co"))
        #expect(!html.contains("<b>"))
        #expect(Markup.link("javascript:alert(1)", .text("x")).html == "x")
        #expect(Markup.text("a\u{202E}b\u{0}").html == "a\u{FFFD}b\u{FFFD}")
    }

    @Test func textIsNoWiderThanALetterBoxOfOld() throws {
        let text = IssueText(
            try Self.issue(), head: try Self.head(), footing: Footing(leaving: "https://news.example.org/briefing/leave/x")
        ).text
        for line in text.split(separator: "\n") where !line.contains("https://") { #expect(line.count <= 78, "\(line)") }
        #expect(Wrapping.lines(String(repeating: "x", count: 200)).allSatisfy { $0.count <= 78 })
        #expect(Wrapping.lines(String(repeating: "外", count: 60)).allSatisfy { $0.count <= 39 })
        #expect(Wrapping.lines("a b", first: "* ", rest: "  ") == ["* a b"])
        #expect(Wrapping.lines("") == [""])
    }

    @Test func theArchiveIsAFeed() throws {
        let feed = IssueFeed([try Self.issue()], head: try Self.head()).rss
        #expect(feed.contains("<pubDate>Fri, 04 Jul 2025 00:00:00 +0000</pubDate>"))
        #expect(feed.contains("<guid isPermaLink=\"true\">https://news.example.org/briefing/2025-07-04</guid>"))
        #expect(!feed.contains("<b>"))
    }
}
