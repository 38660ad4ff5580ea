internal import Coding
internal import Record
internal import World

/// A state: with whom it has to do, and what it did and had done to it lately.
struct StatePage: Page {
    let state: String
    let capital: String?
    let ties: [Record.Tie]
    let incidents: IncidentWindow
    let count: Int
    let filter: Filter
    let address: Address
    let outlets: [String]

    init(_ call: Call) throws {
        let library = call.library
        guard let state = library.world.states[call["code"]] else { throw Problem.notFound(call["code"]) }
        self.state = state.code
        capital = state.capitals.first
        filter = try Filter(call.query)
        address = call.address
        ties = try library.record.ties(of: state.code)
        count = try library.record.count(filter.window(of: [state.code]))
        incidents = try IncidentWindow(filter, of: [state.code], for: call)
        outlets = try call.outlets()
    }

    func title(_ words: Words) -> String { words.party(state) }

    @HTMLBuilder func content(_ words: Words) -> HTML {
        tag("h1") { title(words) }
        tag("p", .class("lead")) {
            [capital.map { words("state.capital", ["name": $0]) }, words.count(count, "incidents")].compactMap(\.self).joined(
                separator: " · ")
        }
        tag("h2") { words["state.partners"] }
        TieTable(ties: ties, words: words).html
        tag("h2") { words["dossier.timeline"] }
        FilterForm(filter: filter, address: address, outlets: outlets, words: words).html
        IncidentList(items: incidents.items, words: words).html
        Pager(next: next, words: words).html
    }

    private struct Model: Encodable, Sendable {
        let state: String
        let ties: [Record.Tie]
        let incidents: [Incident]
        let next: String?
    }

    var json: any Encodable & Sendable {
        Model(state: state, ties: ties, incidents: incidents.rows.map(\.incident), next: next?.description)
    }

    var next: Address? { incidents.next }

    func listing(_ words: Words) -> Listing? { Listing(incidents.rows, title: title(words), words: words) }
}

/// Who did how much to whom.
struct TieTable {
    let ties: [Record.Tie]
    let words: Words

    var html: HTML {
        Table(
            columns: [
                words["tie.actor"], words["tie.recipient"], words["tie.incidents"], words["tie.hostile"], words["tie.contested"],
                words["tie.last"],
            ],
            rows: ties.map { tie in
                let isPair = tie.actor.utf8.count == 3 && tie.recipient.utf8.count == 3
                let name = "\(words.party(tie.actor))"
                return [
                    isPair ? tag("a", .href(Address("dossiers", "\(tie.actor)-\(tie.recipient)"))) { name } : HTML(text: name),
                    HTML(text: words.party(tie.recipient)), HTML(text: words.number(tie.incidents)),
                    HTML(text: "\(100 * tie.hostile / max(1, tie.incidents)) %"), HTML(text: words.number(tie.contested)),
                    HTML(text: tie.last ?? ""),
                ]
            }, label: words["tie.label"], numeric: [2, 3, 4]
        ).html
    }
}

extension Listing {
    init(_ ties: [Record.Tie], title: String) {
        self.init(
            title: title, columns: ["actor", "recipient", "incidents", "hostile", "contested", "last"],
            rows: ties.map {
                [$0.actor, $0.recipient, String($0.incidents), String($0.hostile), String($0.contested), $0.last ?? ""]
            })
    }
}
