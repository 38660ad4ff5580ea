internal import Glibc

/// Fetches over http and https, within limits, and only from public addresses.
package struct Fetcher: Sendable {
    package struct Limits: Sendable {
        /// Of the body, decoded.
        package var bytes = 20 << 20
        package var headerBytes = 128 << 10
        /// How many times larger than what was sent the decoded body may be.
        package var ratio = 200
        package var redirects = 5
        /// Milliseconds until there is a connection.
        package var connecting = 10_000
        /// Milliseconds for all of it, redirects included.
        package var total = 60_000
        /// Bytes a second; slower for `patience` seconds is too slow.
        package var slowest = 64
        package var patience = 20

        package init() {}
    }

    package var limits = Limits()
    /// Whether addresses of this machine and its network may be reached.
    package var allowsPrivate = false
    /// How whoever runs a server can reach the one who asks: an address or a mail address.
    package var contact: String?
    package var isStopped: @Sendable () -> Bool = { false }

    /// `address:port` of servers that may be reached though they are private, for tests.
    var exceptions: Set<String> = []
    /// For tests: see `Transfer`.
    var resolving: [String] = []

    package init() {}

    /// What the program is called in robots.txt.
    package static let name = "Demarche"

    var userAgent: String {
        let contact = contact.map { contact in
            String(
                String.UnicodeScalarView(
                    contact.unicodeScalars.filter { (" "..."~").contains($0) && !"()".unicodeScalars.contains($0) }.prefix(200)))
        }
        return "\(Self.name)/0.1 (reads news reports; \(contact.map { "contact: \($0)" } ?? "contact not given"))"
    }

    /// What a request is for, as its Accept header says.
    package enum Purpose: String, Sendable {
        case feed =
            "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"
        case page = "text/html, application/xhtml+xml;q=0.9, */*;q=0.5"
        case robots = "text/plain, */*;q=0.5"
    }

    /// - Parameter validators: of the copy the caller has; the answer is then 304 where it is still good.
    package func fetch(_ address: WebAddress, _ purpose: Purpose, unless validators: Response.Validators = .init())
        throws(ReadingError) -> Response
    {
        var headers = ["User-Agent: \(userAgent)", "Accept: \(purpose.rawValue)"]
        if let etag = validators.etag, Self.isPlain(etag) { headers.append("If-None-Match: \(etag)") }
        if let modified = validators.modified, Self.isPlain(modified) { headers.append("If-Modified-Since: \(modified)") }
        let began = ContinuousClock.now
        var current = address
        var movedTo: WebAddress?
        var isPermanent = true
        for hop in 0...limits.redirects {
            let spent = (ContinuousClock.now - began).milliseconds
            guard spent < limits.total else { break }
            let answer = try Transfer(
                address: current, headers: headers, limits: limits, deadline: limits.total - spent, mayReach: mayReach,
                resolving: resolving, isStopped: isStopped
            ).perform()
            guard [301, 302, 303, 307, 308].contains(answer.status), let next = answer.next else {
                return Response(answer, from: current, movedTo: movedTo, at: time(nil))
            }
            guard hop < limits.redirects else {
                throw ReadingError(
                    address.description, "is redirected more than \(limits.redirects) times", remedy: "check the address")
            }
            isPermanent = isPermanent && (answer.status == 301 || answer.status == 308)
            do {
                current = try WebAddress(next)
            } catch {
                throw ReadingError(
                    address.description, "is redirected to “\(error.source)”, which \(error.cause)", remedy: "check the address")
            }
            if isPermanent { movedTo = current }
        }
        throw ReadingError(address.description, "the server is too slow", remedy: "try again later")
    }

    private var mayReach: @Sendable (NetworkAddress, Int) -> String? {
        { [allowsPrivate, exceptions] address, port in
            allowsPrivate || exceptions.contains("\(address):\(port)") ? nil : address.objection
        }
    }

    /// A mark of the server's goes back as it came, but never as a second header.
    private static func isPlain(_ value: String) -> Bool {
        value.utf8.count < 1_024 && value.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    }
}

extension Duration {
    var milliseconds: Int { Int(components.seconds) * 1_000 + Int(components.attoseconds / 1_000_000_000_000_000) }
}
