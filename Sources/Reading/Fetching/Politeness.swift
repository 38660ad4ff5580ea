import Synchronization

/// One request at a time to a host, and a pause between two.
final class Politeness: Sendable {
    /// Time as it passes, or as a test lets it pass.
    struct Clock: Sendable {
        let now: @Sendable () -> Duration
        let sleep: @Sendable (Duration) -> Void
    }

    private struct Host {
        var isBusy = false
        var free = Duration.zero
    }

    private let hosts = Mutex<[String: Host]>([:])
    private let pause: Duration
    private let clock: Clock

    init(pause: Duration, clock: Clock = .system) {
        self.pause = pause
        self.clock = clock
    }

    /// Does what is asked of a host when it is its turn.
    /// - Parameters:
    ///   - delay: a longer pause that the host asks for, in seconds.
    ///   - isStopped: whether waiting is to be given up; the work is then done at once, which sees that for itself.
    func visit<Result, Failure: Error>(
        _ host: String, delay: Int? = nil, isStopped: () -> Bool, _ work: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        while let wait = wait(for: host), !isStopped() { clock.sleep(min(wait, .milliseconds(200))) }
        defer {
            let free = clock.now() + max(pause, .seconds(delay ?? 0))
            hosts.withLock { $0[host] = Host(isBusy: false, free: free) }
        }
        return try work()
    }

    /// How long to wait before trying again; `nil` where it is this caller's turn.
    private func wait(for name: String) -> Duration? {
        hosts.withLock { hosts in
            let now = clock.now()
            var host = hosts[name] ?? Host()
            if host.isBusy { return .milliseconds(20) }
            if host.free > now { return host.free - now }
            host.isBusy = true
            hosts[name] = host
            return nil
        }
    }
}
