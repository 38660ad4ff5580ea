internal import Crypto
internal import Foundation

/// An issue as it goes to readers of the same pairs: all that is the same is made once, each reader's link is put in.
struct Letter: Sendable {
    /// Stands where a reader's own mark will; no text of an issue can hold it, as control characters are not let through.
    private static let blank = "\u{1}"

    /// Encoded text before, between and after lines that hold the mark.
    private enum Piece: Sendable {
        case encoded([UInt8])
        case line([Substring])
    }

    let issue: Issue
    let head: Letterhead
    /// When the issue was made.
    let date: Date
    private let text: [Piece]
    private let html: [Piece]
    private let subject: String

    init(_ issue: Issue, head: Letterhead, support: SupportBox?, date: Date) {
        self.issue = issue
        self.head = head
        self.date = date
        subject = head.subject(of: issue)
        let place = "https://blank.invalid/"
        let footing = Footing(leaving: place, support: support)
        let leaving = head.leaving(Self.blank)
        text = Self.pieces(IssueText(issue, head: head, footing: footing).text, place, leaving)
        html = Self.pieces(IssueHTML(issue, head: head, footing: footing).document, place, leaving)
    }

    private static func pieces(_ text: String, _ place: String, _ leaving: String) -> [Piece] {
        var pieces: [Piece] = []
        var same = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            if line.contains(place) {
                pieces.append(.encoded(QuotedPrintable.encoded(same.utf8)))
                same = ""
                let filled = line.replacing(place, with: leaving) + "\n"
                pieces.append(.line(filled.split(separator: blank, omittingEmptySubsequences: false)))
            } else {
                same += line + "\n"
            }
        }
        return pieces + [.encoded(QuotedPrintable.encoded(same.utf8))]
    }

    private static func filled(_ pieces: [Piece], with token: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(
            pieces.reduce(0) { sum, piece in if case .encoded(let part) = piece { sum + part.count } else { sum + 200 } })
        for piece in pieces {
            switch piece {
            case .encoded(let part): bytes += part
            case .line(let parts): bytes += QuotedPrintable.encoded(parts.joined(separator: token).utf8)
            }
        }
        return bytes
    }

    /// The same for a reader and an issue whenever it is made, so that a server or letter box knows a second one.
    func messageID(for reader: Recipient) -> String {
        let digest = SHA256.hash(data: Data("\(issue.id) \(reader.returning)".utf8))
        return digest.prefix(16).map { QuotedPrintable.hexadecimal($0).lowercased() }.joined() + "@\(head.from.address.domain)"
    }

    func message(to reader: Recipient) -> Message {
        var message = Message(
            from: head.from, to: reader.address, subject: subject, date: date, id: messageID(for: reader),
            text: Self.filled(text, with: reader.leaving), html: Self.filled(html, with: reader.leaving))
        message.headers.addList(head, leaving: head.leaving(reader.leaving), page: head.archive)
        return message
    }
}
