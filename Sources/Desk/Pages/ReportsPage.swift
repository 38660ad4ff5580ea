internal import Reading
internal import Record

/// The reports that were read, the latest first.
struct ReportsPage: Page {
    let reports: [Record.Heading]
    let next: Address?

    init(_ call: Call) throws {
        let after = call.query["after"]
        if let after, !after.contains("~") { throw Problem.malformed("after=" + after) }
        let found = try call.library.record.headings(after: after, outlet: call.query["source"], limit: 101)
        reports = Array(found.prefix(100))
        if found.count > 100, let last = reports.last {
            next = Address("reports", query: call.query.setting("after", "\(last.published ?? "")~\(last.report)"))
        } else {
            next = nil
        }
    }

    func title(_ words: Words) -> String { words["reports.title"] }

    @HTMLBuilder func content(_ words: Words) -> HTML {
        tag("h1") { title(words) }
        Table(
            columns: [words["report.published"], words["sources.outlet"], words["report.title"], words["report.events"]],
            rows: reports.map { report in
                [
                    HTML(text: report.published.map { String($0.prefix(10)) } ?? ""), HTML(text: report.outlet ?? ""),
                    tag("a", .href(Address("reports", report.report))) { report.title ?? report.report },
                    HTML(text: words.number(report.events)),
                ]
            }, label: title(words), numeric: [3]
        ).html
        Pager(next: next, words: words).html
    }

    private struct Model: Encodable, Sendable {
        let reports: [Record.Heading]
        let next: String?
    }

    var json: any Encodable & Sendable { Model(reports: reports, next: next?.description) }

    func listing(_ words: Words) -> Listing? {
        Listing(
            title: title(words), columns: ["report", "published", "outlet", "title", "url", "events"],
            rows: reports.map {
                [$0.report, $0.published ?? "", $0.outlet ?? "", $0.title ?? "", $0.url ?? "", String($0.events)]
            },
            entries: reports.map { report in
                let day = report.published.flatMap { Day($0) }
                return Listing.Entry(
                    id: report.report, title: report.title ?? report.report, summary: report.outlet ?? "",
                    address: Address("reports", report.report), first: day, last: day, updated: nil)
            })
    }
}
