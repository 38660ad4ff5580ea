import Synchronization

/// Fetches as a guest should: pages only where robots.txt lets it, and never two things at once from one host.
package final class Visitor: Sendable {
    private struct Known {
        let robots: Result<Robots, ReadingError>
        let until: ContinuousClock.Instant
    }

    package let fetcher: Fetcher
    private let politeness: Politeness
    private let known = Mutex<[String: Known]>([:])

    /// - Parameter pause: seconds between two requests to one host.
    package convenience init(_ fetcher: Fetcher, pause: Double = 1) {
        self.init(fetcher, politeness: Politeness(pause: .milliseconds(Int(pause * 1_000))))
    }

    init(_ fetcher: Fetcher, politeness: Politeness) {
        self.fetcher = fetcher
        self.politeness = politeness
    }

    /// A feed, whose being published is leave to fetch it.
    package func feed(at address: WebAddress, unless validators: Response.Validators = .init()) throws(ReadingError) -> Response {
        try visit(address, .feed, unless: validators)
    }

    /// A page that robots.txt does not keep from readers of this name.
    package func page(at address: WebAddress) throws(ReadingError) -> Response {
        let robots = try robots(of: address)
        guard robots.allows(address.path) else {
            throw ReadingError(
                address.description, "the host asks programs not to fetch this page (robots.txt)",
                remedy: "open it in a browser and save the page")
        }
        return try visit(address, .page, delay: robots.delay)
    }

    private func visit(
        _ address: WebAddress, _ purpose: Fetcher.Purpose, delay: Int? = nil, unless validators: Response.Validators = .init()
    ) throws(ReadingError) -> Response {
        try politeness.visit(address.host, delay: delay, isStopped: fetcher.isStopped) { () throws(ReadingError) in
            try fetcher.fetch(address, purpose, unless: validators)
        }
    }

    /// What the host's robots.txt says, or why that is not known, in which case nothing may be fetched.
    ///
    /// Kept for a day (RFC 9309, section 2.4); an hour where it is not known.
    private func robots(of address: WebAddress) throws(ReadingError) -> Robots {
        let origin = address.origin
        let now = ContinuousClock.now
        if let known = known.withLock({ $0[origin] }), known.until > now { return try known.robots.get() }
        let robots = Result { () throws(ReadingError) in try readRobots(of: origin) }
        let lifetime: Duration = (try? robots.get()) == nil ? .seconds(3_600) : .seconds(86_400)
        known.withLock { $0[origin] = Known(robots: robots, until: now + lifetime) }
        return try robots.get()
    }

    private func readRobots(of origin: String) throws(ReadingError) -> Robots {
        let response = try visit(WebAddress(origin + "/robots.txt"), .robots)
        switch response.status {
        case 200...299: return Robots(response.body, for: Fetcher.name)
        case 500..., 429:
            throw ReadingError(
                origin, "cannot say what may be fetched (robots.txt: status \(response.status))", remedy: "try again later")
        default: return .open
        }
    }
}
