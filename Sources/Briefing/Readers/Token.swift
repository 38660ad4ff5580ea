/// A mark nobody can guess and that tells nothing: 130 bits in letters that any program leaves as they are.
enum Token {
    static let length = 26
    private static let digits = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

    static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        return String(decoding: (0..<length).map { _ in digits[Int(generator.next(upperBound: 32 as UInt))] }, as: UTF8.self)
    }

    static func isDigit(_ byte: UInt8) -> Bool { digits.contains(byte) }

    static func isToken(_ text: String) -> Bool { text.utf8.count == length && text.utf8.allSatisfy(isDigit) }
}
