/// How far the letter to one reader has come.
public enum DeliveryState: String, Sendable, Codable, CaseIterable {
    case waiting
    /// A process has taken it on.
    case claimed
    case accepted
    /// Put off by the server; tried again.
    case deferred
    /// By the server, for good or after the last try.
    case refused
    /// Given over to its last byte, and no answer known. Not sent again: it may well have come.
    case uncertain
    /// The reader left before it was sent.
    case dropped
}
