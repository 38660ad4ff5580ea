import Coding
import Foundation
import Record
import Testing

@testable import Desk

@Suite(.serialized) struct CorrectingTests {
    @Test func aRejectedIncidentIsGoneAndTheLogSaysWhoAndWhy() async throws {
        let site = try Fixture.site()
        let incident = try site.library.record.incidents(Record.Window()).first { $0.act == "express-regret" }?.id ?? ""
        let queue = await site.answer(Visit(.get, "/queue", headers: try Fixture.headers(.editor, at: site)))
        #expect(queue.text.contains(incident))
        let answer = try await Fixture.post(
            "/corrections", ["change": "reject", "subject": incident, "reason": "a <b>rumour</b>"], as: .editor, to: site)
        #expect(answer.status == 303)
        #expect(try !site.library.record.incidents(Record.Window()).contains { $0.id == incident })
        let log = await site.answer(Visit(.get, "/corrections"))
        #expect(log.text.contains("a &lt;b&gt;rumour&lt;/b&gt;") && log.text.contains("editor"))
    }

    @Test func aRecodedEventIsWhatThePersonSaid() async throws {
        let site = try Fixture.site()
        let answer = try await Fixture.post(
            "/corrections",
            ["change": "recode", "subject": "e1", "act": "criticise", "was.act": "summon-envoy", "reason": "no summons"],
            as: .editor, to: site)
        #expect(answer.status == 303)
        #expect(try site.library.record.events(withIDs: ["e1"]).first?.act == "criticise")
    }

    @Test(
        arguments: [
            ["change": "reject", "subject": "none", "reason": "x"],
            ["change": "recode", "subject": "e1", "act": "fly", "was.act": "y", "reason": "x"],
        ] as [KeyValuePairs<String, String>])
    func aCorrectionThatMakesNoSenseIsRefusedInWords(fields: KeyValuePairs<String, String>) async throws {
        let answer = try await Fixture.post("/corrections", fields, as: .editor, to: Fixture.site())
        #expect(answer.status == 422)
    }

    @Test func aCorrectionNeedsAReason() async throws {
        let answer = try await Fixture.post(
            "/corrections", ["change": "reject", "subject": "e1"], as: .editor, to: Fixture.site())
        #expect(answer.status == 400)
    }
}
