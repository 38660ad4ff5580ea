/// The calm box that asks for support: links to pages of a payment service, and nothing that comes back from there.
///
/// No card, amount or donor is ever seen or kept here. Without a link there is no box.
public struct SupportBox: Hashable, Sendable {
    /// How often one gives.
    public enum Rhythm: String, Hashable, Sendable, CaseIterable { case once, monthly, annual }

    /// A checkout page of the payment service.
    public struct Link: Hashable, Sendable {
        public let rhythm: Rhythm
        public let address: String
        public let label: String
        /// ISO 4217.
        public let currency: String
        /// What is suggested; the service asks for the amount.
        public let amounts: [Int]

        /// - Throws: where the address is no secure page, or the currency no code.
        public init(rhythm: Rhythm, address: String, label: String, currency: String, amounts: [Int]) throws(BriefingError) {
            guard address.hasPrefix("https://"), !address.contains(where: { $0.isWhitespace || $0 == "\"" || $0 == "<" }) else {
                throw BriefingError(
                    "support, \(rhythm.rawValue)", "“\(address)” is no secure page",
                    remedy: "give the checkout's address, https://…")
            }
            guard currency.utf8.count == 3, currency.utf8.allSatisfy({ (65...90).contains($0) }) else {
                throw BriefingError(
                    "support, \(rhythm.rawValue)", "“\(currency)” is no currency", remedy: "write its code, such as EUR")
            }
            guard amounts.allSatisfy({ $0 > 0 }) else {
                throw BriefingError("support, \(rhythm.rawValue)", "an amount is not above zero", remedy: "leave it out")
            }
            self.rhythm = rhythm
            self.address = address
            self.label = label
            self.currency = currency
            self.amounts = amounts
        }

        /// "5, 20 or 50 EUR".
        public var suggestion: String? {
            guard let last = amounts.last else { return nil }
            let others = amounts.dropLast().map(String.init).joined(separator: ", ")
            return (others.isEmpty ? "\(last)" : "\(others) or \(last)") + " \(currency)"
        }
    }

    public let text: String
    public let links: [Link]
    /// The page that explains it and has the reminder.
    public let page: String

    /// - Parameter links: `nil` comes of none.
    public init?(text: String, links: [Link], page: String) {
        guard !links.isEmpty else { return nil }
        self.text = text
        self.links = links
        self.page = page
    }

    /// What has to be said before one leaves for the payment service.
    public static let warning =
        "Your bank and the payment service will see that you paid, when and whom. If that could endanger you, do not; reading is free, and nobody here knows who gives."
}
