internal import Reading

/// A visit on its way to an answer: the site, who visits, in which language, and what the address stands for.
struct Call: Sendable {
    let site: Site
    let visit: Visit
    let words: Words
    let session: Session?
    let parameters: [String: String]
    let format: Format?
    /// Of the record.
    let version: String

    var library: Library { site.library }
    var query: Parameters { visit.query }
    var role: Role? { session?.role }

    /// The address as it was asked for, without its ending.
    var address: Address {
        var path = visit.path
        if let format, let last = path.popLast() { path.append(String(last.dropLast(format.rawValue.count + 1))) }
        if path == ["index"] { path = [] }
        return Address(path: path, query: query)
    }

    subscript(name: String) -> String { parameters[name] ?? "" }

    /// Whether the visitor came by HTTPS, which a proxy before the site tells.
    var isSecure: Bool { visit.headers["x-forwarded-proto"] == "https" }

    /// Who visits: the one before a proxy on the same machine.
    var client: String {
        let isProxied = visit.client == "127.0.0.1" || visit.client == "::1"
        let forwarded = visit.headers["x-forwarded-for"]?.split(separator: ",").last.map { $0.drop { $0 == " " } }
        return isProxied ? forwarded.map(String.init) ?? visit.client : visit.client
    }

    /// Scheme and host, as the visitor wrote them.
    var origin: String {
        let host = visit.headers["host"] ?? "localhost"
        let isPlain = host.unicodeScalars.allSatisfy { scalar in
            scalar.isASCII
                && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                    || ".:-[]".unicodeScalars.contains(scalar))
        }
        return (isSecure ? "https://" : "http://") + (isPlain ? host : "localhost")
    }
}
