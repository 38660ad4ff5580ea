import Coding
import Foundation
import Record
import Testing

@testable import Desk

@Suite(.serialized) struct CorrectingTests {
    private static func send(_ path: String, _ fields: [String: String], to site: Site) async throws -> Answer {
        let headers = try Fixture.headers(.editor, at: site)
        var form = Parameters()
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) { form.append(name, value) }
        form.append("csrf", Fixture.csrf(headers, at: site))
        return await site.answer(Visit(.post, path, headers: headers, body: Array(form.description.utf8)))
    }

    @Test func aRejectedIncidentIsGoneAndTheLogSaysWhoAndWhy() async throws {
        let site = try Fixture.site()
        let incident = try site.library.record.incidents(Record.Window()).first { $0.act == "express-regret" }?.id ?? ""
        let queue = await site.answer(Visit(.get, "/queue", headers: try Fixture.headers(.editor, at: site)))
        #expect(queue.text.contains(incident))
        let answer = try await Self.send(
            "/corrections", ["change": "reject", "subject": incident, "reason": "a <b>rumour</b>"], to: site)
        #expect(answer.status == 303)
        #expect(try !site.library.record.incidents(Record.Window()).contains { $0.id == incident })
        let log = await site.answer(Visit(.get, "/corrections"))
        #expect(log.text.contains("a &lt;b&gt;rumour&lt;/b&gt;") && log.text.contains("editor"))
    }

    @Test func aRecodedEventIsWhatThePersonSaid() async throws {
        let site = try Fixture.site()
        let answer = try await Self.send(
            "/corrections",
            ["change": "recode", "subject": "e1", "act": "criticise", "was.act": "summon-envoy", "reason": "no summons"],
            to: site)
        #expect(answer.status == 303)
        #expect(try site.library.record.events(withIDs: ["e1"]).first?.act == "criticise")
    }

    @Test(arguments: [
        ["change": "reject", "subject": "none", "reason": "x"],
        ["change": "recode", "subject": "e1", "act": "fly", "was.act": "y", "reason": "x"],
    ])
    func aCorrectionThatMakesNoSenseIsRefusedInWords(fields: [String: String]) async throws {
        let answer = try await Self.send("/corrections", fields, to: Fixture.site())
        #expect(answer.status == 422)
    }

    @Test func aCorrectionNeedsAReason() async throws {
        #expect(try await Self.send("/corrections", ["change": "reject", "subject": "e1"], to: Fixture.site()).status == 400)
    }
}
