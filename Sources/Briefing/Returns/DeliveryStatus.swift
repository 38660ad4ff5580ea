/// An enhanced status code (RFC 3463): 5.1.1 says for good that there is no such letter box, 4.2.2 that it is full for now.
public struct DeliveryStatus: Hashable, Sendable, CustomStringConvertible {
    public let numbers: [Int]

    /// `nil` where the text is no such code.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { $0.utf8.count <= 3 ? Int($0) : nil }
        guard parts.count == 3, numbers.count == 3, [2, 4, 5].contains(numbers[0]), numbers.allSatisfy({ $0 >= 0 }) else {
            return nil
        }
        self.numbers = numbers
    }

    public var isLasting: Bool { numbers[0] == 5 }
    public var isPassing: Bool { numbers[0] == 4 }
    public var description: String { numbers.map(String.init).joined(separator: ".") }
}
