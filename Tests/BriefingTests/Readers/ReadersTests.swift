import Foundation
import GRDB
import Testing

@testable import Briefing

@Suite struct ReadersTests {
    static let now = Date(timeIntervalSince1970: 1_751_000_000)
    static let secret = Data(repeating: 7, count: 32)

    static func path() -> String {
        FileManager.default.temporaryDirectory.appendingPathComponent("readers-\(UUID().uuidString).sqlite").path
    }

    private func invitation(_ request: Readers.Request) throws -> Invitation {
        guard case .invite(let invitation) = request else { throw CancellationError() }
        return invitation
    }

    private func ask(_ readers: Readers, _ address: String, pairs: [PairName] = [], at date: Date = now) throws -> Readers.Request
    {
        try readers.subscribe(Address(address), to: pairs, wording: "Send me the letter.", at: date)
    }

    @Test(arguments: [AddressVault.open, try AddressVault(secret: secret)])
    func nobodyReadsWhoHasNotConfirmed(_ vault: AddressVault) throws {
        let readers = try Readers(path: Self.path(), vault: vault)
        let invitation = try invitation(ask(readers, "Reader@Example.org", pairs: [PairName("RUS", "AZE")]))
        #expect(try readers.counts() == [.pending: 1])
        // To look at the page changes nothing, however often a scanner of mail does it.
        #expect(try readers.isWaiting(for: invitation.confirming, at: Self.now))
        #expect(try readers.counts() == [.pending: 1])
        #expect(try readers.confirm(invitation.confirming, at: Self.now + 60))
        #expect(try readers.confirm(invitation.confirming, at: Self.now + 90))
        let reader = try #require(try readers.reader(Address("reader@example.org")))
        #expect(reader.state == .active && reader.address == "Reader@example.org" && reader.pairs == ["AZE-RUS"])
        #expect(reader.wording == "Send me the letter." && reader.asked == Self.now && reader.confirmed == Self.now + 60)
    }

    @Test func tokensThatAreNoneDoNothing() throws {
        let readers = try Readers(path: Self.path())
        _ = try ask(readers, "reader@example.org")
        for token in ["", "%", "' OR 1", Token.random(), String(repeating: "a", count: 10_000)] {
            #expect(try !readers.confirm(token, at: Self.now))
            try readers.leave(token, at: Self.now)
        }
        #expect(try readers.counts() == [.pending: 1])
    }

    @Test func aLetterBoxIsNotFloodedByWhoeverAsksForIt() throws {
        let readers = try Readers(path: Self.path())
        var sent = 0
        for minute in 0..<1440 {
            if case .invite = try ask(readers, "reader@example.org", at: Self.now + Double(minute) * 60) { sent += 1 }
        }
        #expect(sent == Readers.invitationsADay)
    }

    @Test func whoDoesNotConfirmIsForgotten() throws {
        let readers = try Readers(path: Self.path())
        let invitation = try invitation(ask(readers, "reader@example.org"))
        let late = Self.now + Readers.patience + 60
        #expect(try !readers.isWaiting(for: invitation.confirming, at: late))
        #expect(try !readers.confirm(invitation.confirming, at: late))
        #expect(try readers.counts() == [:])
    }

    @Test func whoReadsAlreadyLearnsNothingAndMayChooseAnew() throws {
        let readers = try Readers(path: Self.path())
        _ = try readers.confirm(invitation(ask(readers, "reader@example.org")).confirming, at: Self.now)
        guard case .quiet = try ask(readers, "reader@example.org", at: Self.now + 5000) else {
            Testing.Issue.record("was asked again")
            return
        }
        let change = try invitation(ask(readers, "reader@example.org", pairs: [PairName("IND", "CAN")], at: Self.now + 5000))
        #expect(try readers.reader(Address("reader@example.org"))?.pairs == [])
        #expect(try readers.confirm(change.confirming, at: Self.now + 6000))
        #expect(try readers.reader(Address("reader@example.org"))?.pairs == ["CAN-IND"])
    }

    @Test func leavingIsOneStepThatMayBeRepeated() throws {
        let path = Self.path()
        let readers = try Readers(path: path)
        let invitation = try invitation(ask(readers, "reader@example.org", pairs: [PairName("IND", "CAN")]))
        _ = try readers.confirm(invitation.confirming, at: Self.now)
        for _ in 0..<3 { try readers.leave(invitation.leaving, at: Self.now + 100) }
        #expect(try readers.counts() == [.left: 1])
        #expect(try readers.reader(Address("reader@example.org")) == nil)
        #expect(try readers.all().first?.address == nil)
        #expect(try readers.all().first?.pairs == [])
        // Nor does a list bring him back; he himself may.
        let list = try readers.add(
            list: "reader@example.org\n", origin: "list", wording: "", consent: Self.now, at: Self.now + 200)
        #expect(list.suppressed == 1 && list.added == 0)
        _ = try readers.confirm(
            self.invitation(ask(readers, "reader@example.org", at: Self.now + 300)).confirming, at: Self.now + 400)
        #expect(try readers.counts() == [.left: 1, .active: 1])
    }

