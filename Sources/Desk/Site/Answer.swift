internal import Crypto
internal import Foundation

/// What a visitor gets.
package struct Answer: Sendable {
    package var status: Int
    package var headers: [String: String]
    package var body: [UInt8]

    package init(_ status: Int = 200, type: String, _ body: [UInt8], headers: [String: String] = [:]) {
        self.status = status
        self.headers = headers
        self.headers["content-type"] = type
        self.body = body
    }

    package init(_ status: Int = 200, type: String = "text/plain; charset=utf-8", text: String, headers: [String: String] = [:]) {
        self.init(status, type: type, Array(text.utf8), headers: headers)
    }

    /// Leads to another page, to be asked for with GET.
    package static func redirect(to address: Address, status: Int = 303) -> Answer {
        Answer(status, text: "", headers: ["location": address.description])
    }

    package var text: String { String(decoding: body, as: UTF8.self) }

    /// Named by its content, so that whoever has it need not get it again.
    func tagged() -> Answer {
        guard status == 200, headers["etag"] == nil else { return self }
        var answer = self
        let digest = SHA256.hash(data: Data(body)).prefix(12)
        answer.headers["etag"] = "\"" + Data(digest).base64EncodedString() + "\""
        return answer
    }

    /// Nothing but the name, where the visitor has this already.
    func ifChanged(from known: String?) -> Answer {
        guard let known, let tag = headers["etag"], status == 200 else { return self }
        let tags = known.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        guard tags.contains("*") || tags.contains(where: { $0 == tag || $0 == "W/" + tag }) else { return self }
        var answer = self
        (answer.status, answer.body) = (304, [])
        return answer
    }
}
