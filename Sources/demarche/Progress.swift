import Foundation

/// A bar on standard error for what takes longer than two seconds on a terminal; nothing in a pipe.
final class Progress {
    private let total: Int
    private let unit: String
    private let isShown = isatty(STDERR_FILENO) == 1
    private let began = ContinuousClock.now
    private var last: ContinuousClock.Instant?
    private var done = 0

    init(total: Int, unit: String) {
        self.total = total
        self.unit = unit
    }

    func advance() {
        done += 1
        draw()
    }

    /// Clears the bar's line, so that something may be written.
    func interrupt() {
        if last != nil { put("\r\u{1B}[K") }
    }

    func finish() { interrupt() }

    private func draw() {
        let now = ContinuousClock.now
        guard isShown, total > 0, now - began > .seconds(2), last.map({ now - $0 > .milliseconds(100) }) ?? true else { return }
        last = now
        let share = Double(done) / Double(total)
        let filled = Int(share * 30)
        let seconds = Double((now - began).components.seconds)
        let left = share > 0 ? Int(seconds / share - seconds) : 0
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
        put("\r\u{1B}[K\(bar) \(done) of \(total) \(unit), \(left) s left")
    }

    private func put(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
