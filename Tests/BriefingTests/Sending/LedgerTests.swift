import Foundation
import GRDB
import Testing

@testable import Briefing

@Suite struct LedgerTests {
    private let now = ReadersTests.now

    private func readers(_ count: Int) throws -> Readers {
        let readers = try Readers(path: ReadersTests.path())
        let list = (0..<count).map { "reader\($0)@example.org" }.joined(separator: "\n")
        _ = try readers.add(list: list, origin: "list", wording: "", consent: now, at: now)
        try readers.open(IssueTests.issue(), at: now)
        return readers
    }

    private func tally(_ readers: Readers) throws -> [DeliveryState: Int] { try readers.tally(of: "2025-07-04") }

    @Test func whatTheJournalSaysIsSettledAndTheRestWaitsAgain() throws {
        let readers = try readers(6)
        let claims = try readers.claim(of: "2025-07-04", limit: 6, at: now).map(\.recipient.id)
        #expect(try tally(readers) == [.claimed: 6])
        let path = readers.path + ".journal"
        let journal = try Journal(path: path)
        let entries: [(Int, Journal.Entry)] = [
            (0, .handed), (0, .accepted), (1, .handed), (2, .refused(reply: 550, status: "5.1.1")),
            (3, .deferred(reply: 451, status: nil)), (4, .uncertain),
        ]
        for (index, entry) in entries { #expect(journal.append(entry, for: claims[index])) }
        for _ in 0..<2 { try readers.settle(Journal.read(path), retries: [60], at: now) }
        #expect(try tally(readers) == [.accepted: 1, .uncertain: 2, .refused: 1, .deferred: 1, .waiting: 1])
        #expect(try readers.counts() == [.active: 5, .suppressed: 1])
        // Who was put off is not due yet; who waits is.
        #expect(try readers.claim(of: "2025-07-04", limit: 9, at: now).map(\.recipient.id) == [claims[5]])
        #expect(try readers.claim(of: "2025-07-04", limit: 9, at: now + 61).map(\.recipient.id) == [claims[3]])
    }

    @Test func aClockThatWasSetBackPutsNobodyOffForLonger() throws {
        let readers = try readers(1)
        let claim = try #require(try readers.claim(of: "2025-07-04", limit: 1, at: now + 1_000_000).first)
        try readers.settle([claim.recipient.id: .deferred(reply: 451, status: nil)], retries: [60], at: now + 1_000_000)
        try readers.settle([:], retries: [60], at: now)
        #expect(try readers.claim(of: "2025-07-04", limit: 1, at: now + 59).isEmpty)
        #expect(try readers.claim(of: "2025-07-04", limit: 1, at: now + 60).count == 1)
    }

    @Test func afterTheMachineWentDownWhatWasClaimedIsUncertain() throws {
        let readers = try readers(2)
        _ = try readers.claim(of: "2025-07-04", limit: 1, at: now)
        try readers.database.write { db in try db.execute(sql: "UPDATE delivery SET boot = 'another' WHERE state = 'claimed'") }
        try readers.settle([:], retries: [], at: now)
        #expect(try tally(readers) == [.uncertain: 1, .waiting: 1])
        #expect(try readers.retryUncertain(of: "2025-07-04") == 1)
        #expect(try tally(readers) == [.waiting: 2])
    }

    @Test(
        arguments: [
            ("", 0), ("@ handed\n", 1), ("@ handed", 0), ("@ hand", 0), ("@ accepted\n@ refu", 1), ("x handed\n\n \nhanded\n", 0),
            ("@ refused x y\n", 1), ("@ unknown\n", 0), ("\u{0}\u{0}\u{0}\n@ accepted\n", 1),
        ])
    func aJournalCutAnywhereIsRead(_ text: String, _ count: Int) throws {
        let path = ReadersTests.path() + ".journal"
        try Data(text.replacing("@", with: Token.random()).utf8).write(to: URL(fileURLWithPath: path))
        #expect(Journal.read(path).count == count)
        #expect(Journal.read(path + ".absent").isEmpty)
    }

    @Test func aLineCutShortTakesNoOtherWithIt() throws {
        let path = ReadersTests.path() + ".journal"
        let (cut, whole) = (Token.random(), Token.random())
        let journal = try Journal(path: path)
        let file = try #require(FileHandle(forWritingAtPath: path))
        try file.write(contentsOf: Data("\(cut) hand".utf8))
        #expect(journal.append(.handed, for: whole))
        #expect(Journal.read(path) == [whole: .handed])
    }

    @Test func whoLeavesWhileTheLettersGoOutGetsNone() throws {
        let readers = try readers(2)
        let claim = try #require(try readers.claim(of: "2025-07-04", limit: 1, at: now).first)
        try readers.settle([:], retries: [], at: now)
        try readers.leave(claim.recipient.leaving, at: now)
        #expect(try readers.claim(of: "2025-07-04", limit: 9, at: now).count == 1)
        #expect(try tally(readers) == [.dropped: 1, .claimed: 1])
    }

    @Test func anIssueStaysAsItWasWhenItsSendingBegan() throws {
        let readers = try readers(2)
        var other = Plan()
        other.foreword = ["Changed."]
        try readers.open(IssueTests.issue(plan: other), at: now + 100)
        #expect(try readers.issue("2025-07-04")?.issue.foreword == [])
        #expect(try readers.issue("2025-07-04")?.composed == now)
        #expect(try readers.issues().map(\.id) == ["2025-07-04"])
        #expect(try readers.unfinished() == ["2025-07-04"])
    }

    @Test func readersOfOtherPairsAreNotWrittenTo() throws {
        let readers = try Readers(path: ReadersTests.path())
        _ = try readers.add(
            list: "a@example.org AZE\nb@example.org,AZE-RUS\nc@example.org,DEU-FRA\nd@example.org", origin: "l", wording: "",
            consent: now, at: now)
        try readers.open(IssueTests.issue(), at: now)
        #expect(try tally(readers) == [.waiting: 2])
    }

    @Test func oneSenderAtATime() throws {
        let path = ReadersTests.path() + ".lock"
        let lock = try SenderLock(path: path)
        #expect(throws: BriefingError.self) { try SenderLock(path: path) }
        lock.release()
        try SenderLock(path: path).release()
    }

    @Test func letsGoBetweenLettersWhenPaused() throws {
        let readers = try readers(1)
        #expect(try !readers.isPaused)
        try readers.pause(true)
        #expect(try readers.isPaused)
        try readers.pause(false)
        #expect(try !readers.isPaused)
    }
}
