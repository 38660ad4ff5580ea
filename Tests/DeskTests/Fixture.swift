import Briefing
import Foundation
import Reading
import World

@testable import Coding
@testable import Desk
@testable import Record

/// A small record with a site before it.
enum Fixture {
    static let world = Result { try World.standard() }
    /// Made once: it goes through all places of the gazetteer.
    static let land = Lazily { try Land(of: world.get()) }

    static func library(_ record: Record, support: SupportBox? = nil, visitor: Visitor = Visitor(Fetcher())) throws -> Library {
        try Library(record, world: world.get(), support: support, visitor: visitor, land: land)
    }

    static func path() -> String {
        FileManager.default.temporaryDirectory.appendingPathComponent("desk-\(UUID().uuidString).sqlite").path
    }

    static func event(
        _ id: String, in report: String, from actor: String = "AZE", to recipient: String = "RUS", type: EventType = .accuse,
        act: String = "summon-envoy", on day: String? = "2025-06-28", text: String = "Baku summoned the envoy.",
        name: String? = nil, place: String? = "Baku", speaker: String? = nil, confidence: Double = 0.8, figure: Int? = nil
    ) -> Event {
        Event(
            id: id, report: report, sentence: Event.Quote(index: 0, start: 0, end: text.unicodeScalars.count, text: text),
            actor: Event.Side(text: name ?? actor, actor: Actor(state: actor, sector: "GOV", name: name)),
            recipient: Event.Side(text: recipient, actor: Actor(state: recipient, sector: "GOV")), type: type, act: act,
            scale: -3,
            contexts: [], date: day.flatMap { Day($0) }.map { Event.Dating(start: $0, end: $0) },
            place: place.map { Place(name: $0, state: "AZE", latitude: 40.4, longitude: 49.9) },
            figures: figure.map { [Event.Figure(kind: .arrested, value: $0, qualifier: .exact, text: "\($0) men")] } ?? [],
            status: .happened,
            attribution: speaker.map {
                Event.Attribution(text: $0, actor: Actor(state: "RUS", sector: "GOV", name: $0), cue: "said", quoted: false)
            }, confidence: confidence)
    }

    static func add(
        _ events: [Event], report id: String, to record: Record, outlet: String = "Caspian Lantern", title: String? = nil,
        url: String? = nil, text: String? = nil
    ) throws {
        let body = text ?? events.map(\.sentence.text).joined(separator: " ")
        let report = Report(id: id, url: url, outlet: outlet, title: title, published: "2025-06-30", text: body)
        _ = try record.add(
            report,
            sentences: [
                Record.Passage(number: 0, start: 0, end: body.unicodeScalars.count, text: events.first?.sentence.text ?? "")
            ],
            events: events)
    }

    /// The letter of a record, sent by a server on some port of this machine.
    static func list(_ record: Record, port: Int = 9) throws -> MailingList {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("letter-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent("briefing.txt")
        let text = """
            letter The Friday briefing
              site: http://desk.test
              from: Demarche <briefing@desk.test>
              returns: returns@desk.test
            server 127.0.0.1
              port: \(port)
              security: none
            support Reading is free, and this is how it stays so.
            checkout once https://pay.example/once
              label: Once
              amounts: 5 | 20
            """
        try Data(text.utf8).write(to: file)
        let publisher = Publisher(
            settings: try BriefingSettings(file), record: record, world: try world.get(), ontology: try .standard())
        return try MailingList(publisher, readers: Readers(path: Readers.path(beside: record.path)))
    }

    static let friday = "2025-07-04"

    /// The issue of that day, which is the same for every record of the three reports and takes its time to be made.
    private static let issue = Result {
        let publisher = try list(record()).publisher
        return try Day(friday).map { try publisher.issue(of: $0) }
    }

    /// A record of three reports.
    private static func record() throws -> Record {
        let record = try Record(path: path())
        try add(
            [event("e1", in: "r1"), event("e2", in: "r1", type: .coerce, act: "arrest", on: "2025-06-30", figure: 6)],
            report: "r1", to: record)
        try add(
            [event("e3", in: "r2", type: .coerce, act: "arrest", on: "2025-06-30", speaker: "the ministry", figure: 8)],
            report: "r2",
            to: record, outlet: "Moscow Meridian")
        try add(
            [
                event(
                    "e4", in: "r3", from: "RUS", to: "AZE", type: .concede, act: "express-regret", on: "2025-07-01",
                    confidence: 0.3)
            ],
            report: "r3", to: record)
        return record
    }

    /// A site over that record, with a letter of which one issue has appeared.
    static func site(hasLetter: Bool = true, mailPort: Int = 9, visitor: Visitor = Visitor(Fetcher())) throws -> Site {
        let record = try record()
        let list = try hasLetter ? list(record, port: mailPort) : nil
        if let list, let issue = try issue.get() {
            try list.readers.open(issue, at: Date(timeIntervalSince1970: 1_751_605_200))
        }
        let library = try library(record, support: list?.publisher.settings.support, visitor: visitor)
        return try Site(library, accounts: Accounts(), list: list)
    }

    static let password = "correct horse battery"

    /// The headers of somebody who signed in with a role.
    static func headers(_ role: Role?, at site: Site) throws -> [String: String] {
        var headers = ["host": "desk.test", "origin": "http://desk.test", "content-type": "application/x-www-form-urlencoded"]
        guard let role else { return headers }
        if try !site.accounts.all().contains(where: { $0.name == role.rawValue }) {
            try site.accounts.add(role.rawValue, role, password: password)
        }
        let token = try site.accounts.signIn(role.rawValue, password: password) ?? ""
        headers["cookie"] = "\(Session.cookie)=\(token)"
        return headers
    }

    /// What comes of a form that somebody fills in.
    static func post(
        _ path: String, _ fields: KeyValuePairs<String, String>, as role: Role? = nil, client: String = "local", to site: Site
    ) async throws -> Answer {
        let headers = try headers(role, at: site)
        var form = Parameters()
        for (name, value) in fields { form.append(name, value) }
        form.append("csrf", csrf(headers, at: site))
        return await site.answer(
            Visit(.post, path, headers: headers, body: Array(form.description.utf8), client: client))
    }

    static func csrf(_ headers: [String: String], at site: Site) -> String {
        headers["cookie"].flatMap { site.accounts.session(String($0.dropFirst(Session.cookie.count + 1))) }?.csrf ?? ""
    }
}
