public import Foundation
internal import Dispatch
internal import Synchronization

/// Sends an issue to its readers: at most once to each, whatever stops it, and skipping none without saying so.
///
/// Letters are claimed in the ledger by the batch, sent over some connections at a time, and noted in the journal one by one. A
/// sender that finds a journal left behind settles it first.
public struct Sender: Sendable {
    let readers: Readers
    let server: MailServer
    let head: Letterhead
    let support: SupportBox?
    let signer: DKIMSigner?

    public init(readers: Readers, server: MailServer, head: Letterhead, support: SupportBox? = nil, signer: DKIMSigner? = nil) {
        self.readers = readers
        self.server = server
        self.head = head
        self.support = support
        self.signer = signer
    }

    /// So many letters refused with none taken in between are no accident of their readers.
    private static let refusalsInARow = 20
    /// Pauses in seconds before a server that failed is tried again.
    private static let pauses = [1.0, 2, 5, 10, 30]

    private var greeting: String { head.from.address.domain }
    private var journalPath: String { readers.path + ".journal" }

    /// Sends what is still to be sent of an issue, which must have been opened.
    ///
    /// - Parameters:
    ///   - waits: whether to stay until letters that were put off have been tried again.
    ///   - isStopped: asked between letters.
    ///   - progress: told how many letters are in each state, now and then.
    /// - Throws: `BriefingError` where the server cannot be used or another sender is at work; what was sent is noted.
    public func send(
        _ id: String, waits: Bool = true, isStopped: @escaping @Sendable () -> Bool = { false },
        progress: (([DeliveryState: Int]) -> Void)? = nil
    ) throws {
        guard let (issue, composed) = try readers.issue(id) else {
            throw BriefingError("issue \(id)", "is not known", remedy: "`demarche brief status` tells those that are")
        }
        let lock = try SenderLock(path: readers.path + ".lock")
        defer { lock.release() }
        try readers.settle(Journal.read(journalPath), retries: server.retries, at: Date())
        let journal = try Journal(path: journalPath)
        var letters: [Set<String>: Letter] = [:]
        let lines = try (0..<max(1, server.connections)).map { _ in try Line(server, greeting: greeting) }
        var failures = 0
        while !isStopped(), try !readers.isPaused {
            let claims = try readers.claim(of: id, limit: batch, at: Date())
            guard !claims.isEmpty else {
                guard let due = try readers.nextDue(of: id) else {
                    try readers.finish(id, at: Date())
                    break
                }
                guard waits else { break }
                Thread.sleep(forTimeInterval: min(0.5, max(0.02, due.timeIntervalSinceNow)))
                continue
            }
            for claim in claims where letters[claim.pairs] == nil {
                letters[claim.pairs] = Letter(issue.only(claim.pairs) ?? issue, head: head, support: support, date: composed)
            }
            let round = Round(claims, letters: letters, journal: journal, sender: self, isStopped: isStopped)
            DispatchQueue.concurrentPerform(iterations: lines.count) { round.work(lines[$0]) }
            try readers.settle(Journal.read(journalPath), retries: server.retries, at: Date())
            journal.clear()
            progress?(try readers.tally(of: id))
            guard let end = round.end else {
                failures = 0
                continue
            }
            failures = round.progressed ? 1 : failures + 1
            guard case .server(_, isPassing: true) = end, failures <= Self.pauses.count else { throw end.error }
            Self.sleep(Self.pauses[failures - 1], unless: isStopped)
        }
    }

    /// Few enough that a pause or a stop takes hold soon.
    private var batch: Int { min(256, max(server.connections, (server.rate ?? 60_000) / 30)) }

    private static func sleep(_ seconds: Double, unless isStopped: () -> Bool) {
        let end = Date(timeIntervalSinceNow: seconds)
        while Date() < end, !isStopped() { Thread.sleep(forTimeInterval: 0.1) }
    }

    // MARK: Single letters

    /// Sends one reader's letter of an issue to an address of the publisher's, as a test: with links that do nothing.
    public func test(_ issue: Issue, to address: Address, at now: Date) throws(BriefingError) {
        let recipient = Recipient(
            id: "test", address: address, leaving: String(repeating: "a", count: Token.length), returning: Token.random())
        let letter = Letter(issue, head: head, support: support, date: now)
        try deliver(letter.message(to: recipient), to: address, at: now)
    }

    /// Sends the letter that asks to confirm.
    public func invite(_ invitation: Invitation, at now: Date) throws(BriefingError) {
        try deliver(invitation.message(head, date: now), to: invitation.address, at: now)
    }

    private func deliver(_ message: Message, to address: Address, at now: Date) throws(BriefingError) {
        let bytes: [UInt8]
        do { bytes = try message.bytes(signedBy: signer, at: now) } catch { throw Self.unsigned }
        switch try MailConnection(server, greeting: greeting).send(bytes, from: head.returns.text, to: address, handing: { true })
        {
        case .accepted: return
        case .refused(let reply, let status), .deferred(let reply, let status):
            throw BriefingError(
                "the letter", "was not taken by \(server.host) (\(reply) \(status ?? ""))",
                remedy: "check the address, or try later")
        case .uncertain:
            throw BriefingError("the letter", "was given to \(server.host), which did not answer", remedy: "see whether it came")
        case .unusable(let error, _): throw error
        }
    }

