import Foundation
import Reading
import Record

/// Holds the index of tension to a truth that is known: how often change points are false or late, and how often the
/// 90 % band holds the true share. Documentation/tension.md has the figures.
///
///     swift run -c release tension-simulation [RUNS]
@main struct Simulation {
    static let weeks = 104
    static let step = 52

    static func main() {
        let runs = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000
        print(
            "\(runs) runs of \(weeks) weeks; incidents a week across, 12 weeks with four times the coverage, a step .30 → .60\n")
        let rates: [Double] = [3, 6, 12, 24, 48]
        row("", rates.map { String(Int($0)) })
        let flat = constant(0.30)
        let surge = coverage(times: 4)
        row("no change, coverage ×4: runs with a change point", rates.map { falseAlarms(flat, surge, $0, runs) })
        row("the same at a share of .50", rates.map { falseAlarms(constant(0.50), surge, $0, runs) })
        row("no change, coverage ÷4", rates.map { falseAlarms(flat, coverage(times: 0.25), $0, runs) })
        row("step: dated to within four weeks, in hindsight", rates.map { found(cut: weeks, $0, runs) })
        for delay in [4, 6, 8, 12] {
            row("step: found \(delay) weeks after it", rates.map { found(cut: step + delay, $0, runs) })
        }
        print("\nweeks in which the 90 % band holds the true share (50 % band)\n")
        row("", rates.map { String(Int($0)) })
        let some = max(1, runs / 5)
        let usual = coverage(times: 1)
        row("no change", rates.map { held(flat, usual, $0, some) })
        row("no change, coverage ×4", rates.map { held(flat, surge, $0, some) })
        row("no change at .50", rates.map { held(constant(0.50), usual, $0, some) })
        row("no change at .10", rates.map { held(constant(0.10), usual, $0, some) })
        row("step .30 → .60", rates.map { held(stepped, usual, $0, some) })
        row("the same without the six weeks after it", rates.map { held(stepped, usual, $0, some, without: step..<(step + 6)) })
        row("from .30 to .60 and back in two years", rates.map { held(wave, usual, $0, some) })
        row("no change, false readings half by a coin", rates.map { held(flat, usual, $0, some, .mixed) })
        row("the step, false readings like the long run", rates.map { held(stepped, usual, $0, some, .likeTheLongRun) })
        row("no change, false readings by a coin", rates.map { held(flat, usual, $0, some, .coin) })
    }

    static func constant(_ share: Double) -> [Double] { [Double](repeating: share, count: weeks) }
    static var stepped: [Double] { (0..<weeks).map { $0 < step ? 0.30 : 0.60 } }
    static var wave: [Double] { (0..<weeks).map { 0.45 - 0.15 * cos(2 * .pi * Double($0) / Double(weeks)) } }
    static func coverage(times: Double) -> [Double] { (0..<weeks).map { (46..<58).contains($0) ? times : 1 } }

    static func row(_ name: String, _ cells: [String]) {
        let head = name + String(repeating: " ", count: max(0, 52 - name.count))
        print(head + cells.map { String(repeating: " ", count: max(0, 12 - $0.count)) + $0 }.joined())
    }

    static func percent(_ part: Int, of whole: Int) -> String {
        whole == 0 ? "–" : String(format: "%.1f %%", 100 * Double(part) / Double(whole))
    }

    static func pairs(
        _ share: [Double], _ coverage: [Double], _ incidents: Double, _ runs: Int,
        _ falseReading: SimulatedPair.FalseReading = .likeTheWeek,
        _ body: ([CountedAct]) -> Void
    ) {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<runs {
            body(
                SimulatedPair(share: share, coverage: coverage, incidents: incidents, falseReading: falseReading).acts(&generator)
            )
        }
    }

    static func tension(_ acts: [CountedAct], draws: Int) -> Tension {
        Tension(actor: "A", recipient: "B", acts: acts, pool: 0.45, draws: draws)
    }

    static func number(of week: Tension.Week) -> Int { (week.start - Day(number: 19_000) + 6) / 7 }

    static func falseAlarms(_ share: [Double], _ coverage: [Double], _ incidents: Double, _ runs: Int) -> String {
        var alarms = 0
        pairs(share, coverage, incidents, runs) { acts in
            if tension(acts, draws: 0).weeks.contains(where: \.isChange) { alarms += 1 }
        }
        return percent(alarms, of: runs)
    }

    /// How often a change point stands within four weeks of the step, when only so many weeks are known.
    static func found(cut: Int, _ incidents: Double, _ runs: Int) -> String {
        var hits = 0
        pairs(Array(stepped[..<cut]), coverage(times: 1), incidents, runs) { acts in
            let near = tension(acts, draws: 0).weeks.filter { $0.isChange && abs(number(of: $0) - step) <= 4 }
            if !near.isEmpty { hits += 1 }
        }
        return percent(hits, of: runs)
    }

    static func held(
        _ share: [Double], _ coverage: [Double], _ incidents: Double, _ runs: Int,
        _ falseReading: SimulatedPair.FalseReading = .likeTheWeek,
        without: Range<Int> = 0..<0
    ) -> String {
        var (ninety, half, count) = (0, 0, 0)
        pairs(share, coverage, incidents, runs, falseReading) { acts in
            for week in tension(acts, draws: 300).weeks {
                guard let bands = week.bands, share.indices.contains(number(of: week)), !without.contains(number(of: week)) else {
                    continue
                }
                let truth = 100 * share[number(of: week)]
                count += 1
                if bands.ninety.contains(truth) { ninety += 1 }
                if bands.half.contains(truth) { half += 1 }
            }
        }
        return count == 0
            ? "–" : String(format: "%.1f (%.0f)", 100 * Double(ninety) / Double(count), 100 * Double(half) / Double(count))
    }
}
