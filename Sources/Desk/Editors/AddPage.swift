internal import Coding
internal import Foundation
internal import Reading
internal import Record

/// Where a report is fetched from its address, or pasted in.
struct AddPage: Page {
    let session: Session
    var alert: String?
    var form = Parameters()

    func title(_ words: Words) -> String { words["nav.add"] }

    @HTMLBuilder func content(_ words: Words) -> HTML {
        tag("h1") { title(words) }
        if let alert { tag("p", .class("alert"), .with("role", "alert")) { alert } }
        tag("h2") { words["add.fetch"] }
        tag("p", .class("quiet")) { words["add.fetch.text"] }
        tag("form", .with("method", "post"), .action(Address("add", "address")), .class("fields")) {
            FormSecret(session: session).html
            tag("label", .class("wide")) {
                tag("span") { words["report.address"] }
                tag(
                    "input", .with("name", "address"), .with("type", "url"), .with("value", form["address"] ?? ""),
                    .flag("required"), .with("maxlength", 2000), .with("placeholder", "https://"))
            }
            tag("button", .with("type", "submit")) { words["add.fetch.do"] }
        }
        tag("h2") { words["add.paste"] }
        tag("p", .class("quiet")) { words["add.lead"] }
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
                .with("maxlength", 2000))
        }
    }

    var json: any Encodable & Sendable { [String: String]() }
}

/// Reads a pasted report into the record.
enum AddAction {
    @Sendable static func answer(_ call: Call) async throws -> Answer {
        let form = call.visit.form
        guard let outlet = form["outlet"], let text = form["text"] else { return try again(call, "add.incomplete", form) }
        guard let published = form["published"], Day(published) != nil else { return try again(call, "add.no-date", form) }
        if let url = form["url"], !url.hasPrefix("https://"), !url.hasPrefix("http://") {
            return try again(call, "add.bad-address", form)
        }
        let report = Report(
            url: form["url"], outlet: outlet, title: form["title"], published: published,
            text: text.replacing("\r\n", with: "\n"))
        return try await take(report, nil, into: call.library)
    }

    static func take(_ report: Report, _ copy: PageCopy?, into library: Library) async throws -> Answer {
        _ = try await Waiting.result { try library.record.take(report, copy: copy, by: library.coder.value) }
        return .redirect(to: Address("reports", report.id))
    }

    /// - Parameter alert: the key of words, or words.
    static func again(_ call: Call, _ alert: String, _ form: Parameters) throws -> Answer {
        guard let session = call.session else { throw Problem.signIn }
        var answer = try call.answer(AddPage(session: session, alert: call.words[alert], form: form))
        answer.status = 422
        return answer
    }
}

/// Fetches a page and reads its report into the record. What the page does not tell is asked of the editor.
enum FetchAction {
    @Sendable static func answer(_ call: Call) async throws -> Answer {
        let text = String((call.visit.form["address"] ?? "").prefix(2_000))
        let visitor = call.library.visitor
        var form = Parameters()
        form.append("address", text)
        do {
            let (report, response) = try await Waiting.result { try visitor.report(at: text) }
            guard report.text.contains(where: \.isLetter) else { return try AddAction.again(call, "add.no-text", form) }
            let day = report.published.flatMap { Day($0) }
            guard report.outlet != nil, day != nil else {
                form.append("title", report.title ?? "")
                form.append("outlet", report.outlet ?? "")
                form.append("published", day?.description ?? "")
                form.append("url", text)
                form.append("text", report.text)
                return try AddAction.again(call, day == nil ? "add.no-date" : "add.no-outlet", form)
            }
            return try await AddAction.take(report, PageCopy(response, at: Int(Date().timeIntervalSince1970)), into: call.library)
        } catch let error as ReadingError {
            return try AddAction.again(call, error.description, form)
        }
    }
}
