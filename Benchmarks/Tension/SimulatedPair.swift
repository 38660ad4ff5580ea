import Foundation
import Reading
import Record

/// One state's acts towards another as invented reports tell them: the truth is known, so that the index can be held to it.
///
/// Stories come at random, each with one incident or more of which some are alike, and with reports that tell most of
/// them; what is read has a confidence, and is false as often as that says; some of it is contested.
struct SimulatedPair {
    enum FalseReading {
        /// Like the acts of its week, as where one is taken for another that is told beside it.
        case likeTheWeek
        /// One half like the acts told beside it, one half hostile or cooperative by the throw of a coin.
        case mixed
        /// Like the pair's acts in the long run, as where an old act is told again.
        case likeTheLongRun
        /// By the throw of a coin.
        case coin
    }

    /// The true hostile share, weighted by severity, week by week.
    var share: [Double]
    /// By how much more is told than usual, week by week.
    var coverage: [Double]
    /// How many incidents are told in a usual week.
    var incidents: Double
    var falseReading = FalseReading.likeTheWeek

    /// The acts' scales, about as often as reports have them.
    private static let hostileScales = [-1.5, -2, -2, -2.5, -3, -3, -3, -3.5, -4, -5, -5.5, -6, -6.5, -7, -7, -9, -9.5]
    private static let cooperativeScales = [2, 2, 2.5, 2.5, 2.5, 3, 3, 4, 4, 4.5, 5, 6, 6.5, 8.5, 9, 10]
    private static let incidentsInStory = 1.5

    func acts(_ generator: inout SeededGenerator) -> [CountedAct] {
        let longRun = share.reduce(0, +) / Double(share.count)
        var acts: [CountedAct] = []
        for week in share.indices {
            let stories = Self.poisson(coverage[week] * incidents / Self.incidentsInStory, &generator)
            for story in 0..<stories {
                let name = "\(week).\(story)"
                let reports = (0...Self.poisson(0.6 * coverage[week], &generator)).map { "\(name).r\($0)" }
                let tendency = isHostile(share[week], &generator)
                for number in 0...Self.poisson(Self.incidentsInStory - 1, &generator) {
                    let confidence = 0.5 + 0.5 * generator.uniform()
                    let isTrue = generator.uniform() < confidence
                    let hostile =
                        if isTrue { generator.uniform() < 0.3 ? tendency : isHostile(share[week], &generator) } else {
                            switch falseReading {
                            case .mixed: isHostile(generator.uniform() < 0.5 ? share[week] : 0.5, &generator)
                            case .likeTheWeek: isHostile(share[week], &generator)
                            case .likeTheLongRun: isHostile(longRun, &generator)
                            case .coin: isHostile(0.5, &generator)
                            }
                        }
                    let telling = reports.filter { _ in generator.uniform() < 0.7 }
                    acts += [
                        act(
                            "\(name).i\(number)", week: week, hostile: hostile, confidence: confidence,
                            origins: telling.isEmpty ? [reports[0]] : telling, &generator)
                    ].compactMap(\.self)
                }
            }
        }
        return acts
    }

    private func act(
        _ id: String, week: Int, hostile: Bool, confidence: Double, origins: [String], _ generator: inout SeededGenerator
    ) -> CountedAct? {
        let scales = hostile ? Self.hostileScales : Self.cooperativeScales
        let scale = scales[Int(generator.uniform() * Double(scales.count))]
        var accounts = [CountedAct.Account(scale: scale, origins: origins.count)]
        var origins = origins
        if generator.uniform() < 0.1 {
            accounts.append(CountedAct.Account(scale: 0, origins: 1))
            origins.append(id + ".denial")
        }
        let day = Day(number: 19_000 + 7 * week + Int(generator.uniform() * 7))
        return CountedAct(id: id, day: day, accounts: accounts, confidence: confidence, origins: origins)
    }

    /// So that the share of severity is as asked, whatever the scales of both sides.
    private func isHostile(_ share: Double, _ generator: inout SeededGenerator) -> Bool {
        func mean(_ scales: [Double]) -> Double { abs(scales.reduce(0, +)) / Double(scales.count) }
        let hostile = share / mean(Self.hostileScales)
        let cooperative = (1 - share) / mean(Self.cooperativeScales)
        return generator.uniform() < hostile / (hostile + cooperative)
    }

    private static func poisson(_ mean: Double, _ generator: inout SeededGenerator) -> Int {
        var count = 0
        var left = mean - generator.exponential()
        while left > 0 {
            count += 1
            left -= generator.exponential()
        }
        return count
    }
}
