internal import Coding
internal import Reading
internal import Record
internal import World

/// What happened once, with every account of it side by side.
struct IncidentPage: Page {
    let incident: Incident
    let evidence: [Evidence]
    let outlets: [String: Outlets.Outlet]
    /// What it answers, and what answers it.
    let given: [Linked]
    let received: [Linked]
    let causes: [Linked]
    let corrections: [Correction]
    let definition: String
    let session: Session?

    struct Linked: Sendable {
        let row: IncidentRow
        let cue: String
    }

    init(_ call: Call) throws {
        let library = call.library
        guard let incident = try library.record.incident(call["id"]) else { throw Problem.notFound(call["id"]) }
        // What became part of another is found under the other's address.
        guard incident.id == call["id"] else { throw Moved(address: Address("incidents", incident.id, format: call.format)) }
        self.incident = incident
        evidence = try Evidence.all(of: incident, in: library)
        outlets = try library.record.outlets(ofReports: incident.reports, known: library.outlets)
        func linked(_ id: String, _ cue: String) throws -> Linked? {
            try library.record.incident(id).flatMap { try IncidentRow.rows(of: [$0], in: library).first }.map {
                Linked(row: $0, cue: cue)
            }
        }
        let answers = try library.record.answers(of: incident)
        given = try answers.given.compactMap { try linked($0.answered, $0.cue) }
        received = try answers.received.compactMap { try linked($0.incident, $0.cue) }
        causes = try library.record.causes(of: incident).dropFirst(answers.given.count).compactMap {
            try linked($0.incident.id, $0.answer.cue)
        }
        let events = Set(incident.events)
        corrections = try library.record.corrections().filter { correction in
            correction.subject == incident.id || correction.detail.events.contains(where: events.contains)
        }
        definition = library.ontology.acts[incident.act]?.definition ?? ""
        session = call.session
    }

    private var actor: String { incident.dyad.first ?? "" }
    private var recipient: String { incident.dyad.count > 1 ? incident.dyad[1] : "" }

    func title(_ words: Words) -> String {
        "\(words.party(actor)) → \(words.party(recipient)): \(words.act(incident.act))"
    }

    @HTMLBuilder func content(_ words: Words) -> HTML {
        tag("p", .class("crumb")) {
            tag("a", .href(Address("dossiers", "\(actor)-\(recipient)"))) { "\(words.party(actor)) – \(words.party(recipient))" }
        }
        tag("h1") { title(words) }
        tag("dl", .class("facts")) {
            fact(words["incident.what"]) {
                tag("span", .class(incident.type.isHostile ? "type hostile" : "type friendly")) { words.type(incident.type) }
                " \(words.act(incident.act))"
                if !definition.isEmpty { tag("span", .class("quiet block"), .with("lang", "en")) { definition } }
            }
            fact(words["incident.when"]) { incident.dates(words) }
            if let place = incident.place {
                fact(words["incident.where"]) { place.name + (place.state.map { ", " + words.party($0) } ?? "") }
            }
            fact(words["incident.status"]) {
                words.status(incident.status)
                if incident.contested { tag("span", .class("contested")) { words["contested"] } }
            }
            if !incident.figures(words).isEmpty { fact(words["incident.figures"]) { incident.figures(words) } }
            fact(words["incident.told"]) {
                words(
                    "incident.origins",
                    ["reports": words.count(incident.reports.count, "reports"), "origins": words.number(incident.origins.count)])
            }
            // Nothing is read without doubt.
            fact(words["incident.confidence"]) {
                incident.confidence > 0.99 ? "> 99 %" : "\(Int((incident.confidence * 100).rounded())) %"
            }
        }
        accounts(words)
        tag("h2") { words["incident.evidence"] }
        tag("div", .class("evidence")) { evidence.map { proof($0, words) } }
        links(words["incident.answers"], given, words)
        links(words["incident.answered"], received, words)
        links(words["incident.causes"], causes, words)
        if let session, session.role >= .editor {
            CorrectionForms(incident: incident, evidence: evidence, session: session, words: words).html
        }
        tag("h2") { words["incident.log"] }
        if corrections.isEmpty {
            tag("p", .class("empty")) { words["incident.no-log"] }
        } else {
            CorrectionTable(corrections: corrections, words: words).html
        }
    }

    private func fact(_ name: String, @HTMLBuilder _ value: () -> HTML) -> HTML {
        tag("div") { tag("dt") { name } + tag("dd", content: value) }
    }

    private func accounts(_ words: Words) -> HTML {
        let told = Dictionary(grouping: incident.accounts, by: \.kind)
        guard !told.isEmpty else { return HTML() }
        return tag("section", .class("accounts"), .label(words["incident.accounts"])) {
            tag("h2") { words["incident.accounts"] }
            Incident.Account.Kind.allCases.filter { told[$0] != nil }.map { kind in
                tag("div", .class("versions")) {
                    tag("h3") { words["account.\(kind.rawValue)"] }
                    tag("ul") { (told[kind] ?? []).map { account in version(account, words) } }
                }
            }
        }
    }

