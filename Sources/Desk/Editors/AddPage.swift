internal import Coding
internal import Reading
internal import Record

/// Where a report is pasted in.
struct AddPage: Page {
    let session: Session
    var alert: String?
    var form = Parameters()

    func title(_ words: Words) -> String { words["nav.add"] }

    @HTMLBuilder func content(_ words: Words) -> HTML {
        tag("h1") { title(words) }
        tag("p", .class("lead")) { words["add.lead"] }
        if let alert { tag("p", .class("alert"), .with("role", "alert")) { words[alert] } }
        tag("form", .with("method", "post"), .action(Address("add")), .class("stack")) {
            FormSecret(session: session).html
            field("title", words["report.title"], isNeeded: false)
            field("outlet", words["sources.outlet"], isNeeded: true)
            field("published", words["report.published"], isNeeded: true, kind: "date")
            field("url", words["report.address"], isNeeded: false, kind: "url")
            tag("label") {
                tag("span") { words["add.text"] }
                tag("textarea", .with("name", "text"), .with("rows", 16), .flag("required")) { form["text"] ?? "" }
            }
            tag("button", .with("type", "submit")) { title(words) }
        }
    }

    private func field(_ name: String, _ text: String, isNeeded: Bool, kind: String = "text") -> HTML {
        tag("label") {
            tag("span") { text }
            tag(
                "input", .with("name", name), .with("type", kind), .with("value", form[name] ?? ""), .flag("required", isNeeded),
                .with("maxlength", 500))
        }
    }

    var json: any Encodable & Sendable { [String: String]() }
}

/// Reads a pasted report into the record.
enum AddAction {
    static func answer(_ call: Call) throws -> Answer {
        guard let session = call.session else { throw Problem.signIn }
        let form = call.visit.form
        func again(_ alert: String) throws -> Answer {
            var answer = try call.answer(AddPage(session: session, alert: alert, form: form))
            answer.status = 422
            return answer
        }
        guard let outlet = form["outlet"], let text = form["text"] else { return try again("add.incomplete") }
        guard let published = form["published"], Day(published) != nil else { return try again("add.no-date") }
        if let url = form["url"], !url.hasPrefix("https://"), !url.hasPrefix("http://") { return try again("add.bad-address") }
        let report = Report(
            url: form["url"], outlet: outlet, title: form["title"], published: published,
            text: text.replacing("\r\n", with: "\n"))
        if try !call.library.record.holds(report: report.id) {
            _ = try call.library.record.add(report, call.library.coder.value().read(report))
        }
        return .redirect(to: Address("reports", report.id))
    }
}
