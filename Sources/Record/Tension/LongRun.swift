/// What a pair's acts are like in the long run, towards which weeks with few acts are drawn.
struct LongRun: Sendable {
    /// From how many incidents on a pair stands for itself.
    static let sufficient = 50

    let acts: Int
    /// The mean severity of an act, ḡ.
    let meanSeverity: Double
    /// The hostile share of all pairs.
    let pool: Double

    init(of acts: [CountedAct], pool: Double) {
        self.acts = acts.count
        self.pool = pool
        let confidence = acts.reduce(0) { $0 + $1.confidence }
        let total = acts.reduce(0) { $0 + $1.confidence * $1.severity.total }
        meanSeverity = confidence > 0 && total > 0 ? total / confidence : 1
    }

    /// The pair's own share; below the sufficient number of incidents, those that are missing are as hostile as the pool.
    func share(of own: Severity) -> Double {
        guard let share = own.share else { return pool }
        let weight = min(1, Double(acts) / Double(Self.sufficient))
        return weight * share + (1 - weight) * pool
    }
}
