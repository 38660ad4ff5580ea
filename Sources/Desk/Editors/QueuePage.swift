internal import Coding
internal import Reading
internal import Record

/// What an editor should look at: incidents the program is not sure of, and incidents that may be one.
struct QueuePage: Page {
    let session: Session
    let uncertain: [IncidentRow]
    let twins: [(IncidentRow, IncidentRow)]

    private static let threshold = 0.5

    init(_ call: Call) throws {
        guard let session = call.session else { throw Problem.signIn }
        self.session = session
        let record = call.library.record
        uncertain = try IncidentRow.rows(of: record.uncertain(below: Self.threshold, limit: 40), in: call.library)
        let since = (try record.lastDay(until: Library.today) ?? Library.today) - 366
        twins = try record.twins(since: since, limit: 60)
            .filter { try !call.site.accounts.areParted($0.id, $1.id) }.prefix(20)
            .map { (try IncidentRow.rows(of: [$0], in: call.library)[0], try IncidentRow.rows(of: [$1], in: call.library)[0]) }
    }

    func title(_ words: Words) -> String { words["nav.queue"] }

    @HTMLBuilder func content(_ words: Words) -> HTML {
        tag("h1") { title(words) }
        tag("p", .class("lead")) { words["queue.lead"] }
        tag("h2") { words["queue.uncertain"] }
        if uncertain.isEmpty { tag("p", .class("empty")) { words["queue.none"] } }
        tag("ol", .class("queue")) {
            uncertain.map { row in
                tag("li", .with("tabindex", 0), .with("data-queue", "item")) {
                    line(row, words)
                    tag("div", .class("actions")) {
                        form("confirm", row.incident.id, words["queue.reason.confirm"], words["correct.confirm"], "c")
                        form("reject", row.incident.id, words["queue.reason.reject"], words["correct.reject"], "x")
                        tag("a", .class("button"), .href(Address("incidents", row.incident.id)), .with("data-key", "o")) {
                            words["queue.open"]
                        }
                    }
                }
            }
        }
        tag("h2") { words["queue.twins"] }
        if twins.isEmpty { tag("p", .class("empty")) { words["queue.none"] } }
        tag("ol", .class("queue")) {
            twins.map { one, other in
                tag("li", .with("tabindex", 0), .with("data-queue", "item")) {
                    line(one, words)
                    line(other, words)
                    tag("div", .class("actions")) {
                        form(
                            "merge", one.incident.id, words["queue.reason.merge"], words["correct.merge"], "c",
                            other: other.incident.id)
                        tag("form", .with("method", "post"), .action(Address("parted"))) {
                            FormSecret(session: session).html
                            hidden("one", one.incident.id)
                            hidden("other", other.incident.id)
                            tag("button", .with("type", "submit"), .with("data-key", "x")) { words["queue.parted"] }
                        }
                        tag("a", .class("button"), .href(Address("incidents", one.incident.id)), .with("data-key", "o")) {
                            words["queue.open"]
                        }
                    }
                }
            }
        }
    }

    private func line(_ row: IncidentRow, _ words: Words) -> HTML {
        tag("div") {
            tag("p", .class("head")) {
                tag("strong") { "\(words.party(row.actor)) → \(words.party(row.recipient)): \(words.act(row.incident.act))" }
                " "
                tag("span", .class("quiet")) {
                    [
                        row.incident.dates(words), row.incident.figures(words),
                        "\(Int((row.incident.confidence * 100).rounded())) %",
                    ]
                    .filter { !$0.isEmpty }.joined(separator: " · ")
                }
            }
            if let sentence = row.sentence { tag("blockquote") { tag("p") { sentence } } }
        }
    }

    private func form(_ change: String, _ subject: String, _ reason: String, _ label: String, _ key: String, other: String? = nil)
        -> HTML
    {
        tag("form", .with("method", "post"), .action(Address("corrections"))) {
            FormSecret(session: session).html
            hidden("change", change)
            hidden("subject", subject)
            if let other { hidden("other", other) }
            hidden("reason", reason)
            hidden("back", "queue")
            tag("button", .with("type", "submit"), .with("data-key", key)) { label }
        }
    }

    private func hidden(_ name: String, _ value: String) -> HTML {
        tag("input", .with("type", "hidden"), .with("name", name), .with("value", value))
    }

    private struct Model: Encodable, Sendable {
        let uncertain: [Incident]
        let twins: [[Incident]]
    }

    var json: any Encodable & Sendable {
        Model(uncertain: uncertain.map(\.incident), twins: twins.map { [$0.incident, $1.incident] })
    }
}
