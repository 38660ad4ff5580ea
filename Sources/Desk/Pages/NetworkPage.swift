internal import Reading
internal import Record
internal import World

/// Who has to do with whom.
struct NetworkPage: Page {
    let filter: Filter
    let ties: [Record.Tie]

    init(_ call: Call) throws {
        filter = try Filter(call.query)
        let states = call.library.world.states
        ties = try call.library.record.ties(since: filter.since, until: filter.until)
            .filter { states[$0.actor] != nil && states[$0.recipient] != nil }
    }

    func title(_ words: Words) -> String { words["network.title"] }

    @HTMLBuilder func content(_ words: Words) -> HTML {
        tag("h1") { title(words) }
        tag("p", .class("lead")) { words["network.lead"] }
        SpanForm(filter: filter, path: ["network"], words: words).html
        if ties.isEmpty {
            tag("p", .class("empty")) { words["list.empty"] }
        } else {
            NetworkPicture(ties: ties, words: words).html
            TieTable(ties: ties, words: words).html
        }
    }

    var json: any Encodable & Sendable { ["ties": ties] }
    func listing(_ words: Words) -> Listing? { Listing(ties, title: title(words)) }
}

/// From when to when.
struct SpanForm {
    let filter: Filter
    let path: [String]
    let words: Words

    var html: HTML {
        tag("form", .class("fields"), .with("method", "get"), .action(Address(path: path))) {
            field("since", words["filter.since"], filter.since?.description)
            field("until", words["filter.until"], filter.until?.description)
            tag("button", .with("type", "submit")) { words["filter.apply"] }
        }
    }

    private func field(_ name: String, _ text: String, _ value: String?) -> HTML {
        tag("label") {
            tag("span") { text }
            tag("input", .with("type", "date"), .with("name", name), .with("value", value ?? ""))
        }
    }
}
