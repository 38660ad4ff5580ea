/// The encoding of RFC 2045 that leaves text readable: lines of 76, everything but plain ASCII as `=C3=A9`.
enum QuotedPrintable {
    private static let digits = Array("0123456789ABCDEF".utf8)

    static func hexadecimal(_ byte: UInt8) -> String {
        String(decoding: [digits[Int(byte >> 4)], digits[Int(byte & 15)]], as: UTF8.self)
    }

    /// - Parameter text: with lines ended by `\n`.
    static func encoded(_ text: some Sequence<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.underestimatedCount + text.underestimatedCount / 8)
        var column = 0
        /// A space or tab that may turn out to be the line's last.
        var space: UInt8?
        func put(_ byte: UInt8, escaped: Bool) {
            if column + (escaped ? 3 : 1) > 75 {
                output += [UInt8(ascii: "="), 13, 10]
                column = 0
            }
            if escaped {
                output += [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
                column += 3
            } else {
                output.append(byte)
                column += 1
            }
        }
        for byte in text where byte != 13 {
            if let last = space {
                put(last, escaped: byte == 10)
                space = nil
            }
            switch byte {
            case 10:
                output += [13, 10]
                column = 0
            case 32, 9: space = byte
            case UInt8(ascii: "="): put(byte, escaped: true)
            // Some servers of old change a dot or "From " at a line's start.
            case UInt8(ascii: "."), UInt8(ascii: "F"): put(byte, escaped: column == 0 || column >= 75)
            case 33...126: put(byte, escaped: false)
            default: put(byte, escaped: true)
            }
        }
        if let space { put(space, escaped: true) }
        if column > 0 { output += [13, 10] }
        return output
    }
}
