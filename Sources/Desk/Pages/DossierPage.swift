internal import Coding
internal import Reading
internal import Record
internal import World

/// The record of two states: how tense it was week by week, and what each did to the other.
struct DossierPage: Page {
    let states: [String]
    let filter: Filter
    let address: Address
    let tensions: [Tension]
    let rows: [IncidentRow]
    let count: Int
    let undated: Int
    let outlets: [String]
    let next: Address?
    /// Whether there is a letter that tells of such pairs.
    let hasLetter: Bool

    init(_ call: Call) throws {
        let library = call.library
        hasLetter = call.site.list != nil
        states = try Self.states(call["pair"], in: library)
        filter = try Filter(call.query)
        address = call.address
        let window = filter.window(of: states)
        count = try library.record.count(window)
        (rows, next) = try IncidentsPage.window(filter, of: states, at: address, in: library)
        outlets = try library.record.voices().compactMap(\.outlet)
        // A list that goes on needs no second drawing.
        if filter.after == nil, call.format == nil || call.format == .json {
            let acts = try PairActs(of: (states[0], states[1]), in: library.record, ontology: library.ontology)
            tensions = acts.tensions
            undated = acts.undated
        } else {
            (tensions, undated) = ([], 0)
        }
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
        if !tensions.isEmpty {
            tag("section", .class("tensions"), .label(words["dossier.tension"])) {
                tag("h2") { words["dossier.tension"] }
                tag("p", .class("quiet")) {
                    words["frame.measure"] + " "
                    tag("a", .href(Address("method", fragment: "index"))) { words["dossier.how"] }
                }
                if let span = TensionChart.span(of: tensions) {
                    tensions.map { TensionChart(tension: $0, span: span, words: words).html }
                }
                if undated > 0 { tag("p", .class("quiet")) { words("dossier.undated", ["n": words.number(undated)]) } }
            }
        }
        tag("h2") { words["dossier.timeline"] }
        FilterForm(filter: filter, address: address, outlets: outlets, words: words).html
        IncidentList(rows: rows, words: words).html
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
        struct Series: Encodable, Sendable {
            struct Week: Encodable, Sendable {
                let week: Day
                let index: Double?
                let half: [Double]?
                let ninety: [Double]?
                let incidents: Int
                let origins: Int
                let change: Bool
            }

            let actor: String
            let recipient: String
            let longRun: Double
            let weeks: [Week]

            init(_ tension: Tension) {
                (actor, recipient) = (tension.actor, tension.recipient)
                func tenth(_ value: Double) -> Double { (value * 10).rounded() / 10 }
                longRun = tenth(100 * tension.longRunShare)
                weeks = tension.weeks.map { week in
                    Week(
                        week: week.start, index: week.index.map(tenth),
                        half: week.bands.map { [tenth($0.half.lowerBound), tenth($0.half.upperBound)] },
                        ninety: week.bands.map { [tenth($0.ninety.lowerBound), tenth($0.ninety.upperBound)] },
                        incidents: week.incidents, origins: week.origins, change: week.isChange)
                }
            }
        }

        let states: [String]
        let count: Int
        let tension: [Series]
        let incidents: [Incident]
        let next: String?
    }

    var json: any Encodable & Sendable {
        Model(
            states: states, count: count, tension: tensions.map(Model.Series.init), incidents: rows.map(\.incident),
            next: next?.description)
    }

    func listing(_ words: Words) -> Listing? { Listing(rows, title: title(words), next: next, words: words) }
}
