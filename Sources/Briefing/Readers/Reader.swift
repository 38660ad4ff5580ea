public import Foundation

/// Somebody who asked for the letter: all that is kept of him. Encoded as the export he may ask for.
public struct Reader: Sendable, Codable {
    public enum State: String, Sendable, Codable {
        /// Asked, and has not confirmed yet.
        case pending
        case active
        case left
        /// Letters came back, or were complained of.
        case suppressed
    }

    /// Tells nothing of who it is; what logs name.
    public let id: String
    /// Absent once he has left.
    public let address: String?
    public let state: State
    /// "AZE-RUS"; all where empty.
    public let pairs: [String]
    /// The words he agreed to, when he asked and when he confirmed.
    public let wording: String
    public let asked: Date
    public let confirmed: Date?
    public let ended: Date?
    /// "site", or the name of the list he was imported from.
    public let origin: String
    public let deliveries: [Delivery]

    /// A letter sent to him.
    public struct Delivery: Sendable, Codable {
        public let issue: String
        public let state: String
        public let at: Date?
    }
}
