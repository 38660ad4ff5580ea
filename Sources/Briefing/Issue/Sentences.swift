internal import Coding
internal import Reading
internal import Record
internal import World

/// Tells incidents in sentences: `Resources/sentences.txt`.
struct Sentences: Sendable {
    /// "summoned / summon | an envoy of B".
    private struct Wording: Sendable {
        let past: String
        let base: String
        let rest: String
    }

    private let wordings: [String: Wording]
    private let world: World

    init(_ world: World) throws {
        self.world = world
        var wordings: [String: Wording] = [:]
        for line in try ResourceFolder.text("sentences.txt", of: "Briefing").split(separator: "\n") where !line.hasPrefix("#") {
            let parts = EntryFile.parts(of: line, at: UInt8(ascii: ":"))
            let sides = parts.count == 2 ? EntryFile.parts(of: parts[1], at: UInt8(ascii: "|")) : []
            let verbs = sides.first.map { EntryFile.parts(of: $0, at: UInt8(ascii: "/")) } ?? []
            guard sides.count == 2, verbs.count == 2 else {
                throw BriefingError("sentences.txt", "“\(line)” is no wording", remedy: "write “KEY: past / base | rest”")
            }
            wordings[parts[0]] = Wording(past: verbs[0], base: verbs[1], rest: sides[1])
        }
        self.wordings = wordings
    }

    func has(_ act: String) -> Bool { wordings[act] != nil }

    /// "Russia", "the United Kingdom"; a body's own name.
    func name(_ side: String) -> String {
        guard let name = world.states[side]?.name else { return side }
        let needsArticle =
            name.hasPrefix("United ") || name.hasSuffix(" Republic") || name.hasSuffix(" Islands")
            || ["Netherlands", "Philippines", "Bahamas", "Gambia", "Maldives", "Comoros", "Seychelles", "Vatican"].contains(name)
            || name.contains("Republic of") || name.contains("Congo")
        return needsArticle ? "the \(name)" : name
    }

    /// With names in place of codes.
    func named(_ line: Issue.IndexLine) -> Issue.IndexLine {
        Issue.IndexLine(
            actor: Self.capitalised(name(line.actor)), recipient: name(line.recipient), value: line.value, arrow: line.arrow,
            low: line.low, high: line.high)
    }

    /// "Azerbaijan and Russia".
    func title(_ pair: PairName) -> String { Self.capitalised("\(name(pair.states[0])) and \(name(pair.states[1]))") }

    /// "On Saturday 28 June Azerbaijan summoned an envoy of Russia, in Yekaterinburg (2 reports)."
    func happening(_ entry: Dossier.Entry) -> String {
        let incident = entry.incident
        var sentence = dated(incident, statement(incident))
        let figures = Self.figures(entry)
        if !figures.isEmpty {
            sentence +=
                ": "
                + figures.map { $0.told.map(\.words).joined(separator: " or ") + " " + $0.kind.rawValue }.joined(separator: ", ")
        }
        let count = incident.reports.count
        return Self.capitalised(sentence) + " (\(count == 1 ? "1 report" : "\(count) reports"))."
    }

    private func dated(_ incident: Incident, _ statement: String) -> String {
        let place = incident.place.map { ", \(Self.isSea($0) ? "at" : "in") \($0.name)" } ?? ""
        guard let date = incident.date else { return statement + place }
        let day = Period.weekdayWords(date.start)
        let when = date.start == date.end ? "on \(day)" : "between \(day) and \(Period.weekdayWords(date.end))"
        return "\(when) \(statement)\(place)"
    }

    private static func isSea(_ place: Place) -> Bool { place.name.hasSuffix(" Sea") || place.name.hasSuffix(" Strait") }

