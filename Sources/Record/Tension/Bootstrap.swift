/// The Bayesian bootstrap over origins (Rubin 1981): what the index could as well have been.
///
/// Each draw weighs the origins anew, keeps an incident with the probability that it was read aright, takes one account of
/// a contested one, and draws the acts of the long run that are added.
public struct Bootstrap: Sendable {
    public static let draws = 1_000
    /// The acts of the long run are drawn as so many times as many of so much less weight. With one, the bands are too wide
    /// where little is told, and with ever more too narrow: Documentation/tension.md.
    static let priorFineness = 3.0
    static let seed: UInt64 = 0x4465_6D61_7263_6865

    private struct Act {
        let week: Int
        let confidence: Double
        /// Where in the lists below its accounts and origins are.
        let accounts: Range<Int>
        let origins: Range<Int>
    }

    private var acts: [Act] = []
    private var accounts: [(severity: Severity, origins: Int)] = []
    private var origins: [Int] = []
    private let originCount: Int
    private let longRun: LongRun
    private let count: Int

    init(_ acts: [CountedAct], longRun: LongRun, start: Int, count: Int) {
        let names = Set(acts.flatMap(\.origins)).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
        originCount = names.count
        self.longRun = longRun
        self.count = count
        for act in acts {
            let (firstAccount, firstOrigin) = (accounts.count, origins.count)
            accounts += act.accounts.map { (Severity(scale: $0.scale), max(1, $0.origins)) }
            origins += act.origins.compactMap { numbers[$0] }
            self.acts.append(
                Act(
                    week: Tension.week(of: act.day) - start, confidence: act.confidence,
                    accounts: firstAccount..<accounts.count, origins: firstOrigin..<origins.count))
        }
    }

    /// The bands of some weeks; none where nothing is drawn.
    func bands(of weeks: [Int], draws: Int) -> [Int: Tension.Bands] {
        guard draws > 0 else { return [:] }
        var generator = SeededGenerator(seed: Self.seed)
        var values = [[Double]](repeating: [], count: weeks.count)
        for _ in 0..<draws {
            let line = draw(&generator)
            for (index, week) in weeks.enumerated() { values[index].append(line[week]) }
        }
        let bands = values.map { values in
            let sorted = values.sorted()
            func quantile(_ share: Double) -> Double { sorted[Int((share * Double(sorted.count - 1)).rounded())] }
            return Tension.Bands(half: quantile(0.25)...quantile(0.75), ninety: quantile(0.05)...quantile(0.95))
        }
        return Dictionary(uniqueKeysWithValues: zip(weeks, bands))
    }

    /// The index of every week, once more.
    private func draw(_ generator: inout SeededGenerator) -> [Double] {
        var weights = [Double](repeating: 0, count: originCount)
        for index in weights.indices { weights[index] = generator.exponential() }
        var own = [Severity](repeating: Severity(), count: count)
        var all = Severity()
        for act in acts {
            guard generator.uniform() < act.confidence else { continue }
            var weight = 0.0
            for index in act.origins { weight += weights[origins[index]] }
            let severity = account(of: act, &generator) * (weight / Double(act.origins.count))
            own[act.week] = own[act.week] + severity
            all = all + severity
        }
        let share = longRun.share(of: all)
        var prior = Severity()
        let acts = Self.priorFineness * Tension.priorActs
        prior.hostile = generator.gamma(shape: acts * share) * longRun.meanSeverity / Self.priorFineness
        prior.cooperative = generator.gamma(shape: acts * (1 - share)) * longRun.meanSeverity / Self.priorFineness
        var severity = Severity()
        return own.map { week in
            severity = severity * Tension.decay + week
            return Tension.index(severity, prior: prior)
        }
    }

    /// An account is taken as often as origins tell it.
    private func account(of act: Act, _ generator: inout SeededGenerator) -> Severity {
        guard act.accounts.count > 1 else { return accounts[act.accounts.lowerBound].severity }
        var left = generator.uniform() * Double(act.accounts.reduce(0) { $0 + accounts[$1].origins })
        for index in act.accounts {
            left -= Double(accounts[index].origins)
            if left < 0 { return accounts[index].severity }
        }
        return accounts[act.accounts.upperBound - 1].severity
    }
}
