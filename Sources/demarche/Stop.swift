import Foundation
import Synchronization

/// Whether the user or the system has asked the program to end. The second time it ends at once.
enum Stop {
    private static let asked = Atomic<Bool>(false)

    static var isAsked: Bool { asked.load(ordering: .relaxed) }

    /// From now on SIGINT and SIGTERM ask, and do not kill.
    static func listen() {
        asked.store(false, ordering: .relaxed)
        // Whoever started the program may have left them blocked.
        var numbers = sigset_t()
        sigemptyset(&numbers)
        for number in [SIGINT, SIGTERM] { sigaddset(&numbers, number) }
        pthread_sigmask(SIG_UNBLOCK, &numbers, nil)
        for number in [SIGINT, SIGTERM] {
            signal(number) { number in
                Stop.asked.store(true, ordering: .relaxed)
                signal(number, SIG_DFL)
            }
        }
    }

    /// Asks in the place of a signal.
    static func ask() { asked.store(true, ordering: .relaxed) }

    /// Waits, but not longer than until the program is asked to end.
    static func sleep(seconds: Int) {
        let end = ContinuousClock.now + .seconds(seconds)
        while !isAsked, ContinuousClock.now < end { Thread.sleep(forTimeInterval: 0.1) }
    }
}
