/// What a server answered, after all redirects.
package struct Response: Sendable {
    /// The marks by which a server tells whether something has changed (RFC 9110, section 8.8).
    package struct Validators: Hashable, Sendable {
        package var etag: String?
        package var modified: String?

        package init(etag: String? = nil, modified: String? = nil) {
            self.etag = etag
            self.modified = modified
        }
    }

    /// Who answered, at the end of the redirects.
    package let address: WebAddress
    /// Where what was asked for has moved for good (301, 308).
    package let movedTo: WebAddress?
    package let status: Int
    package let body: [UInt8]
    /// The media type in lower case, without its parameters.
    package let type: String?
    package let charset: String?
    package let validators: Validators
    /// Seconds the server asks to be left alone for.
    package let retryAfter: Int?

    package var isUnchanged: Bool { status == 304 }

    /// The body of a success.
    ///
    /// - Throws: what another status means.
    package func content() throws(ReadingError) -> [UInt8] {
        let (cause, remedy): (String, String) =
            switch status {
            case 200...299: ("", "")
            case 401, 402, 403, 407, 451: ("may not be read (status \(status))", "open it in a browser and save the page")
            case 404: ("is not there (status 404)", "check the address")
            case 410: ("is gone for good (status 410)", "remove it")
            case 429: ("asks to be left alone for a while (status 429)", "try again later, and less often")
            case 500...: ("the server has failed (status \(status))", "try again later")
            default: ("answers with status \(status)", "check the address")
            }
        guard (200...299).contains(status) else { throw ReadingError(address.description, cause, remedy: remedy) }
        return body
    }
}

extension Response {
    init(_ answer: Transfer.Answer, from address: WebAddress, movedTo: WebAddress?, at now: Int) {
        self.address = address
        self.movedTo = movedTo
        status = answer.status
        body = answer.body
        let type = answer.header("content-type")
        self.type = type?.prefix { $0 != ";" }.trimmingWhitespace.lowercased()
        charset = type.flatMap(Self.charset)
        validators = Validators(etag: answer.header("etag"), modified: answer.header("last-modified"))
        retryAfter = answer.header("retry-after").flatMap { Self.seconds($0, at: now) }
    }

    private static func charset(_ type: String) -> String? {
        for parameter in type.split(separator: ";").dropFirst() {
            let parts = parameter.split(separator: "=", maxSplits: 1).map(\.trimmingWhitespace)
            if parts.count == 2, parts[0].lowercased() == "charset" {
                let name = parts[1].filter { $0 != "\"" && $0 != "'" }
                return name.isEmpty ? nil : name
            }
        }
        return nil
    }

    /// Seconds, or a date (RFC 9110, section 10.2.3); never more than a week.
    private static func seconds(_ text: String, at now: Int) -> Int? {
        let seconds = Int(text) ?? FeedDate(text)?.seconds.map { $0 - now }
        return seconds.map { min(max($0, 0), 7 * 86_400) }
    }
}
