internal import Synchronization

/// How often something may be tried within some time, by whom; old tries are forgotten.
final class RateLimit: Sendable {
    private let most: Int
    private let window: Duration
    private let tries = Mutex<[String: [ContinuousClock.Instant]]>([:])

    init(_ most: Int, within window: Duration) { (self.most, self.window) = (most, window) }

    /// Whether there is one try left; it is taken.
    func takes(_ who: String, at now: ContinuousClock.Instant = .now) -> Bool {
        tries.withLock { tries in
            if tries.count > 10_000 { tries = tries.filter { $0.value.contains { now - $0 < window } } }
            var recent = (tries[who] ?? []).filter { now - $0 < window }
            guard recent.count < most else { return false }
            recent.append(now)
            tries[who] = recent
            return true
        }
    }

    /// Forgets what somebody tried.
    func clear(_ who: String) { tries.withLock { $0[who] = nil } }
}
