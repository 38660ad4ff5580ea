import Synchronization
import Testing

@testable import Desk

@Suite(.serialized) struct AccountsTests {
    private static let password = Fixture.password

    private static func accounts() throws -> Accounts {
        let accounts = try Accounts()
        try accounts.add("leyla", .owner, password: password)
        try accounts.add("ivan", .editor, password: password)
        return accounts
    }

    @Test func onlyTheRightPasswordSignsIn() throws {
        let accounts = try Self.accounts()
        #expect(try accounts.signIn("leyla", password: Self.password) != nil)
        #expect(try accounts.signIn("LEYLA", password: Self.password) != nil)
        #expect(try accounts.signIn("leyla", password: Self.password + " ") == nil)
        #expect(try accounts.signIn("leyla", password: "") == nil)
        #expect(try accounts.signIn("nobody", password: Self.password) == nil)
    }

    @Test func aPasswordIsKeptOnlyAsWhatScryptMakesOfIt() throws {
        let one = try Password(of: Self.password)
        let other = try Password(of: Self.password)
        #expect(one != other)
        #expect(one.stored.hasPrefix("scrypt$32768$8$3$") && !one.stored.contains(Self.password))
        #expect(one.matches(Self.password) && !one.matches("something else"))
        #expect(!Password(stored: "scrypt$x").matches(Self.password))
    }

    @Test(arguments: ["password", "role", "sign-out", "removal"])
    func aSessionDiesWith(change: String) throws {
        let accounts = try Self.accounts()
        guard let token = try accounts.signIn("ivan", password: Self.password), let session = accounts.session(token) else {
            Issue.record("could not sign in")
            return
        }
        switch change {
        case "password": try accounts.setPassword("another long password", of: "ivan")
        case "role": try accounts.setRole(.reader, of: "ivan")
        case "removal": try accounts.remove("ivan")
        default: try accounts.signOut(session)
        }
        #expect(accounts.session(token) == nil)
    }

    @Test func aSessionEndsByIdlingAndIsNotLengthenedByAClockThatIsSetBack() throws {
        let clock = Atomic(1_750_000_000)
        let accounts = try Accounts { clock.load(ordering: .relaxed) }
        func pass(_ seconds: Int) { clock.add(seconds, ordering: .relaxed) }
        try accounts.add("leyla", .owner, password: Self.password)
        let token = try #require(try accounts.signIn("leyla", password: Self.password))
        pass(11 * 3_600)
        #expect(accounts.session(token) != nil)
        pass(11 * 3_600)
        #expect(accounts.session(token) != nil, "it counts from when it was last seen")
        pass(-3_600)
        #expect(accounts.session(token) != nil, "an hour back signs nobody out")
        pass(12 * 3_600 + 1)
        #expect(accounts.session(token) == nil)

        pass(5 * 365 * 86_400)
        let early = try #require(try accounts.signIn("leyla", password: Self.password))
        pass(-5 * 365 * 86_400)
        #expect(accounts.session(early) == nil, "it would last five years")
    }

    @Test func thereIsAlwaysAnOwner() throws {
        let accounts = try Self.accounts()
        #expect(throws: AccountsError.self) { try accounts.setRole(.editor, of: "leyla") }
        #expect(throws: AccountsError.self) { try accounts.remove("leyla") }
        #expect(try accounts.all().contains { $0.name == "leyla" && $0.role == .owner })
        try accounts.setRole(.owner, of: "ivan")
        try accounts.remove("leyla")
    }

    @Test(arguments: ["", "a b", "<x>", String(repeating: "a", count: 61), "a/b", "x'; --"])
    func aNameThatIsNoneIsRefused(name: String) throws {
        #expect(throws: AccountsError.self) { try Accounts().add(name, .reader, password: Self.password) }
    }

    @Test func aShortPasswordIsRefused() throws {
        #expect(throws: AccountsError.self) { try Accounts().add("leyla", .reader, password: "short") }
    }

    @Test func guessingIsStopped() async throws {
        let site = try Fixture.site()
        try site.accounts.add("leyla", .owner, password: Self.password)
        let headers = try Fixture.headers(nil, at: site)
        func status(_ password: String) async -> Int {
            let body = "name=leyla&password=" + Address.escaped(password)
            return await site.answer(Visit(.post, "/sign-in", headers: headers, body: Array(body.utf8), client: "10.0.0.1"))
                .status
        }
        for _ in 0..<6 { #expect(await status("wrong") == 401) }
        #expect(await status(Self.password) == 429)
    }

    @Test func signingInSetsACookieThatScriptsCannotRead() async throws {
        let site = try Fixture.site()
        try site.accounts.add("leyla", .owner, password: Self.password)
        var headers = try Fixture.headers(nil, at: site)
        headers["x-forwarded-proto"] = "https"
        headers["origin"] = "https://desk.test"
        let body = "name=leyla&password=" + Address.escaped(Self.password)
        let answer = await site.answer(Visit(.post, "/sign-in", headers: headers, body: Array(body.utf8)))
        #expect(answer.status == 303)
        let cookie = answer.headers["set-cookie"] ?? ""
        for part in ["HttpOnly", "SameSite=Strict", "Secure", "Path=/"] { #expect(cookie.contains(part)) }
    }
}
