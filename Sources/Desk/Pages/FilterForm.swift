internal import Coding
internal import Reading
internal import Record

/// The filters of a list as a form; what it sends is the address of the filtered list.
struct FilterForm {
    let filter: Filter
    let address: Address
    let outlets: [String]
    let words: Words

    var html: HTML {
        tag("details", .class("filter"), .flag("open", filter.isActive)) {
            tag("summary") { words["filter.title"] }
            tag("form", .with("method", "get"), .action(Address(path: address.path))) {
                if let language = address.query["lang"] {
                    tag("input", .with("type", "hidden"), .with("name", "lang"), .with("value", language))
                }
                tag("fieldset", .class("types")) {
                    tag("legend") { words["filter.types"] }
                    EventType.allCases.map { type in
                        box(
                            "type", type.rawValue, words.type(type), filter.types.contains(type),
                            type.isHostile ? "hostile" : "friendly")
                    }
                }
                tag("fieldset") {
                    tag("legend") { words["filter.status"] }
                    Event.Status.allCases.map { status in
                        box("status", status.rawValue, words.status(status), filter.statuses.contains(status), "")
                    }
                    box("contested", "yes", words["filter.contested"], filter.contestedOnly, "")
                }
                tag("div", .class("fields")) {
                    field("since", words["filter.since"], filter.since?.description)
                    field("until", words["filter.until"], filter.until?.description)
                    tag("label") {
                        tag("span") { words["filter.source"] }
                        tag("select", .with("name", "source")) {
                            tag("option", .with("value", "")) { words["filter.any"] }
                            outlets.map { outlet in
                                tag("option", .with("value", outlet), .flag("selected", outlet == filter.outlet)) { outlet }
                            }
                        }
                    }
                    tag("button", .with("type", "submit")) { words["filter.apply"] }
                    if filter.isActive { tag("a", .href(Address(path: address.path))) { words["filter.clear"] } }
                }
            }
        }
    }

    private func box(_ name: String, _ value: String, _ text: String, _ isOn: Bool, _ kind: String) -> HTML {
        tag("label", .class(("box " + kind).trimmingSuffix())) {
            tag(
                "input", .with("type", "checkbox"), .with("name", name), .with("value", value), .flag("checked", isOn))
            " "
            tag("span") { text }
        }
    }

    private func field(_ name: String, _ text: String, _ value: String?) -> HTML {
        tag("label") {
            tag("span") { text }
            tag("input", .with("type", "date"), .with("name", name), .with("value", value ?? ""))
        }
    }
}

extension String {
    /// Without spaces at the end.
    fileprivate func trimmingSuffix() -> String { last == " " ? String(dropLast()).trimmingSuffix() : self }
}
