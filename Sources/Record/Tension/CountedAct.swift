public import Reading

/// A merged incident as the index counts it: when, how grave by each account, how sure, and from which origins.
public struct CountedAct: Hashable, Sendable {
    /// One account of what was done; the value 0 says that nothing was.
    public struct Account: Hashable, Sendable {
        /// From -10 (conflict) to 10 (cooperation).
        public let scale: Double
        /// How many origins tell it so.
        public let origins: Int

        public init(scale: Double, origins: Int) {
            self.scale = scale
            self.origins = origins
        }
    }

    public let id: String
    public let day: Day
    /// At least one; several where the incident is contested.
    public let accounts: [Account]
    /// The probability that it was read aright, between 0 and 1.
    public let confidence: Double
    /// Who tells of it independently of one another; at least one.
    public let origins: [String]

    /// `nil` where nobody tells of it.
    public init?(id: String, day: Day, accounts: [Account], confidence: Double, origins: [String]) {
        guard !accounts.isEmpty, !origins.isEmpty else { return nil }
        self.id = id
        self.day = day
        self.accounts = accounts
        self.confidence = min(1, max(0, confidence))
        self.origins = Set(origins).sorted()
    }

    /// The mean of its accounts, by their origins.
    var severity: Severity {
        let origins = accounts.reduce(0) { $0 + $1.origins }
        guard origins > 0 else { return Severity(scale: accounts[0].scale) }
        return accounts.reduce(Severity()) { $0 + Severity(scale: $1.scale) * (Double($1.origins) / Double(origins)) }
    }
}
