internal import Coding
internal import Reading
internal import Record
internal import World

/// The record of two states: how tense it was week by week, and what each did to the other.
struct DossierPage: Page {
    let states: [String]
    let filter: Filter
    let address: Address
    /// Where the list begins; where it goes on it is not drawn again.
    let relation: Relation?
    let incidents: IncidentWindow
    let count: Int
    let outlets: [String]
    /// Whether there is a letter that tells of such pairs.
    let hasLetter: Bool

    init(_ call: Call) throws {
        let library = call.library
        hasLetter = call.site.list != nil
        states = try Self.states(call["pair"], in: library)
        filter = try Filter(call.query)
        address = call.address
        count = try library.record.count(filter.window(of: states))
        incidents = try IncidentWindow(filter, of: states, for: call)
        outlets = try call.outlets()
        let isWhole = filter.after == nil && (call.format == nil || call.format == .json)
        relation = isWhole ? try call.relation(of: (states[0], states[1])) : nil
    }

    /// Two codes of states parted by a dash.
    static func states(_ pair: String, in library: Library) throws(Problem) -> [String] {
        let codes = pair.split(separator: "-").map(String.init)
        guard codes.count == 2, codes[0] != codes[1], codes.allSatisfy({ library.world.states[$0] != nil }) else {
            throw .notFound(pair)
        }
        return codes
    }

    func title(_ words: Words) -> String {
        words("dossier.title", ["one": words.party(states[0]), "other": words.party(states[1])])
    }

    @HTMLBuilder func content(_ words: Words) -> HTML {
        tag("h1") { title(words) }
        tag("p", .class("lead")) {
            words.count(count, "incidents") + " · "
            tag("a", .href(Address("states", states[0]))) { words.party(states[0]) }
            " · "
            tag("a", .href(Address("states", states[1]))) { words.party(states[1]) }
            if hasLetter {
                " · "
                tag("a", .href(Address("briefing", query: Parameters().setting("pair", states.joined(separator: "-"))))) {
                    words["dossier.letter"]
                }
            }
        }
        relation?.html
        tag("h2") { words["dossier.timeline"] }
        FilterForm(filter: filter, address: address, outlets: outlets, words: words).html
        IncidentList(items: incidents.items, words: words).html
        Pager(next: next, words: words).html
        tag("section", .class("cite"), .label(words["cite.title"])) {
            tag("h2") { words["cite.title"] }
            tag("p") {
                words["cite.text"] + " "
                tag("a", .href(Address(path: address.path, format: .bib))) { "BibTeX" }
                " · "
                tag("a", .href(Address(path: address.path, format: .ris))) { "RIS" }
            }
        }
    }

    private struct Model: Encodable, Sendable {
        let states: [String]
        let count: Int
        let tension: [Relation.Series]
        let incidents: [Incident]
        let next: String?
    }

    var json: any Encodable & Sendable {
        Model(
            states: states, count: count, tension: relation?.series ?? [], incidents: incidents.rows.map(\.incident),
            next: next?.description)
    }

    var next: Address? { incidents.next }

    func listing(_ words: Words) -> Listing? { Listing(incidents.rows, title: title(words), words: words) }
}
