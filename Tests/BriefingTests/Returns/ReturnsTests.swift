import Foundation
import GRDB
import Testing

@testable import Briefing

@Suite struct ReturnsTests {
    private let now = ReadersTests.now

    /// A report as postfix writes one.
    static func bounce(to path: String, action: String = "failed", status: String = "5.1.1", form: String = "multipart/report")
        -> String
    {
        """
        Return-Path: <>
        From: MAILER-DAEMON@mail.example.net (Mail Delivery System)
        Subject: Undelivered Mail Returned to Sender
        To: \(path)
        MIME-Version: 1.0
        Content-Type: \(form); report-type=delivery-status;
        \tboundary="A1B2/mail.example.net"

        This is a MIME-encapsulated message.

        --A1B2/mail.example.net
        Content-Description: Notification
        Content-Type: text/plain; charset=us-ascii

        I'm sorry.
        From what I see nobody lives there.

        --A1B2/mail.example.net
        Content-Description: Delivery report
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.example.net
        Arrival-Date: Fri,  4 Jul 2025 05:00:00 +0000

        Final-Recipient: rfc822; reader0@example.org
        Action: \(action)
        Status: \(status)
        Diagnostic-Code: smtp; 550 \(status) no such user

        --A1B2/mail.example.net
        Content-Type: message/rfc822

        From: Demarche <briefing@example.org>
        To: reader0@example.org

        Text

        --A1B2/mail.example.net--
        """
    }

    static func complaint(_ path: String, type: String = "abuse") -> String {
        """
        From: <abuse@box.example>
        To: <returns@example.org>
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=feedback-report; boundary=part

        --part
        Content-Type: text/plain

        A complaint.
        --part
        Content-Type: message/feedback-report

        Feedback-Type: \(type)
        User-Agent: Box/1.0
        Version: 1
        Original-Mail-From: <\(path)>
        --part
        Content-Type: message/rfc822

        From: briefing@example.org

        Text
        --part--
        """
    }

    /// Readers who were sent an issue, with the return paths of their letters.
    private func sent(_ count: Int) throws -> (Readers, [String]) {
        let readers = try Readers(path: ReadersTests.path())
        let list = (0..<count).map { "reader\($0)@example.org" }.joined(separator: "\n")
        _ = try readers.add(list: list, origin: "list", wording: "", consent: now, at: now)
        let returns = try Address("returns@example.org")
        let paths = try readers.claimable().map { ReturnPath(issue: "2025-07-04", token: $0.returning).text(at: returns) }
        return (readers, paths)
    }

    private func take(_ readers: Readers, _ messages: [String], crlf: Bool = false) throws -> Readers.Returned {
        let box = messages.map { "From MAILER-DAEMON Fri Jul  4 05:00:00 2025\n\($0)\n\n" }.joined()
        let bytes = Array((crlf ? box.replacing("\n", with: "\r\n") : box).utf8)
        return try readers.take(MailboxFile(bytes), returns: Address("returns@example.org"), at: now)
    }

    @Test(arguments: [false, true]) func whatComesBackForGoodEndsIt(_ crlf: Bool) throws {
        let (readers, paths) = try sent(4)
        let messages = [
            Self.bounce(to: paths[0]), Self.complaint(paths[1]), Self.bounce(to: paths[2], action: "delayed", status: "4.4.1"),
            "Subject: hello\n\nFrom a friend\nFrom here on.",
        ]
        let result = try take(readers, messages, crlf: crlf)
        #expect(result == Readers.Returned(reports: 1, complaints: 1, suppressed: 2, others: 2))
        #expect(try readers.counts() == [.active: 2, .suppressed: 2])
        // The same mailbox once more changes nothing.
        #expect(try take(readers, messages, crlf: crlf).suppressed == 0)
    }

    @Test func whatComesBackInPassingEndsItTheThirdTime() throws {
        let (readers, paths) = try sent(1)
        for (count, day) in ["2025-07-04", "2025-07-11", "2025-07-18"].enumerated() {
            #expect(try readers.counts() == [.active: 1], "before the \(count + 1)th")
            if count > 0 {
                try readers.database.write { db in
                    try db.execute(sql: "INSERT INTO issue SELECT ?, json, composed, NULL FROM issue LIMIT 1", arguments: [day])
                    try db.execute(
                        sql: "INSERT INTO delivery (issue, reader, state) SELECT ?, id, 'accepted' FROM reader", arguments: [day])
                }
            }
            let path = paths[0].replacing("2025-07-04", with: day)
            // Twice the same report is one.
            for _ in 0..<2 { _ = try take(readers, [Self.bounce(to: path, status: "4.2.2")]) }
        }
        #expect(try readers.counts() == [.suppressed: 1])
    }

    @Test func nobodyEndsItForOthers() throws {
        let (readers, paths) = try sent(2)
        let forged = [
            Self.bounce(to: "returns@example.org"),
            Self.bounce(to: "returns+2025-07-04.\(Token.random())@example.org"),
            Self.bounce(to: paths[0].replacing("2025-07-04", with: "2025-07-11")),
            Self.bounce(to: paths[0], action: "delivered", status: "2.0.0"),
            Self.bounce(to: paths[0], action: "failed", status: "nonsense"),
            Self.complaint(paths[1], type: "not-spam"),
        ]
        #expect(try take(readers, forged).others == forged.count)
        #expect(try readers.counts() == [.active: 2])
    }

    @Test func oneMessageMayBePipedIn() throws {
        let (readers, paths) = try sent(1)
        let result = try readers.take(
            MailboxFile(Array(Self.bounce(to: paths[0]).utf8)), returns: Address("returns@example.org"), at: now)
        #expect(result.suppressed == 1)
    }

    @Test(
        arguments: [
            "", "\n", "From ", "From \n\n\n", "Content-Type: multipart/report; boundary=\"\"\n\n--\n--\n",
            "Content-Type: multipart/report; boundary=a\n\n"
                + String(repeating: "--a\nContent-Type: multipart/mixed; boundary=a\n\n", count: 500),
            String(repeating: "Content-Type: message/rfc822\n\n", count: 2000), String(repeating: "x: y\n z\n", count: 20_000),
            String(repeating: "From a\n\n", count: 3000), "\u{0}\u{FFFD}\r\r\n\n:",
        ])
    func anyBytesAreRead(_ text: String) throws {
        let (readers, _) = try sent(1)
        _ = try readers.take(MailboxFile(Array(text.utf8)), returns: Address("returns@example.org"), at: now)
        for cut in stride(from: 0, to: 1200, by: 37) {
            let message = Self.bounce(to: "returns+2025-07-04.\(Token.random())@example.org")
            _ = ReturnedMessage(Array(message.utf8.prefix(cut))).report(returns: try Address("returns@example.org"))
        }
        #expect(try readers.counts() == [.active: 1])
    }
}
