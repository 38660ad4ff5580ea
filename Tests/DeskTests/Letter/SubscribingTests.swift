import Briefing
import Foundation
import LocalServer
import Testing

@testable import Desk

/// The way of a reader: asking, one mail, one click, and leaving, at the site and by the letter box's button.
@Suite(.serialized) struct SubscribingTests {
    private static let reader = "reader@letters.example"

    private static func token(_ kind: String, in letter: MailSink.Letter) throws -> String {
        let found = try #require(letter.text.firstMatch(of: try Regex("/briefing/\(kind)/([a-z2-7]+)")))
        return String(found.output[1].substring ?? "")
    }

    private static func ask(_ fields: KeyValuePairs<String, String>, client: String = "local", of site: Site) async throws
        -> Answer
    {
        try await Fixture.post("/briefing", fields, client: client, to: site)
    }

    /// All that the readers' file tells of anybody.
    private static func everything(_ site: Site) throws -> String {
        let readers = try #require(site.list).readers
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(readers.all()), as: UTF8.self) + "\(try readers.counts())"
    }

    /// A site, its mail server, and the letter that asks a reader to confirm.
    private static func asked(_ body: (Site, MailSink, MailSink.Letter) async throws -> Void) async throws {
        let sink = try MailSink()
        defer { sink.stop() }
        let site = try Fixture.site(mailPort: sink.port)
        let answer = try await ask(["address": reader, "pair": "AZE-RUS"], of: site)
        #expect(answer.status == 303 && answer.headers["location"] == "/briefing/asked")
        try await body(site, sink, #require(sink.letters(atLeast: 1).first))
    }

    @Test func oneMailAndOneClickMakeAReader() async throws {
        try await Self.asked { site, sink, letter in
            let readers = try #require(site.list).readers
            #expect(letter.recipient == Self.reader)
            let page = "/briefing/confirm/" + (try Self.token("confirm", in: letter))
            let shown = await site.answer(Visit(.get, page))
            #expect(shown.status == 200 && shown.text.contains("<form method=\"post\" action=\"\(page)\">"))
            #expect(shown.headers["cache-control"] == "no-store")
            #expect(try readers.counts() == [.pending: 1])
            #expect(try await Fixture.post(page, [:], to: site).status == 200)
            let reader = try #require(try readers.reader(Briefing.Address(Self.reader)))
            #expect(reader.state == .active && reader.pairs == ["AZE-RUS"])
            // What is kept as agreed to is what stood beside the button.
            let form = await site.answer(Visit(.get, "/briefing"))
            #expect(form.text.contains(HTML(text: reader.wording).markup))
            #expect(try await Fixture.post("/briefing/confirm/" + String(repeating: "a", count: 26), [:], to: site).status == 404)
        }
    }

    @Test func theAnswerIsTheSameWhoeverReadsAlready() async throws {
        try await Self.asked { site, sink, letter in
            let token = try Self.token("confirm", in: letter)
            _ = try await Fixture.post("/briefing/confirm/" + token, [:], to: site)
            let known = try await Self.ask(["address": Self.reader, "pair": "AZE-RUS"], of: site)
            let unknown = try await Self.ask(["address": "nobody@letters.example", "pair": "AZE-RUS"], of: site)
            #expect(known.status == unknown.status && known.headers == unknown.headers && known.body == unknown.body)
            #expect(sink.letters(atLeast: 2).map(\.recipient) == [Self.reader, "nobody@letters.example"])
        }
    }

    @Test func theLetterBoxsButtonLeavesFromAnywhereAsOftenAsItLikes() async throws {
        try await Self.asked { site, _, letter in
            #expect(letter.text.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"))
            _ = try await Fixture.post("/briefing/confirm/" + Self.token("confirm", in: letter), [:], to: site)
            let page = "/briefing/leave/" + (try Self.token("leave", in: letter))
            let readers = try #require(site.list).readers
            let headers = [
                "host": "desk.test", "origin": "https://letterbox.example", "sec-fetch-site": "cross-site",
                "content-type": "application/x-www-form-urlencoded",
            ]
            #expect(await site.answer(Visit(.get, page)).text.contains("Unsubscribe"))
            #expect(try readers.counts() == [.active: 1])
            for target in [page, page, "/briefing/leave/" + String(repeating: "a", count: 26)] {
                let answer = await site.answer(
                    Visit(.post, target, headers: headers, body: Array("List-Unsubscribe=One-Click".utf8)))
                #expect(answer.status == 200)
                #expect(answer.headers["set-cookie"] == nil && answer.headers["location"] == nil)
                #expect(try readers.counts() == [.left: 1])
            }
            #expect(try readers.reader(Briefing.Address(Self.reader)) == nil)
        }
    }

    @Test func lookingAtPagesChangesNothing() async throws {
        try await Self.asked { site, _, letter in
            let before = try Self.everything(site)
            for route in site.routes where route.method == .get {
                for kind in ["confirm", "leave"] {
                    let path = route.pattern.replacing(":token", with: try Self.token(kind, in: letter)).replacing(
                        ":day", with: Fixture.friday)
                    for method in [Visit.Method.get, .head] {
                        _ = await site.answer(Visit(method, path, headers: try Fixture.headers(nil, at: site)))
                    }
                }
            }
            #expect(try Self.everything(site) == before)
        }
    }

    @Test func askingIsLimitedByPlaceAndByAddress() async throws {
        let sink = try MailSink()
        defer { sink.stop() }
        let site = try Fixture.site(mailPort: sink.port)
        for number in 0..<10 {
            let answer = try await Self.ask(["address": "reader\(number / 5)@letters.example"], client: "192.0.2.1", of: site)
            #expect(answer.status == 303)
        }
        #expect(try await Self.ask(["address": "reader9@letters.example"], client: "192.0.2.1", of: site).status == 429)
        #expect(try await Self.ask(["address": "reader0@letters.example"], client: "192.0.2.2", of: site).status == 303)
        site.list?.finish()
        #expect(sink.letters.map(\.recipient) == ["reader0@letters.example", "reader1@letters.example"])
    }

    @Test(arguments: [
        "", "nobody", "a b@letters.example", "a@b@c", "x@letters.example\nBcc: y@letters.example", "é@letters.example",
    ])
    func whatIsNoAddressIsSaidSoAndShownAgain(text: String) async throws {
        let site = try Fixture.site()
        let answer = try await Self.ask(["address": text, "pair": "AZE-RUS"], of: site)
        #expect(answer.status == 422 && answer.text.contains("That is no mail address."))
        #expect(answer.text.contains("value=\"AZE-RUS\" checked"))
        #expect(try #require(site.list).readers.counts().isEmpty)
    }

    @Test(arguments: ["AZERUS", "AZE-XXX", "'--"])
    func aPairThatIsNoneIsRefused(pair: String) async throws {
        let answer = try await Self.ask(["address": Self.reader, "pair": pair], of: Fixture.site())
        #expect(answer.status == 400)
    }

    @Test func aMailServerThatIsDownIsCountedAndNamedWithoutTheAddress() async throws {
        let site = try Fixture.site(mailPort: 9)
        let (reports, told) = AsyncStream<String>.makeStream()
        site.metrics.onFailure { error, _ in told.yield("\(error)") }
        #expect(try await Self.ask(["address": Self.reader], of: site).status == 303)
        let report = try #require(await reports.first(where: { _ in true }))
        #expect(report.contains("127.0.0.1") && !report.contains("letters.example"))
        #expect(site.metrics.text.contains("demarche_failures_total{route=\"/briefing\"} 1"))
    }

    @Test func noLogHasTheSecretOfALink() throws {
        let site = try Fixture.site()
        let token = String(repeating: "a", count: 26)
        #expect(site.name(of: Visit(.get, "/briefing/leave/\(token)?lang=fr")) == "/briefing/leave/:token")
        #expect(site.name(of: Visit(.post, "/briefing/confirm/\(token)")) == "/briefing/confirm/:token")
        #expect(site.name(of: Visit(.get, "/dossiers/AZE-RUS?type=ACCUSE")) == "/dossiers/AZE-RUS")
    }
}
