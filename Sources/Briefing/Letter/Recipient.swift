/// A reader as letters are addressed to: the letter box, and the marks by which page and delivery report know him.
struct Recipient: Hashable, Sendable {
    let id: String
    let address: Address
    /// Ends the subscription.
    let leaving: String
    /// Marks the return path.
    let returning: String
}
