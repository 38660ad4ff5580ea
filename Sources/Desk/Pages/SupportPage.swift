internal import Briefing
internal import Reading

/// How readers may pay for the work, and what they should know before they do.
struct SupportPage: Page {
    let box: SupportBox?

    init(_ call: Call) { box = call.library.support }

    func title(_ words: Words) -> String { words["nav.support"] }

    @HTMLBuilder func content(_ words: Words) -> HTML {
        tag("h1") { title(words) }
        tag("p", .class("lead")) { words["support.lead"] }
        if let box {
            if !box.text.isEmpty { tag("p") { box.text } }
            tag("p", .class("alert")) { words["support.warning"] }
            tag("ul", .class("support")) {
                box.links.map { link in
                    tag("li") {
                        tag("a", .class("button"), .outside(link.address), .with("rel", "noreferrer")) { link.label }
                        tag("span", .class("quiet")) {
                            " "
                                + [words["support.\(link.rhythm.rawValue)"], link.suggestion].compactMap(\.self).joined(
                                    separator: " · ")
                        }
                    }
                }
            }
            tag("p", .class("quiet")) { words["support.elsewhere"] }
            tag("p") {
                tag("a", .href(Address("support", format: .ics))) { words["support.later"] }
                tag("span", .class("quiet")) { " " + words["support.later.text"] }
            }
        } else {
            tag("p") { words["support.none"] }
        }
    }

    private struct Link: Encodable, Sendable {
        let label: String
        let address: String
        let rhythm: String
        let suggestion: String?
    }

    var json: any Encodable & Sendable {
        [
            "links": (box?.links ?? []).map {
                Link(label: $0.label, address: $0.address, rhythm: $0.rhythm.rawValue, suggestion: $0.suggestion)
            }
        ]
    }
}

/// An entry for the reader's own calendar in a month, which nothing here knows of.
enum ReminderAnswer {
    static func answer(_ call: Call) throws -> Answer {
        guard call.library.support != nil else { throw Problem.notFound(call.visit.target) }
        let reminder = Reminder(
            on: Library.today + 30, title: call.words["support.reminder"], page: call.origin + Address("support").description)
        return Answer(
            type: Format.ics.contentType, text: reminder.calendar,
            headers: ["content-disposition": "attachment; filename=\"support.ics\""])
    }
}

/// One calm box that asks for support, and leads to the page that tells what paying shows to whom.
struct SupportPanel {
    let box: SupportBox
    let words: Words

    var html: HTML {
        tag("aside", .class("panel"), .label(words["nav.support"])) {
            tag("p") { box.text.isEmpty ? words["support.lead"] : box.text }
            tag("p", .class("quiet")) { tag("a", .href(Address("support"))) { words["support.ways"] } }
        }
    }
}
