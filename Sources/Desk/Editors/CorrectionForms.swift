internal import World
internal import Reading
internal import Coding
internal import Record

/// What an editor can do about an incident.
struct CorrectionForms {
    let incident: Incident
    let evidence: [Evidence]
    let session: Session
    let words: Words

    var html: HTML {
        tag("section", .class("correct"), .label(words["correct.title"])) {
            tag("h2") { words["correct.title"] }
            tag("div", .class("actions")) {
                form("confirm", incident.id) { HTML() }
                form("reject", incident.id) { HTML() }
                form("merge", incident.id) {
                    tag("label") {
                        tag("span") { words["correct.other"] }
                        tag("input", .with("name", "other"), .flag("required"), .with("maxlength", 100))
                    }
                }
            }
            if evidence.count > 1 {
                form("split", incident.id) {
                    tag("fieldset") {
                        tag("legend") { words["correct.which"] }
                        evidence.map { evidence in
                            tag("label", .class("box")) {
                                tag("input", .with("type", "checkbox"), .with("name", "event"), .with("value", evidence.event.id))
                                " "
                                tag("span") { "\(evidence.outlet.name): \(evidence.sentence)" }
                            }
                        }
                    }
                }
            }
            evidence.map { evidence in
                tag("details", .class("data")) {
                    tag("summary") { words("correct.event", ["sentence": String(evidence.sentence.prefix(120))]) }
                    form("reject", evidence.event.id) { HTML() }
                    form("recode", evidence.event.id) {
                        field("act", evidence.event.act)
                        field("actor", evidence.event.actor.actor.state ?? "")
                        field("recipient", evidence.event.recipient?.actor.state ?? "")
                        field("start", evidence.event.date?.start.description ?? "")
                        field("end", evidence.event.date?.end.description ?? "")
                        field("place", evidence.event.place?.name ?? "")
                        field("status", evidence.event.status.rawValue)
                    }
                }
            }
        }
    }

    private func field(_ name: String, _ value: String) -> HTML {
        tag("label") {
            tag("span") { words["correct.field.\(name)"] }
            tag("input", .with("name", name), .with("value", value), .with("maxlength", 100))
            tag("input", .with("type", "hidden"), .with("name", "was." + name), .with("value", value))
        }
    }

    private func form(_ change: String, _ subject: String, @HTMLBuilder _ fields: () -> HTML) -> HTML {
        tag("form", .with("method", "post"), .action(Address("corrections")), .class("fields")) {
            FormSecret(session: session).html
            hidden("change", change)
            hidden("subject", subject)
            hidden("back", "incident")
            fields()
            tag("label") {
                tag("span") { words["correct.reason"] }
                tag("input", .with("name", "reason"), .flag("required"), .with("maxlength", 500))
            }
            tag("button", .with("type", "submit")) { words["correct.\(change)"] }
        }
    }

    private func hidden(_ name: StaticString, _ value: String) -> HTML {
        tag("input", .with("type", "hidden"), .with("name", name.description), .with("value", value))
    }
}

/// What proves that a form was sent from a page that this session was shown.
struct FormSecret {
    let session: Session

    var html: HTML { tag("input", .with("type", "hidden"), .with("name", "csrf"), .with("value", session.csrf)) }
}