    fileprivate static let unsigned = BriefingError(
        "the DKIM key", "does not sign", remedy: "make another with `demarche brief key`")

    /// Why a round ended before its last letter.
    fileprivate enum End {
        case server(BriefingError, isPassing: Bool)
        case refusals(Int)
        case journal(String)
        case signature

        var error: BriefingError {
            switch self {
            case .server(let error, _): error
            case .refusals(let count):
                BriefingError(
                    "the server", "refused \(count) letters in a row",
                    remedy: "find out what it has against them, then send again: what was sent is kept")
            case .journal(let path):
                BriefingError(path, "cannot be written", remedy: "make room on the disk and send again: what was sent is kept")
            case .signature: Sender.unsigned
            }
        }
    }

    /// A connection that is used by one thread at a time.
    private final class Line: Sendable {
        let connection: Mutex<MailConnection>

        init(_ server: MailServer, greeting: String) throws(BriefingError) {
            connection = Mutex(try MailConnection(server, greeting: greeting))
        }
    }

    /// One batch of letters, shared by the connections.
    private final class Round: Sendable {
        private struct State {
            var next = 0
            var slot = Date.distantPast
            var accepted = 0
            var refusals = 0
            var end: End?
        }

        private let claims: [Readers.Claim]
        private let letters: [Set<String>: Letter]
        private let journal: Journal
        private let sender: Sender
        private let isStopped: @Sendable () -> Bool
        private let state = Mutex(State())

        init(
            _ claims: [Readers.Claim], letters: [Set<String>: Letter], journal: Journal, sender: Sender,
            isStopped: @escaping @Sendable () -> Bool
        ) {
            self.claims = claims
            self.letters = letters
            self.journal = journal
            self.sender = sender
            self.isStopped = isStopped
        }

        var end: End? { state.withLock { $0.end } }
        var progressed: Bool { state.withLock { $0.accepted > 0 } }

        /// Takes letters until there are none, over one connection.
        func work(_ line: Line) { line.connection.withLock { work($0) } }

        private func work(_ connection: MailConnection) {
            while let claim = take() {
                var outcome = send(claim, connection)
                // A connection may have been closed by the server since the last letter.
                if case .unusable(_, isPassing: true)? = outcome { outcome = send(claim, connection) }
                guard let outcome else { return finish(.signature) }
                note(outcome, claim)
            }
        }

        private func take() -> Readers.Claim? {
            guard !isStopped() else { return nil }
            let (claim, slot) = state.withLock { state -> (Readers.Claim?, Date) in
                guard state.end == nil, state.next < claims.count else { return (nil, .distantPast) }
                state.next += 1
                guard let rate = sender.server.rate else { return (claims[state.next - 1], .distantPast) }
                state.slot = max(Date(), state.slot.addingTimeInterval(60 / Double(max(1, rate))))
                return (claims[state.next - 1], state.slot)
            }
            let wait = slot.timeIntervalSinceNow
            if wait > 0 { Thread.sleep(forTimeInterval: wait) }
            return claim
        }

        /// `nil` where it could not be signed.
        private func send(_ claim: Readers.Claim, _ connection: MailConnection) -> Outcome? {
            guard let letter = letters[claim.pairs] else { return nil }
            let recipient = claim.recipient
            guard let bytes = try? letter.message(to: recipient).bytes(signedBy: sender.signer, at: letter.date) else {
                return nil
            }
            let path = ReturnPath(issue: letter.issue.id, token: recipient.returning).text(at: sender.head.returns)
            return connection.send(bytes, from: path, to: recipient.address) { [journal] in
                journal.append(.handed, for: recipient.id)
            }
        }

        private func note(_ outcome: Outcome, _ claim: Readers.Claim) {
            let entry: Journal.Entry
            switch outcome {
            case .accepted: entry = .accepted
            case .refused(let reply, let status): entry = .refused(reply: reply, status: status)
            case .deferred(let reply, let status): entry = .deferred(reply: reply, status: status)
            case .uncertain: entry = .uncertain
            case .unusable(let error, let isPassing): return finish(.server(error, isPassing: isPassing))
            }
            guard journal.append(entry, for: claim.recipient.id) else { return finish(.journal(sender.journalPath)) }
            state.withLock { state in
                if case .refused = outcome { state.refusals += 1 }
                if case .accepted = outcome {
                    state.accepted += 1
                    state.refusals = 0
                }
                if state.refusals >= Sender.refusalsInARow, state.end == nil { state.end = .refusals(state.refusals) }
            }
        }

        private func finish(_ end: End) { state.withLock { $0.end = $0.end ?? end } }
    }
}