    /// What was done, in the words its status asks for.
    private func statement(_ incident: Incident) -> String {
        let actor = name(incident.dyad.first ?? "")
        let recipient = name(incident.dyad.dropFirst().first ?? "")
        let wording = wordings[incident.act]
        let past = wording?.past ?? "dealt"
        let base = wording?.base ?? "deal"
        let rest = Self.filled(wording?.rest ?? "with B (\(incident.act))", recipient)
        return switch incident.status {
        case .happened: "\(actor) \(past) \(rest)"
        case .claimed: "\(actor), by one side's account, \(past) \(rest)"
        case .denied: "it was denied that \(actor) \(past) \(rest)"
        case .planned: "\(actor) was reported to be about to \(base) \(rest)"
        case .cancelled: "\(actor) was reported not to \(base) \(rest) after all"
        case .hypothetical: "it was spoken of that \(actor) might \(base) \(rest)"
        }
    }

    private static func filled(_ rest: String, _ recipient: String) -> String {
        rest.split(separator: " ", omittingEmptySubsequences: false).map { word in
            word == "B" ? recipient : word == "B," ? recipient + "," : word == "B's" ? recipient + "'s" : String(word)
        }.joined(separator: " ")
    }

    static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    // MARK: What is contested

    private struct Told {
        let words: String
        var speakers: [String]
    }

    private struct ToldFigures {
        let kind: Event.Figure.Kind
        var told: [Told]
    }

    /// The differing figures with who gives each; `nil` where nothing differs.
    func contest(_ entry: Dossier.Entry) -> String? {
        guard entry.incident.contested else { return nil }
        var parts = Self.figures(entry).filter { $0.told.count > 1 }.map { figures in
            let versions = figures.told.map { told in
                told.speakers.isEmpty ? told.words : "\(told.words) (\(told.speakers.map(name).joined(separator: ", ")))"
            }
            return "how many were \(figures.kind.rawValue): \(versions.joined(separator: " or "))"
        }
        let deniers = entry.events.filter { $0.status == .denied }.compactMap { $0.attribution.map(Self.speaker) }
        if entry.events.contains(where: { $0.status == .denied }), entry.events.contains(where: { $0.status != .denied }) {
            let who = Self.unique(deniers).map(name)
            parts.append("whether it happened" + (who.isEmpty ? "" : ", which \(who.joined(separator: " and ")) denied"))
        }
        guard !parts.isEmpty else { return nil }
        return Self.capitalised("Accounts differ where \(plain(entry.incident)), over \(parts.joined(separator: "; ")).")
    }

    private func plain(_ incident: Incident) -> String {
        var told = incident
        told.status = .happened
        return statement(told)
    }

    private static func speaker(_ attribution: Event.Attribution) -> String {
        // The words of a report may be any; a sentence takes a few, on one line.
        let words = attribution.actor.state ?? attribution.actor.name ?? attribution.text
        return words.split(whereSeparator: { $0.isWhitespace || $0.isNewline }).prefix(12).joined(separator: " ")
    }

    private static func figures(_ entry: Dossier.Entry) -> [ToldFigures] {
        Event.Figure.Kind.allCases.compactMap { kind in
            guard kind != .other else { return nil }
            var told: [Told] = []
            let figures = entry.events.flatMap(\.figures).filter { $0.kind == kind }
            let areCounted = figures.contains { $0.qualifier != .none && $0.value != nil }
            for event in entry.events {
                // Where somebody gives a number, "several" and one person told of are none.
                for figure in event.figures
                where figure.kind == kind && (!areCounted || figure.value != nil && figure.qualifier != .none) {
                    let words = figure.qualifier.words(figure.value)
                    guard !words.isEmpty else { continue }
                    let speakers = event.attribution.map { [speaker($0)] } ?? []
                    if let index = told.firstIndex(where: { $0.words == words }) {
                        told[index].speakers = unique(told[index].speakers + speakers)
                    } else {
                        told.append(Told(words: words, speakers: speakers))
                    }
                }
            }
            return told.isEmpty ? nil : ToldFigures(kind: kind, told: told)
        }
    }

    private static func unique(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }

    // MARK: Who answered whom

    /// "Russia demanded that … . That answered what came before: Azerbaijan arrested people of Russia."
    func answer(_ incident: Incident, to answered: Incident) -> String {
        Self.capitalised("\(plain(incident)). That answered what came before: \(plain(answered)).")
    }
}
