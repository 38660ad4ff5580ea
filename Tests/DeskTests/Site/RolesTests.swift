import Record
import Foundation
import Testing

@testable import Desk

/// Roles × routes, made from the router's own table.
@Suite(.serialized) struct RolesTests {
    /// An address that a route leads from.
    private static func target(_ route: Route) -> String {
        route.pattern.replacingOccurrences(of: ":pair", with: "AZE-RUS").replacingOccurrences(of: ":code", with: "AZE")
            .replacingOccurrences(of: ":id", with: "none").replacingOccurrences(of: ":day", with: Fixture.friday)
            .replacingOccurrences(of: ":token", with: String(repeating: "a", count: 26))
    }

    @Test func everyRouteLetsInWhoMayAndNobodyElse() async throws {
        let site = try Fixture.site()
        let roles: [Role?] = [nil] + Role.allCases.map(Role?.some)
        var tried = 0
        for role in roles {
            var headers = try Fixture.headers(role, at: site)
            for route in site.routes {
                // Signing out ended the session; signing in takes its time on purpose.
                if role != nil, Fixture.csrf(headers, at: site).isEmpty { headers = try Fixture.headers(role, at: site) }
                let csrf = Fixture.csrf(headers, at: site)
                let visit = Visit(
                    route.method, Self.target(route), headers: headers, body: Array("csrf=\(csrf)".utf8), client: "t\(tried)")
                let status = await site.answer(visit).status
                let isLetIn = route.least.map { least in role.map { $0 >= least } ?? false } ?? true
                let told = "\(role?.rawValue ?? "anyone") \(route.method.rawValue) \(route.pattern): \(status)"
                if isLetIn {
                    // Signing in with a wrong password is refused, but not for want of a role.
                    #expect(status != 403 && (status != 401 || route.pattern == "/sign-in"), "\(told)")
                } else {
                    #expect(status == (role == nil ? 401 : 403), "\(told)")
                }
                tried += 1
            }
        }
        #expect(tried == roles.count * site.routes.count)
    }

    @Test func everyChangingRouteNeedsTheSecretOfTheSessionAndTheSitesOwnPage() async throws {
        let site = try Fixture.site()
        // A letter box's button, which has neither (RFC 8058).
        #expect(site.routes.filter(\.isOpen).map(\.pattern) == ["/briefing/leave/:token"])
        for route in site.routes where route.method == .post && !route.isOpen {
            let role = route.least ?? .owner
            var headers = try Fixture.headers(route.least == nil ? nil : role, at: site)
            let csrf = Fixture.csrf(headers, at: site)
            func status(_ headers: [String: String], _ body: String) async -> Int {
                await site.answer(Visit(.post, Self.target(route), headers: headers, body: Array(body.utf8))).status
            }
            if route.least != nil {
                #expect(await status(headers, "") == 403, "\(route.pattern) without the secret")
                #expect(await status(headers, "csrf=\(csrf)x") == 403, "\(route.pattern) with a wrong secret")
            }
            headers["origin"] = "https://evil.example"
            #expect(await status(headers, "csrf=\(csrf)") == 403, "\(route.pattern) from elsewhere")
            headers["origin"] = "null"
            #expect(await status(headers, "csrf=\(csrf)") == 403, "\(route.pattern) from nowhere")
            headers["origin"] = nil
            #expect(await status(headers, "csrf=\(csrf)") == 403, "\(route.pattern) from an unknown place")
            headers["sec-fetch-site"] = "cross-site"
            headers["origin"] = "http://desk.test"
            #expect(await status(headers, "csrf=\(csrf)") == 403, "\(route.pattern) across sites")
        }
    }

    @Test func noRouteChangesAnythingByGet() async throws {
        let site = try Fixture.site()
        for route in site.routes where route.method == .post {
            let answer = await site.answer(Visit(.get, Self.target(route), headers: try Fixture.headers(.owner, at: site)))
            let hasPage = site.routes.contains { $0.method == .get && $0.pattern == route.pattern }
            #expect(hasPage || answer.status == 405, "\(route.pattern): \(answer.status)")
        }
        #expect(try site.library.record.corrections().isEmpty)
    }
}
