/// The address of a page or feed: http or https, a host, a path, and no secrets.
///
/// It is read strictly. What browsers guess their way through is refused, since every guess is one more way to disagree
/// with whoever checks the address next.
package struct WebAddress: Hashable, Sendable {
    package let isSecure: Bool
    /// In lower case; IPv6 in its brackets.
    package let host: String
    package let port: Int
    /// Path and query, from the slash on.
    package let path: String

    /// Longer addresses are refused: none that leads to a report is so long.
    private static let longest = 8_192

    package init(_ text: String) throws(ReadingError) {
        let text = text.trimmingWhitespace
        func refusal(_ cause: String, _ remedy: String? = nil) -> ReadingError { Self.refusal(of: text, cause, remedy) }
        guard text.utf8.count <= Self.longest else { throw refusal("is too long for an address") }
        guard !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }) else {
            throw refusal("holds control characters or backslashes, as no address does")
        }
        guard let colon = text.firstIndex(of: ":") else { throw refusal("is no address: it does not begin with https://") }
        switch text[..<colon].lowercased() {
        case "http": isSecure = false
        case "https": isSecure = true
        default: throw refusal("is neither an http nor an https address", "give one that begins with https://")
        }
        let rest = text[colon...].dropFirst()
        guard rest.hasPrefix("//") else { throw refusal("has no host") }
        let body = rest.dropFirst(2)
        let end = body.firstIndex { "/?#".contains($0) } ?? body.endIndex
        let authority = body[..<end]
        guard !authority.contains("@") else {
            throw refusal("holds a name or password before the host", "leave out what stands before the @")
        }
        let (name, port) = try Self.parts(of: authority, in: text)
        host = name
        self.port = port ?? (isSecure ? 443 : 80)
        let path = body[end...].prefix { $0 != "#" }
        self.path = Self.escaped(path.hasPrefix("/") ? path : "/" + path)
    }

    /// Whether a text is meant as an address of the web, good or bad.
    package static func isMeant(by text: String) -> Bool {
        ["http", "https"].contains(Reference.scheme(of: text)?.lowercased())
    }

    private static func refusal(of text: String, _ cause: String, _ remedy: String? = nil) -> ReadingError {
        ReadingError(
            String(text.prefix(200)), cause, remedy: remedy ?? "give an address such as https://northern-wire.example/feed")
    }

    private static func parts(of authority: Substring, in text: String) throws(ReadingError) -> (host: String, port: Int?) {
        var host = authority
        var digits: Substring?
        if authority.hasPrefix("[") {
            guard let close = authority.firstIndex(of: "]") else { throw refusal(of: text, "has a bracket that is not closed") }
            host = authority[...close]
            let after = authority[close...].dropFirst()
            if !after.isEmpty {
                guard after.hasPrefix(":") else { throw refusal(of: text, "has something after the host's bracket") }
                digits = after.dropFirst()
            }
        } else if let colon = authority.firstIndex(of: ":") {
            host = authority[..<colon]
            digits = authority[colon...].dropFirst()
        }
        guard !host.isEmpty, host.unicodeScalars.allSatisfy({ isHost($0) }) else {
            throw refusal(of: text, host.isEmpty ? "has no host" : "has a host no machine can be called")
        }
        guard let digits, !digits.isEmpty else { return (host.lowercased(), nil) }
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = Int(digits), (1...65_535).contains(port) else {
            throw refusal(of: text, "has no valid port")
        }
        return (host.lowercased(), port)
    }

    /// Letters beyond ASCII are a host's name before it is encoded (IDNA), which libcurl does.
    private static func isHost(_ scalar: Unicode.Scalar) -> Bool {
        let isLetterOrDigit = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        return isLetterOrDigit || "-._~[]:".unicodeScalars.contains(scalar)
    }

    /// What may not stand in a path as it is (RFC 3986), percent-encoded.
    private static func escaped(_ path: some StringProtocol) -> String {
        guard path.utf8.contains(where: { $0 <= 0x20 || $0 >= 0x7F || "\"<>^`{|}".utf8.contains($0) }) else {
            return String(path)
        }
        var bytes: [UInt8] = []
        for byte in path.utf8 {
            if byte <= 0x20 || byte >= 0x7F || "\"<>^`{|}".utf8.contains(byte) {
                bytes.append(contentsOf: [UInt8(ascii: "%"), hexadecimal(byte >> 4), hexadecimal(byte & 15)])
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x37 + digit }

    /// Scheme, host and port: what robots.txt and politeness go by.
    package var origin: String {
        "\(isSecure ? "https" : "http")://\(host)" + (port == (isSecure ? 443 : 80) ? "" : ":\(port)")
    }
}

extension WebAddress: CustomStringConvertible {
    package var description: String { origin + path }
}
