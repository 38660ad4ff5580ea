internal import Coding
internal import Reading
internal import Record
internal import World

/// What moved lately.
struct FrontPage: Page {
    /// The last day up to today that the record tells of; `nil` where it is empty.
    let day: Day?
    let movers: [Mover]
    let latest: [IncidentRow]
    let counts: (reports: Int, events: Int, incidents: Int)

    /// As many pairs are looked at.
    private static let pairs = 12

    init(_ call: Call) throws {
        let library = call.library
        counts = try library.record.counts()
        day = try library.record.lastDay(until: Library.today)
        guard let day else {
            (movers, latest) = ([], [])
            return
        }
        // The pairs most told of in the last four weeks; where that is nobody but one, in the last half year.
        var ties = try library.record.ties(since: day - 27, until: day, limit: 60)
        if ties.count < 4 { ties = try library.record.ties(since: day - 182, until: day, limit: 60) }
        var seen: Set<Set<String>> = []
        let known = ties.filter { library.world.states[$0.actor] != nil && library.world.states[$0.recipient] != nil }
        let pairs = known.filter { seen.insert([$0.actor, $0.recipient]).inserted }.prefix(Self.pairs)
        var movers: [Mover] = []
        for pair in pairs {
            let acts = try PairActs(of: (pair.actor, pair.recipient), in: library.record, ontology: library.ontology)
            movers += acts.tensions.map { Mover($0, acts, until: day) }.filter { $0.recent > 0 || $0.direction != .unknown }
        }
        self.movers = movers.sorted { ($1.weight, $0.actor, $0.recipient) < ($0.weight, $1.actor, $1.recipient) }
        var window = Record.Window()
        window.until = day
        window.limit = 8
        latest = try IncidentRow.rows(of: library.record.incidents(window), in: library)
    }

    func title(_ words: Words) -> String { words["front.title"] }

    @HTMLBuilder func content(_ words: Words) -> HTML {
        tag("h1") { words["front.title"] }
        if let day {
            tag("p", .class("lead")) {
                words(
                    "front.lead",
                    [
                        "day": words.day(day), "reports": words.number(counts.reports),
                        "incidents": words.number(counts.incidents),
                    ])
            }
            if movers.isEmpty {
                tag("p", .class("empty")) { words["front.still"] }
            }
            tag("ol", .class("movers")) { movers.map { item($0, words) } }
            tag("h2") { words["front.latest"] }
            IncidentList(rows: latest, words: words).html
            tag("p", .class("pager")) { tag("a", .href(Address("incidents"))) { words["front.all"] } }
        } else {
            tag("p", .class("empty")) { words["front.empty"] }
        }
    }

    private func item(_ mover: Mover, _ words: Words) -> HTML {
        let arrow =
            switch mover.direction {
            case .up: "↑"
            case .down: "↓"
            case .steady: "→"
            case .new, .unknown: ""
            }
        return tag("li", .class("mover " + mover.direction.rawValue)) {
            tag("span", .class("arrow"), .with("aria-hidden", "true")) { arrow }
            tag("div", .class("told")) {
                tag("h2") {
                    tag("a", .href(Address("dossiers", "\(mover.actor)-\(mover.recipient)"))) {
                        "\(words.party(mover.actor)) "
                        tag("span", .class("unseen")) { words["to"] }
                        tag("span", .with("aria-hidden", "true")) { "→" }
                        " \(words.party(mover.recipient))"
                    }
                }
                tag("p") { mover.sentence(words) }
            }
            Sparkline(values: mover.weeks).html
            tag("p", .class("index")) {
                tag("span", .class("unseen")) { words["chart.index"] + " " }
                mover.now.map { String(Int($0.rounded())) } ?? "–"
            }
        }
    }

    private struct Model: Encodable, Sendable {
        let day: Day?
        let movers: [Mover]
        let latest: [Incident]
    }

    var json: any Encodable & Sendable { Model(day: day, movers: movers, latest: latest.map(\.incident)) }

    func listing(_ words: Words) -> Listing? {
        Listing(
            title: words["front.title"],
            columns: ["actor", "recipient", "week", "index", "before", "direction", "recent", "why"],
            rows: movers.map { mover in
                [
                    mover.actor, mover.recipient, mover.week.description, mover.now.map { Coordinate.text($0) } ?? "",
                    mover.before.map { Coordinate.text($0) } ?? "", mover.direction.rawValue, String(mover.recent),
                    mover.sentence(words),
                ]
            },
            entries: movers.map { mover in
                Listing.Entry(
                    id: "\(mover.actor)-\(mover.recipient)-\(mover.week)",
                    title: "\(words.party(mover.actor)) → \(words.party(mover.recipient))", summary: mover.sentence(words),
                    address: Address("dossiers", "\(mover.actor)-\(mover.recipient)"), first: mover.week, last: mover.week + 6,
                    updated: nil)
            })
    }
}
