internal import Crypto
internal import CryptoExtras
internal import Foundation

/// Signs messages with the publisher's key (RFC 6376, RFC 8463), the headers of the list among what is signed.
public struct DKIMSigner: Sendable {
    private enum Key: Sendable {
        case rsa(_RSA.Signing.PrivateKey)
        case ed25519(Curve25519.Signing.PrivateKey)
    }

    public let domain: String
    public let selector: String
    private let key: Key

    /// Those present are signed; those in `sealed` may not be added to either.
    private static let signed = [
        "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "List-Id", "List-Unsubscribe",
        "List-Unsubscribe-Post", "List-Help", "List-Archive", "List-Owner",
    ]
    private static let sealed = ["From", "Subject", "List-Unsubscribe", "List-Unsubscribe-Post", "List-Id"]

    /// - Parameter pem: an RSA key of 2,048 bits or more, or an Ed25519 key, in PEM.
    public init(domain: String, selector: String, pem: String) throws(BriefingError) {
        self.domain = domain
        self.selector = selector
        if let seed = Self.seed(ofPEM: pem), let own = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) {
            key = .ed25519(own)
        } else if let own = try? _RSA.Signing.PrivateKey(pemRepresentation: pem) {
            key = .rsa(own)
        } else {
            throw BriefingError(
                "the DKIM key", "is neither RSA of 2,048 bits or more nor Ed25519, in PEM",
                remedy: "make one with `demarche brief key`")
        }
    }

    /// A key in PEM, made here and now.
    public static func newKey() -> String {
        let key = Curve25519.Signing.PrivateKey()
        let der = prefix + key.rawRepresentation
        return "-----BEGIN PRIVATE KEY-----\n\(der.base64EncodedString())\n-----END PRIVATE KEY-----\n"
    }

    /// What DNS must say at `selector._domainkey.domain`.
    public var record: String {
        switch key {
        case .rsa(let key): "v=DKIM1; k=rsa; p=\(key.publicKey.derRepresentation.base64EncodedString())"
        case .ed25519(let key): "v=DKIM1; k=ed25519; p=\(key.publicKey.rawRepresentation.base64EncodedString())"
        }
    }

    /// PKCS #8's frame of an Ed25519 key (RFC 8410): 32 bytes follow.
    private static let prefix = Data([0x30, 0x2E, 2, 1, 0, 0x30, 5, 6, 3, 0x2B, 0x65, 0x70, 4, 0x22, 4, 0x20])

    private static func seed(ofPEM pem: String) -> Data? {
        let lines = pem.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("-----") }
        guard let der = Data(base64Encoded: lines.joined()), der.count == prefix.count + 32, der.starts(with: prefix) else {
            return nil
        }
        return Data(der.suffix(32))
    }

    // MARK: Signing

    /// The value of the DKIM-Signature header, folded.
    func signature(of headers: Headers, body: [UInt8], at date: Date) throws -> String {
        let present = Set(headers.fields.map { $0.name.lowercased() })
        let names = Self.signed.filter { present.contains($0.lowercased()) } + Self.sealed
        let hash = Data(SHA256.hash(data: Self.relaxed(body: body))).base64EncodedString()
        let algorithm =
            switch key {
            case .rsa: "rsa-sha256"
            case .ed25519: "ed25519-sha256"
            }
        let value = """
            v=1; a=\(algorithm); c=relaxed/relaxed; d=\(domain); s=\(selector);\r
             t=\(Int(date.timeIntervalSince1970)); h=\(names.joined(separator: ":\r\n  "));\r
             bh=\(hash);\r
             b=
            """
        var fields: [String: [String]] = [:]
        for (name, value) in headers.fields { fields[name.lowercased(), default: []].append(value) }
        var input = ""
        // Of several fields of a name the last counts first; one that is not there is signed as nothing.
        for name in names {
            guard let field = fields[name.lowercased()]?.popLast() else { continue }
            input += Self.relaxed(name, field) + "\r\n"
        }
        input += Self.relaxed("DKIM-Signature", value)
        let digest = SHA256.hash(data: Data(input.utf8))
        let signature =
            switch key {
            case .rsa(let key): try key.signature(for: digest, padding: .insecurePKCS1v1_5).rawRepresentation
            case .ed25519(let key): try key.signature(for: Data(digest))
            }
        return value + Self.folded(signature.base64EncodedString())
    }

    private static func folded(_ text: String) -> String {
        var lines: [Substring] = []
        var rest = text[...]
        while !rest.isEmpty {
            lines.append(rest.prefix(72))
            rest = rest.dropFirst(72)
        }
        return lines.joined(separator: "\r\n  ")
    }

    /// RFC 6376, 3.4.2: the name in lower case, white space as one space.
    private static func relaxed(_ name: String, _ value: String) -> String {
        let words = value.utf8.split(whereSeparator: { $0 == 32 || $0 == 9 || $0 == 13 || $0 == 10 }).compactMap { String($0) }
        return name.lowercased() + ":" + words.joined(separator: " ")
    }

    /// RFC 6376, 3.4.4: no white space at the end of lines, no empty lines at the end.
    private static func relaxed(body: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(body.count)
        var pendingSpace = false
        var pendingLines = 0
        var index = 0
        while index < body.count {
            let byte = body[index]
            switch byte {
            case 13: break
            case 10:
                pendingSpace = false
                pendingLines += 1
            case 32, 9: pendingSpace = true
            default:
                while pendingLines > 0 {
                    output += [13, 10]
                    pendingLines -= 1
                }
                if pendingSpace { output.append(32) }
                pendingSpace = false
                output.append(byte)
            }
            index += 1
        }
        if !output.isEmpty { output += [13, 10] }
        return output
    }
}
