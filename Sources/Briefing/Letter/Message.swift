internal import Crypto
internal import Foundation

/// A mail with a text and an HTML part, as bytes to be sent.
struct Message: Sendable {
    var headers: Headers
    /// Encoded, each ended by a line break.
    var text: [UInt8]
    var html: [UInt8]
    /// Of the Message-ID, without the angle brackets; parts are told apart by it, so that equal messages are equal bytes.
    let id: String

    init(from: Mailbox, to: Address, subject: String, date: Date, id: String, text: [UInt8], html: [UInt8]) {
        self.id = id
        self.text = text
        self.html = html
        headers = Headers()
        headers.add("From", from)
        headers.add("To", to.text)
        headers.add("Subject", text: subject)
        headers.add("Date", Self.text(of: date))
        headers.add("Message-ID", "<\(id)>")
        headers.add("MIME-Version", "1.0")
    }

    private var boundary: String { "=_" + String(id.prefix { $0 != "@" }) }

    /// The message, signed where a key is given.
    func bytes(signedBy signer: DKIMSigner? = nil, at date: Date = .distantPast) throws -> [UInt8] {
        var headers = headers
        headers.add("Content-Type", "multipart/alternative; boundary=\"\(boundary)\"")
        var body: [UInt8] = []
        body.reserveCapacity(text.count + html.count + 600)
        for (type, part) in [("text/plain", text), ("text/html", html)] {
            body += Array("--\(boundary)\r\nContent-Type: \(type); charset=utf-8\r\n".utf8)
            body += Array("Content-Transfer-Encoding: quoted-printable\r\n\r\n".utf8)
            body += part
        }
        body += Array("--\(boundary)--\r\n".utf8)
        if let signer { headers.prepend("DKIM-Signature", folded: try signer.signature(of: headers, body: body, at: date)) }
        return headers.bytes + [13, 10] + body
    }

    /// RFC 5322, in universal time, whatever the machine's zone and language.
    static func text(of date: Date) -> String {
        let seconds = Int(date.timeIntervalSince1970.rounded(.down))
        let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
        let time = Civil(day: rest < 0 ? days - 1 : days, seconds: rest < 0 ? rest + 86_400 : rest)
        return time.mail
    }
}
