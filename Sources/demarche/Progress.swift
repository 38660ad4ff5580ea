import Foundation

/// A bar on standard error for what takes longer than two seconds on a terminal; nothing in a pipe.
final class Progress {
    private let total: Int
    private let unit: String
    private let isShown = isatty(STDERR_FILENO) == 1
    private let began = ContinuousClock.now
    private var last: ContinuousClock.Instant?
    /// Bytes of the sources: done, and of these done before this run.
    private var done = 0
    private var before = 0
    private var count = 0

    /// - Parameters:
    ///   - total: the bytes of all sources, 0 where that is not known.
    ///   - unit: what is counted as they are read.
    init(total: Int, unit: String) {
        self.total = total
        self.unit = unit
    }

    /// - Parameter bytes: how many more of the sources are done, with this many more things read from them.
    func advance(bytes: Int, count: Int = 0) {
        done += bytes
        self.count += count
        draw()
    }

    /// Passes over what an earlier run has done.
    func skip(bytes: Int) {
        done += bytes
        before += bytes
    }

    /// Clears the bar's line, so that something may be written.
    func interrupt() {
        if last != nil { put("\r\u{1B}[K") }
    }

    func finish() { interrupt() }

    private func draw() {
        let now = ContinuousClock.now
        guard isShown, now - began > .seconds(2), last.map({ now - $0 > .milliseconds(100) }) ?? true else { return }
        last = now
        put("\r\u{1B}[K" + Self.line(done: done, before: before, total: total, count: count, unit: unit, after: now - began))
    }

    /// "████░░ 41 %, 12,300 reports, 96 a second, 3 min left"
    static func line(done: Int, before: Int, total: Int, count: Int, unit: String, after elapsed: Duration) -> String {
        let seconds = max(0.001, Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18)
        let rate = "\(grouped(count)) \(unit), \(grouped(Int(Double(count) / seconds))) a second"
        guard total > 0 else { return rate }
        let share = min(1, Double(done) / Double(total))
        let filled = Int(share * 30)
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
        let left = done > before ? seconds * Double(max(0, total - done)) / Double(done - before) : 0
        return "\(bar) \(Int(share * 100)) %, \(rate), \(time(left)) left"
    }

    private static func time(_ seconds: Double) -> String {
        switch seconds {
        case ..<100: "\(Int(seconds.rounded(.up))) s"
        case ..<6_000: "\(Int((seconds / 60).rounded(.up))) min"
        default: "\(Int((seconds / 3_600).rounded(.up))) h"
        }
    }

    /// A number with its thousands parted.
    static func grouped(_ number: Int) -> String {
        var digits = String(number)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return ([digits] + groups).joined(separator: ",")
    }

    private func put(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
