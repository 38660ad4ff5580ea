/// Addresses of the web and of mail, which stay whole.
enum Addresses {
    /// Whether a byte tells that its piece may hold an address.
    static func mark(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "@") || byte == UInt8(ascii: "/") }

    /// The end of an address that begins a range, if one does; closing marks are left out of it.
    static func end(_ span: Span<UInt8>, _ range: Range<Int>) -> Int? {
        guard range.count > 4 else { return nil }
        func begins(with start: StaticString) -> Bool {
            let end = range.lowerBound + start.utf8CodeUnitCount
            return end < range.upperBound && Tokeniser.matches(span, range.lowerBound..<end, start)
        }
        let isOfWeb = begins(with: "http://") || begins(with: "https://") || begins(with: "www.")
        return isOfWeb ? webEnd(span, range) : mailEnd(span, range)
    }

    private static func webEnd(_ span: Span<UInt8>, _ range: Range<Int>) -> Int {
        var end = range.lowerBound
        while end < range.upperBound, span[end] != UInt8(ascii: "<"), span[end] != UInt8(ascii: ">"),
            span[end] != UInt8(ascii: "\"")
        { end += 1 }
        while end > range.lowerBound + 5 {
            let byte = span[end - 1]
            guard byte < 0x80, byte != UInt8(ascii: "/") else { break }
            let kind = ByteClass.ascii[Int(byte)]
            guard kind == .terminal || kind == .closing || kind == .other || kind == .apostrophe else { break }
            end -= 1
        }
        return end
    }

    /// `name@host.domain`, with the marks that may stand in each.
    private static func mailEnd(_ span: Span<UInt8>, _ range: Range<Int>) -> Int? {
        func isPart(_ byte: UInt8) -> Bool {
            guard byte < 0x80 else { return false }
            let kind = ByteClass.ascii[Int(byte)]
            return kind == .letter || kind == .digit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
        }
        let limit = min(range.upperBound, range.lowerBound + longest)
        var index = range.lowerBound
        while index < limit, isPart(span[index]) || span[index] == UInt8(ascii: "%") || span[index] == UInt8(ascii: "+") {
            index += 1
        }
        guard index < limit, index > range.lowerBound, span[index] == UInt8(ascii: "@") else { return nil }
        let host = index + 1
        index = host
        while index < limit, isPart(span[index]) { index += 1 }
        while index > host, span[index - 1] == UInt8(ascii: ".") || span[index - 1] == UInt8(ascii: "-") { index -= 1 }
        for dot in host..<index where span[dot] == UInt8(ascii: ".") { return index }
        return nil
    }

    /// No address of mail is longer; so that a piece full of marks is not read again and again.
    private static let longest = 254
}
