internal import Reading
internal import Record

/// How tense it was between two states week by week, as a dossier shows it.
struct Relation: Sendable {
    /// One direction, for programs.
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

    let series: [Series]
    let html: HTML

    init(_ acts: PairActs, _ words: Words) {
        let tensions = acts.tensions
        series = tensions.map(Series.init)
        html = Self.html(tensions, undated: acts.undated, words)
    }

    private static func html(_ tensions: [Tension], undated: Int, _ words: Words) -> HTML {
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
}

extension Call {
    /// Made once for all who ask at the same time: it takes a thousand draws.
    func relation(of states: (String, String)) throws -> Relation {
        let (library, words) = (library, words)
        return try site.parts.relations.value("\(words.language.rawValue) \(states.0) \(states.1)", version) {
            Lazily { Relation(try PairActs(of: states, in: library.record, ontology: library.ontology), words) }
        }.value()
    }
}
