import Coding
import Foundation
import Reading
import Record
import Testing

@testable import Desk

@Suite(.serialized) struct PagesTests {
    private static let pages = [
        "/", "/incidents", "/dossiers/AZE-RUS", "/states/AZE", "/reports", "/network", "/map", "/search?q=envoy", "/search",
        "/method",
        "/sources", "/corrections", "/support", "/sign-in", "/briefing", "/briefing/\(Fixture.friday)", "/briefing/privacy",
        "/briefing/asked",
    ]

    @Test(arguments: pages, Language.allCases)
    func everyPageOpensInEveryLanguageWithNoWordMissing(page: String, language: Language) async throws {
        let site = try Fixture.site()
        let answer = await site.answer(Visit(.get, page, headers: ["accept-language": language.rawValue]))
        #expect(answer.status == 200)
        #expect(answer.text.contains("<html lang=\"\(language.rawValue)\">"))
        let keys = try Set(site.words[.english]?.texts.keys.map { $0 } ?? [])
        let prefixes = Set(keys.compactMap { $0.split(separator: ".").first.map(String.init) }).filter { $0.count > 2 }.sorted()
        for prefix in prefixes {
            #expect(!answer.text.contains(">\(prefix)."), "\(page) shows a key of \(prefix)")
        }
        for name in ["content-security-policy", "x-content-type-options", "referrer-policy", "permissions-policy", "etag"]
        where page != "/sign-in" {
            #expect(answer.headers[name] != nil, "\(page) \(name)")
        }
        #expect(answer.headers["set-cookie"] == nil)
        #expect(!answer.text.contains("<script>") && !answer.text.contains(" style=") && !answer.text.contains("javascript:"))
    }

