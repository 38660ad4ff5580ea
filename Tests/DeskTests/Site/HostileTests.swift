import Briefing
import Foundation
import Reading
import Record
import Testing

@testable import Desk

/// What reports say gets onto pages as text, whatever it is.
@Suite(.serialized) struct HostileTests {
    static let texts = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'><svg/onload=alert(1)>",
        "</title><script>alert(1)</script>",
        "</textarea><script>alert(1)</script>", "<iframe src=javascript:alert(1)>", "{{{content}}}<b>x</b>", "{{content}}<i>",
        "<!--",
        "]]><script>", "<a href=\"javascript:alert(1)\">x</a>", "\u{202E}<b>evil</b>", "\"\u{301} autofocus onfocus=\"alert(1)",
        "<math><mi xlink:href=\"data:x,<script>\">",
    ]

    @Test(arguments: texts)
    func noFieldOfAReportReachesAPageAsMarkup(text: String) async throws {
        let record = try Record(path: Fixture.path())
        let event = Fixture.event("e1", in: "r1", text: text, name: text, place: text, speaker: text, figure: 3)
        let other = Fixture.event("e2", in: "r2", text: text, speaker: "x" + text, figure: 4)
        try Fixture.add([event], report: "r1", to: record, outlet: text, title: text, url: "javascript:" + text)
        try Fixture.add([other], report: "r2", to: record, outlet: text + "2", title: text, url: text)
        let list = try Fixture.list(record)
        let day = try #require(Day(Fixture.friday))
        var plan = try list.publisher.plan(of: day)
        (plan.subject, plan.foreword) = (text, [text])
        try list.readers.open(list.publisher.issue(of: day, plan: plan), at: Date())
        let site = try Site(Fixture.library(record), accounts: Accounts(), list: list)
        let incident = try record.incidents(Record.Window()).first?.id ?? ""
        let query = Desk.Address.escaped(text)
        let headers = try Fixture.headers(.owner, at: site)
        for target in [
            "/", "/incidents", "/incidents?source=\(query)", "/dossiers/AZE-RUS", "/states/AZE", "/reports",
            "/incidents/\(incident)", "/map",
            "/sources", "/search?q=\(query)", "/nowhere/\(query)", "/incidents?type=\(query)", "/queue",
            "/briefing", "/briefing/\(Fixture.friday)", "/briefing/\(query)", "/briefing?pair=\(query)", "/letter?on=\(query)",
            "/letter?on=\(Fixture.friday)", "/briefing/confirm/\(query)", "/briefing/leave/\(query)", "/feeds",
        ] {
            let answer = await site.answer(Visit(.get, target, headers: headers))
            #expect(!answer.text.contains(text), "\(target) holds it unescaped")
            #expect(!answer.text.contains("href=\"javascript:"), "\(target)")
        }
        for target in ["/incidents.rss", "/incidents.atom", "/reports.rss", "/briefing.rss", "/briefing.atom"] {
            #expect(!(await site.answer(Visit(.get, target)).text.contains(text)), "\(target)")
        }
    }

    @Test(arguments: ["=1+1", "+A1", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])
    func noCellOfATableIsAFormula(text: String) {
        let cell = CSV.cell(text)
        #expect(!cell.hasPrefix(text) && !cell.hasPrefix("\"" + text))
    }
}
