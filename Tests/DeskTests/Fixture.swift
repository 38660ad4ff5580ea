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

    static func library(_ record: Record) throws -> Library { try Library(record, world: world.get(), land: land) }

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

    /// A site over a record of three reports.
    static func site() throws -> Site {
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
        return try Site(library(record), accounts: Accounts())
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

    static func csrf(_ headers: [String: String], at site: Site) -> String {
        headers["cookie"].flatMap { site.accounts.session(String($0.dropFirst(Session.cookie.count + 1))) }?.csrf ?? ""
    }
}