    @Test func everyFormOfEveryListIsWhatItSaysItIs() async throws {
        let site = try Fixture.site()
        for route in site.routes where route.method == .get && route.least == nil {
            for format in route.formats {
                guard !route.pattern.contains(":id") else { continue }
                let path = route.pattern.replacingOccurrences(of: ":pair", with: "AZE-RUS").replacingOccurrences(
                    of: ":code", with: "AZE"
                ).replacingOccurrences(of: ":day", with: Fixture.friday)
                let target = (path == "/" ? "/index" : path) + ".\(format.rawValue)" + (path == "/search" ? "?q=envoy" : "")
                let answer = await site.answer(Visit(.get, target))
                #expect(answer.status == 200, "\(target)")
                #expect(answer.headers["content-type"] == format.contentType, "\(target)")
                #expect(answer.headers["access-control-allow-origin"] == "*", "\(target)")
                switch format {
                case .json:
                    #expect((try? JSONSerialization.jsonObject(with: Data(answer.body))) != nil, "\(target)")
                case .rss, .atom:
                    #expect(answer.text.hasPrefix("<?xml"), "\(target)")
                case .ics:
                    #expect(
                        answer.text.hasPrefix("BEGIN:VCALENDAR\r\n") && answer.text.hasSuffix("END:VCALENDAR\r\n"), "\(target)")
                case .bib: #expect(answer.text.hasPrefix("@misc{"), "\(target)")
                case .ris: #expect(answer.text.hasPrefix("TY  - "), "\(target)")
                case .csv: #expect(answer.text.contains("\r\n"), "\(target)")
                }
            }
        }
    }

    @Test func anIncidentShowsItsAccountsSideBySideWithSpeakersAndSentences() async throws {
        let site = try Fixture.site()
        let incidents = try site.library.record.incidents(Record.Window())
        guard let contested = incidents.first(where: { $0.act == "arrest" }) else {
            Issue.record("no arrest")
            return
        }
        let answer = await site.answer(Visit(.get, "/incidents/\(contested.id)"))
        #expect(answer.status == 200)
        for text in [
            "Accounts side by side", "according to the ministry", "<mark>Baku summoned the envoy.</mark>", "Moscow Meridian",
            "Caspian Lantern",
        ] {
            #expect(answer.text.contains(text), "\(text)")
        }
    }

    @Test(arguments: [
        "/dossiers/AZE-AZE", "/dossiers/AZE", "/dossiers/XXX-RUS", "/states/Azerbaijan", "/incidents/none", "/reports/none",
        "/nowhere",
        "/incidents.xml", "/%00", "/dossiers/AZE-RUS.json.csv", "//", "/../../etc/passwd",
    ])
    func whatIsNotThereIsSaidSo(target: String) async throws {
        let status = await (try Fixture.site()).answer(Visit(.get, target)).status
        #expect(status == 404 || target == "//", "\(status)")
    }

    @Test(arguments: [
        "type=WAR", "status=maybe", "since=yesterday", "since=2025-02-30", "limit=0", "limit=100000", "contested=perhaps",
        "after=x",
    ])
    func aFilterThatIsNoneIsRefusedInPlainWords(query: String) async throws {
        let answer = await (try Fixture.site()).answer(Visit(.get, "/incidents.json?\(query)"))
        #expect(answer.status == 400)
        #expect(answer.text.contains("is not understood"))
    }

    @Test func aListGoesOnByItsCursorAndShowsEverythingOnce() async throws {
        let site = try Fixture.site()
        var target: String? = "/incidents.json?limit=1"
        var seen: [String] = []
        while let next = target, seen.count < 20 {
            let answer = await site.answer(Visit(.get, next))
            struct Part: Decodable {
                struct Found: Decodable { let incident: String }
                let incidents: [Found]
            }
            seen += try JSONDecoder().decode(Part.self, from: Data(answer.body)).incidents.map(\.incident)
            target = answer.headers["link"].flatMap { $0.split(separator: ">").first.map { String($0.dropFirst()) } }
        }
        #expect(seen.count == Set(seen).count)
        #expect(seen.count == (try site.library.record.counts().incidents))
    }

    @Test func anUnchangedPageIsNotSentTwiceAndAChangedOneIs() async throws {
        let site = try Fixture.site()
        let first = await site.answer(Visit(.get, "/incidents"))
        let tag = first.headers["etag"] ?? ""
        #expect(await site.answer(Visit(.get, "/incidents", headers: ["if-none-match": tag])).status == 304)
        try Fixture.add(
            [Fixture.event("e9", in: "r9", type: .protest, act: "protest-note", on: "2025-07-03")], report: "r9",
            to: site.library.record)
        let second = await site.answer(Visit(.get, "/incidents", headers: ["if-none-match": tag]))
        #expect(second.status == 200)
        #expect(second.text.contains("protest note"))
    }

    @Test func theDescriptionNamesEveryFormOfEveryPublicRoute() async throws {
        let site = try Fixture.site()
        let answer = await site.answer(Visit(.get, "/openapi.json"))
        let object = try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any]
        let paths = object?["paths"] as? [String: Any] ?? [:]
        let wanted = site.routes.filter { $0.method == .get && $0.least == nil }.reduce(0) { $0 + $1.formats.count }
        #expect(paths.count == wanted)
        #expect(paths["/dossiers/{pair}.json"] != nil && paths["/index.rss"] != nil)
    }

    @Test func metricsCountWhatWasAnswered() async throws {
        let site = try Fixture.site()
        _ = await site.answer(Visit(.get, "/incidents"))
        _ = await site.answer(Visit(.get, "/nowhere"))
        let text = await site.answer(Visit(.get, "/metrics")).text
        #expect(text.contains("demarche_requests_total{route=\"/incidents\",status=\"200\"} 1"))
        #expect(text.contains("demarche_requests_total{route=\"none\",status=\"404\"} 1"))
        #expect(await site.answer(Visit(.get, "/health")).text == "ok\n")
        #expect(await site.answer(Visit(.get, "/ready")).status == 200)
    }
}