    @Test func theInvitationItselfEndsIt() throws {
        let readers = try Readers(path: Self.path())
        let invitation = try invitation(ask(readers, "reader@example.org"))
        let message = invitation.message(try IssueTests.head(), date: Self.now)
        let text = String(decoding: try message.bytes(), as: UTF8.self)
        #expect(text.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"))
        #expect(text.contains("/briefing/leave/"))
        try readers.leave(invitation.leaving, at: Self.now)
        #expect(try readers.counts() == [:])
    }

    @Test func erasedIsErased() throws {
        let path = Self.path()
        let readers = try Readers(path: path)
        _ = try readers.add(
            list: "unusual.name@example.org\nother@example.org", origin: "list", wording: "", consent: Self.now, at: Self.now)
        try readers.open(IssueTests.issue(), at: Self.now)
        #expect(try readers.erase(Address("unusual.name@example.org")))
        #expect(try !readers.erase(Address("unusual.name@example.org")))
        #expect(try readers.all().map(\.address) == ["other@example.org"])
        #expect(try readers.tally(of: "2025-07-04") == [.waiting: 1])
        try readers.database.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
        let bytes = try #require(FileManager.default.contents(atPath: path))
        #expect(bytes.range(of: Data("unusual.name".utf8)) == nil)
    }

    @Test func aListIsTakenInAsFarAsItIsOne() throws {
        let readers = try Readers(path: Self.path())
        let list = """
            address,pairs
            one@example.org
            "two@example.org","AZE-RUS CAN-IND"
            # a comment
            no address
            three@example.org, AZERUS
            ONE@example.org
            """
        let result = try readers.add(list: list, origin: "fair", wording: "w", consent: nil, at: Self.now)
        #expect(result.added == 2 && result.known == 1 && result.wrong == [5, 6])
        #expect(try readers.counts() == [.pending: 2])
        #expect(try readers.invitations(at: Self.now).count == 2)
        #expect(try readers.invitations(at: Self.now).isEmpty)
    }

    @Test func sealedAddressesAreNotInTheFile() throws {
        let path = Self.path()
        let open = try Readers(path: path)
        _ = try open.add(
            list: "unusual.name@example.org\ngone.away@example.org", origin: "l", wording: "", consent: Self.now, at: Self.now)
        let gone = try #require(try open.reader(Address("gone.away@example.org")))
        let leaving = try #require(try open.claimable().first { $0.id == gone.id }).leaving
        try open.leave(leaving, at: Self.now)
        let sealed = try open.seal(with: AddressVault(secret: Self.secret))
        #expect(try sealed.reader(Address("unusual.name@example.org"))?.address == "unusual.name@example.org")
        let again = try sealed.add(list: "gone.away@example.org", origin: "l", wording: "", consent: Self.now, at: Self.now)
        #expect(again.suppressed == 1)
        for suffix in ["", "-wal"] {
            let bytes = FileManager.default.contents(atPath: path + suffix) ?? Data()
            #expect(bytes.range(of: Data("unusual".utf8)) == nil && bytes.range(of: Data("gone".utf8)) == nil)
        }
        #expect(throws: BriefingError.self) { try Readers(path: path) }
        #expect(throws: BriefingError.self) {
            try Readers(path: path, vault: AddressVault(secret: Data(repeating: 8, count: 32)))
        }
        #expect(try Readers(path: path, vault: AddressVault(secret: Self.secret)).counts()[.active] == 1)
    }

    @Test func onlyTheOwnerMayReadTheFile() throws {
        let path = Self.path()
        _ = try Readers(path: path)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test(arguments: ["", "not a database, but long enough to be looked at as one would be"])
    func whatIsNoFileOfReadersIsRefused(_ text: String) throws {
        let path = Self.path()
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        if text.isEmpty {
            #expect(try Readers(path: path).counts() == [:])
        } else {
            #expect(throws: BriefingError.self) { try Readers(path: path) }
        }
    }
}

extension Readers {
    /// The readers an issue would be claimed for.
    func claimable() throws -> [Recipient] {
        try open(IssueTests.issue(), at: ReadersTests.now)
        return try claim(of: "2025-07-04", limit: 100, at: ReadersTests.now).map(\.recipient)
    }
}
