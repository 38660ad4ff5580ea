internal import Foundation

/// Finds the weeks from which on the hostile share is another one: PELT (Killick, Fearnhead and Eckley 2012) with the
/// deviance of a quasi-binomial as the cost of a stretch of weeks.
struct ChangePoints {
    /// A stretch has no fewer weeks in which anything is told.
    static let minimumWeeks = 4

    /// The weeks in which anything is told.
    private let told: [Int]
    /// Sums over the told weeks before an index, in acts of mean severity.
    private let hostile: [Double]
    private let total: [Double]
    /// By how much weeks vary more than single acts told independently would, φ; at least 1.
    let dispersion: Double

    /// - Parameters:
    ///   - weeks: the severity of each week's own acts.
    ///   - meanSeverity: what an act counts.
    init(_ weeks: [Severity], meanSeverity: Double) {
        told = weeks.indices.filter { weeks[$0].total > 0 }
        var hostile = [0.0]
        var total = [0.0]
        for week in told.map({ weeks[$0] }) {
            hostile.append(hostile[hostile.count - 1] + week.hostile / meanSeverity)
            total.append(total[total.count - 1] + week.total / meanSeverity)
        }
        self.hostile = hostile
        self.total = total
        dispersion = Self.dispersion(weeks, meanSeverity)
    }

    /// The first weeks of all stretches but the first, in order.
    var starts: [Int] {
        let count = told.count
        let shortest = Self.minimumWeeks
        guard count >= 2 * shortest else { return [] }
        let penalty = 3 * log(Double(count))
        var best = [Double](repeating: .infinity, count: count + 1)
        var previous = [Int](repeating: 0, count: count + 1)
        best[0] = -penalty
        /// Where the last stretch may begin, and from which end on it no longer can.
        var candidates = [(start: 0, until: Int.max)]
        for end in shortest...count {
            candidates.removeAll { $0.until <= end }
            var costs: [Double] = []
            for (start, _) in candidates {
                let cost = best[start] + self.cost(start..<end)
                costs.append(cost)
                if cost + penalty < best[end] {
                    best[end] = cost + penalty
                    previous[end] = start
                }
            }
            // What is behind now stays behind, once a stretch may begin here: a stretch never costs less than its parts.
            for index in candidates.indices where costs[index] > best[end] {
                candidates[index].until = min(candidates[index].until, end + shortest)
            }
            let next = end + 1 - shortest
            if next >= shortest { candidates.append((next, .max)) }
        }
        var starts: [Int] = []
        var end = count
        while previous[end] > 0 {
            starts.append(told[previous[end]])
            end = previous[end]
        }
        return starts.reversed()
    }

    /// Twice the negative log-likelihood of some weeks under one share, over φ.
    private func cost(_ weeks: Range<Int>) -> Double {
        let h = hostile[weeks.upperBound] - hostile[weeks.lowerBound]
        let n = total[weeks.upperBound] - total[weeks.lowerBound]
        let c = n - h
        guard h > 1e-9, c > 1e-9 else { return 0 }
        return -2 * (h * log(h / n) + c * log(c / n)) / dispersion
    }

    /// From the differences of neighbouring weeks, which a change of level touches only once.
    private static func dispersion(_ weeks: [Severity], _ meanSeverity: Double) -> Double {
        let told = weeks.filter { $0.total > 0 }.map { $0 * (1 / meanSeverity) }
        var sum = 0.0
        var count = 0.0
        for index in told.indices.dropFirst() {
            let near = told[max(0, index - 4)..<min(told.count, index + 4)].reduce(Severity(), +)
            guard let share = near.share, share > 0, share < 1 else { continue }
            let (a, b) = (told[index - 1], told[index])
            let difference = a.hostile / a.total - b.hostile / b.total
            sum += difference * difference / (share * (1 - share) * (1 / a.total + 1 / b.total))
            count += 1
        }
        return count > 0 ? max(1, sum / count) : 1
    }
}
