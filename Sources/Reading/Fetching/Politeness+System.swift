internal import Glibc

extension Politeness.Clock {
    static let system = {
        let began = ContinuousClock.now
        return Politeness.Clock(
            now: { ContinuousClock.now - began },
            sleep: { usleep(UInt32(clamping: $0.milliseconds * 1_000)) })
    }()
}
