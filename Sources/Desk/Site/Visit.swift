internal import Foundation

/// What a visitor asks for, free of any server.
package struct Visit: Sendable {
    package enum Method: String, Sendable, CaseIterable { case get = "GET", head = "HEAD", post = "POST" }

    package var method: Method
    /// As in the address, still escaped: `/dossiers/AZE-RUS?type=ACCUSE`.
    package var target: String
    /// By names in small letters.
    package var headers: [String: String]
    package var body: [UInt8]
    /// The address the visitor comes from, for limits.
    package var client: String

    package init(
        _ method: Method = .get, _ target: String, headers: [String: String] = [:], body: [UInt8] = [], client: String = "local"
    ) {
        (self.method, self.target, self.headers, self.body, self.client) = (method, target, headers, body, client)
    }

    /// The parts of the path, unescaped.
    package var path: [String] {
        let path = target.prefix { $0 != "?" && $0 != "#" }
        return path.split(separator: "/").map { $0.removingPercentEncoding ?? String($0) }
    }

    package var query: Parameters {
        guard let mark = target.firstIndex(of: "?") else { return Parameters() }
        return Parameters(encoded: target[target.index(after: mark)...].prefix { $0 != "#" })
    }

    /// The fields of a form that was sent.
    package var form: Parameters {
        guard method == .post, headers["content-type"]?.hasPrefix("application/x-www-form-urlencoded") == true else {
            return Parameters()
        }
        return Parameters(encoded: String(decoding: body, as: UTF8.self))
    }

    package func cookie(_ name: String) -> String? {
        headers["cookie"]?.split(separator: ";").lazy
            .map { $0.drop { $0 == " " } }
            .first { $0.hasPrefix(name + "=") }
            .map { String($0.dropFirst(name.count + 1)) }
    }
}
