internal import Foundation

/// The return path of one letter to one reader (VERP): `bounces+2025-07-04.TOKEN@example.org`.
struct ReturnPath: Hashable, Sendable {
    let issue: String
    let token: String

    init(issue: String, token: String) {
        self.issue = issue
        self.token = token
    }

    func text(at returns: Address) -> String { "\(returns.local)+\(issue).\(token)@\(returns.domain)" }

    /// Reads the path out of a header's text, wherever it stands in it.
    init?(in text: some StringProtocol, at returns: Address) {
        let text = text.lowercased()
        guard let start = text.range(of: returns.local.lowercased() + "+"),
            let at = text[start.upperBound...].firstIndex(of: "@"),
            text[text.index(after: at)...].hasPrefix(returns.domain)
        else { return nil }
        let parts = text[start.upperBound..<at].split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count <= 32, parts[1].utf8.count == Token.length,
            parts[1].utf8.allSatisfy(Token.isDigit)
        else { return nil }
        self.init(issue: String(parts[0]), token: String(parts[1]))
    }
}
