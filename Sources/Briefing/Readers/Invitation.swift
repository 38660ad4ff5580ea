internal import Foundation

/// The one letter that asks to confirm. Whoever did not ask may end it there with one click too.
public struct Invitation: Sendable {
    let address: Address
    /// Of the page on which one click confirms.
    public let confirming: String
    let leaving: String
    let pairs: [PairName]

    /// - Parameter date: when it is sent.
    func message(_ head: Letterhead, date: Date) -> Message {
        let what = pairs.isEmpty ? "" : " on " + pairs.map(\.description).joined(separator: ", ")
        let (confirm, leave) = (head.confirmation(confirming), head.leaving(leaving))
        let asked = "Somebody asked for “\(head.title)”\(what) to be sent to this address. If that was you, confirm it:"
        let otherwise =
            "If it was not you, do nothing: you will not be written to again, and the address is forgotten after a week. To end it at once:"
        let text =
            (Wrapping.lines(asked) + [confirm, ""] + Wrapping.lines(otherwise) + [
                leave, "", "What we keep of you:", head.privacy,
            ])
            .joined(separator: "\n") + "\n"
        let body = Markup.element(
            "body", ["style": "margin:0;padding:24px 16px;font:17px/1.5 Georgia,'Times New Roman',serif"], .line,
            .element("p", [:], .text(asked)), .line,
            .element("p", [:], .link(confirm, style: "font-weight:600", .text("Yes, send me the letter"))), .line,
            .element("p", [:], .text(otherwise), .text(" "), .link(leave, .text("Forget this address"))), .line,
            .element("p", [:], .link(head.privacy, .text("What we keep of you"))), .line)
        let html =
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            + "<meta name=\"color-scheme\" content=\"light dark\">\n<title>\(Markup.escaped(head.title))</title>\n</head>\n\(body.html)\n</html>\n"
        var message = Message(
            from: head.from, to: address, subject: "Confirm: \(head.title)", date: date,
            id: "\(confirming)@\(head.from.address.domain)", text: QuotedPrintable.encoded(text.utf8),
            html: QuotedPrintable.encoded(html.utf8))
        message.headers.addList(head, leaving: leave, page: head.archive)
        return message
    }
}