    private func version(_ account: Incident.Account, _ words: Words) -> HTML {
        let told =
            account.words.map(words.party)
            ?? (account.kind.isFigure ? words.amount(account.value, account.qualifier) : words["yes"])
        return tag("li") {
            tag("p", .class(told.count > 60 ? "value long" : "value")) { told }
            tag("p") {
                if let speaker = account.attribution {
                    words("account.says", ["who": speaker.name(words)])
                    if let state = speaker.actor.state, !speaker.isPronoun {
                        tag("span", .class("quiet")) { " (\(words.party(state)))" }
                    }
                } else {
                    words["account.unattributed"]
                }
            }
            tag("ul", .class("outlets")) {
                account.reports.map { report in
                    tag("li") {
                        tag("a", .href(Address("reports", report))) { outlets[report]?.name ?? report }
                        if let outlet = outlets[report] { OutletMark(outlet: outlet, words: words).html }
                    }
                }
            }
            tag("p", .class("quiet")) {
                words.count(account.origins, "origins")
                if let first = account.first { " · " + words("account.first", ["day": words.day(first)]) }
                if let last = account.last, last != account.first { " · " + words("account.last", ["day": words.day(last)]) }
            }
        }
    }

    private func proof(_ evidence: Evidence, _ words: Words) -> HTML {
        let event = evidence.event
        return tag("article") {
            tag("p", .class("source")) {
                tag("strong") { evidence.outlet.name }
                OutletMark(outlet: evidence.outlet, words: words).html
                if let published = evidence.published {
                    tag("time", .with("datetime", published)) { " · " + String(published.prefix(10)) }
                }
                " · "
                tag("a", .href(Address("reports", event.report, fragment: "s\(event.sentence.index)"))) {
                    evidence.title ?? words["report.open"]
                }
            }
            tag("p", .class("paragraph")) {
                evidence.before
                tag("mark") { evidence.sentence }
                evidence.after
            }
            tag("p", .class("quiet")) {
                "\(words.party(event.actor.actor.state ?? event.actor.actor.name ?? "")) → \(words.party(event.recipient.flatMap { $0.actor.state ?? $0.actor.name } ?? "")) · \(words.act(event.act)) · \(words.status(event.status)) · \(Int((event.confidence * 100).rounded())) %"
                if let speaker = event.attribution { " · " + words("account.says", ["who": speaker.name(words)]) }
            }
        }
    }

    @HTMLBuilder private func links(_ title: String, _ linked: [Linked], _ words: Words) -> HTML {
        if !linked.isEmpty {
            tag("h2") { title }
            tag("ul", .class("answers")) {
                linked.map { link in
                    tag("li") {
                        tag("time") { link.row.incident.dates(words) }
                        " \(words.party(link.row.actor)) → \(words.party(link.row.recipient)) "
                        tag("a", .href(Address("incidents", link.row.incident.id))) { words.act(link.row.incident.act) }
                        tag("span", .class("quiet")) { " “\(link.cue)”" }
                    }
                }
            }
        }
    }

    private struct Model: Encodable, Sendable {
        struct Quote: Encodable, Sendable {
            let event: Event
            let outlet: Outlets.Outlet
            let published: String?
            let paragraph: String
        }

        let incident: Incident
        let evidence: [Quote]
        let answers: [String]
        let answered: [String]
        let corrections: [Correction]
    }

    var json: any Encodable & Sendable {
        Model(
            incident: incident,
            evidence: evidence.map {
                Model.Quote(
                    event: $0.event, outlet: $0.outlet, published: $0.published, paragraph: $0.before + $0.sentence + $0.after)
            },
            answers: given.map(\.row.incident.id), answered: received.map(\.row.incident.id), corrections: corrections)
    }
}

/// Whose an outlet is: "(RUS, state)".
struct OutletMark {
    let outlet: Outlets.Outlet
    let words: Words

    var html: HTML {
        let parts = [outlet.state.map(words.party), outlet.owner.map { words["owner.\($0)"] }].compactMap(\.self)
        return parts.isEmpty ? HTML() : tag("span", .class("outlet")) { " (" + parts.joined(separator: ", ") + ")" }
    }
}

extension Event.Attribution {
    var isPronoun: Bool { actor.name == nil && ["it", "he", "she", "they", "we", "i"].contains(text.lowercased()) }

    /// Who says so: by name, or in the report's words, or by state where these say nothing.
    func name(_ words: Words) -> String { actor.name ?? (isPronoun ? actor.state.map(words.party) : nil) ?? text }
}
