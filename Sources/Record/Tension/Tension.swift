public import Reading
internal import Foundation

/// The share of one state's reported acts towards another that were hostile, weighted by severity, week by week.
///
/// I = 100·(H + m·ḡ·p₀)/(H + C + m·ḡ), where H and C are the hostile and cooperative severity of the incidents so far,
/// each counted with its confidence and half as much every three weeks. It tells what was reported; it is no forecast.
/// How it is made and how well its bands and change points hold: Documentation/tension.md.
public struct Tension: Sendable {
    /// m: as many acts of the long run are added to those of a week.
    static let priorActs = 5.0
    static let halfLife = 3.0
    /// With fewer effective incidents there is no line.
    public static let fewestEffective = 5.0

    /// What a week's index lies between, with some probability.
    public struct Bands: Hashable, Sendable {
        public let half: ClosedRange<Double>
        public let ninety: ClosedRange<Double>
    }

    public struct Week: Hashable, Sendable {
        /// Its Monday.
        public let start: Day
        /// From 0 (all cooperative) to 100 (all hostile); `nil` where there are too few reports.
        public let index: Double?
        public let bands: Bands?
        /// How many incidents the index rests on: each by its confidence and age.
        public let effective: Double
        /// The coverage: how many incidents of this very week are told, and from how many origins.
        public let incidents: Int
        public let origins: Int
        /// Whether the hostile share is another one from this week on.
        public let isChange: Bool
    }

    /// By how many points one incident moves one week's index away from the long run.
    public struct Contribution: Hashable, Sendable {
        public let incident: String
        public let points: Double
    }

    public let actor: String
    public let recipient: String
    /// p₀, from 0 to 1.
    public let longRunShare: Double
    public let weeks: [Week]

    private let acts: [CountedAct]
    private let meanSeverity: Double

    /// - Parameters:
    ///   - acts: of the actor towards the recipient, in any order.
    ///   - pool: the hostile share of all pairs, from 0 to 1.
    ///   - draws: of the bootstrap; none leaves out the bands.
    public init(actor: String, recipient: String, acts: [CountedAct], pool: Double, draws: Int = Bootstrap.draws) {
        self.actor = actor
        self.recipient = recipient
        self.acts = acts.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
        let longRun = LongRun(of: self.acts, pool: pool)
        meanSeverity = longRun.meanSeverity
        let all = self.acts.reduce(Severity()) { $0 + $1.severity * $1.confidence }
        longRunShare = longRun.share(of: all)
        guard let first = self.acts.first, let last = self.acts.last else {
            weeks = []
            return
        }
        let start = Self.week(of: first.day)
        let count = Self.week(of: last.day) - start + 1
        var own = [Severity](repeating: Severity(), count: count)
        var weight = [Double](repeating: 0, count: count)
        var incidents = [Int](repeating: 0, count: count)
        var origins = [Set<String>](repeating: [], count: count)
        for act in self.acts {
            let week = Self.week(of: act.day) - start
            own[week] = own[week] + act.severity * act.confidence
            weight[week] += act.confidence
            incidents[week] += 1
            origins[week].formUnion(act.origins)
        }
        var effective = 0.0
        let reach = weight.map { weight in
            effective = effective * Self.decay + weight
            return effective
        }
        let changes = Set(ChangePoints(own, meanSeverity: meanSeverity).starts)
        let lines = (0..<count).filter { reach[$0] >= Self.fewestEffective }
        let bands = Bootstrap(self.acts, longRun: longRun, start: start, count: count).bands(of: lines, draws: draws)
        let prior = Self.prior(share: longRunShare, meanSeverity: meanSeverity)
        var severity = Severity()
        var weeks: [Week] = []
        for week in 0..<count {
            severity = severity * Self.decay + own[week]
            weeks.append(
                Week(
                    start: Self.monday(start + week),
                    index: reach[week] >= Self.fewestEffective ? Self.index(severity, prior: prior) : nil,
                    bands: bands[week], effective: reach[week], incidents: incidents[week], origins: origins[week].count,
                    isChange: changes.contains(week)))
        }
        self.weeks = weeks
    }

    /// What each incident adds to a week's index or takes from it. Together they are the index less the long run's,
    /// 100·p₀, exactly.
    public func contributions(to week: Week) -> [Contribution] {
        let number = Self.week(of: week.start)
        let told = acts.prefix { Self.week(of: $0.day) <= number }.map { act in
            (act.id, act.severity * (act.confidence * pow(Self.decay, Double(number - Self.week(of: act.day)))))
        }
        let weight = told.reduce(0) { $0 + $1.1.total } + Self.priorActs * meanSeverity
        return told.map { id, part in
            Contribution(
                incident: id, points: 100 * (part.hostile * (1 - longRunShare) - part.cooperative * longRunShare) / weight)
        }
    }

    // MARK: The formula

    /// Of what is a week old.
    static let decay = pow(2, -1 / halfLife)

    static func prior(share: Double, meanSeverity: Double) -> Severity {
        var prior = Severity()
        prior.hostile = priorActs * meanSeverity * share
        prior.cooperative = priorActs * meanSeverity * (1 - share)
        return prior
    }

    static func index(_ severity: Severity, prior: Severity) -> Double { 100 * ((severity + prior).share ?? 0) }

    /// Weeks since the one that 1970 began in.
    static func week(of day: Day) -> Int { Int((Double(day.number + 3) / 7).rounded(.down)) }
    static func monday(_ week: Int) -> Day { Day(number: week * 7 - 3) }
}
