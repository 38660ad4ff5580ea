/// How deeply a JSON text nests and how many values it holds, told in one pass without taking it apart.
///
/// Parsers recurse into brackets and make of each value an object many times its size: who asks first is never surprised.
struct JSONShape {
    /// Brackets open at once, at most.
    private(set) var depth = 0
    /// Values at least, those within others included.
    private(set) var values = 0

    init(of text: [UInt8]) {
        text.withUnsafeBufferPointer { bytes in
            var open = 0
            var at = 0
            while at < bytes.count {
                switch bytes[at] {
                case UInt8(ascii: "\""): at = bytes.closingQuote(from: at + 1) ?? bytes.count
                case UInt8(ascii: "{"), UInt8(ascii: "["):
                    open += 1
                    values += 1
                    depth = max(depth, open)
                case UInt8(ascii: "}"), UInt8(ascii: "]"): open -= 1
                case UInt8(ascii: ","), UInt8(ascii: ":"): values += 1
                default: break
                }
                at += 1
            }
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Where a JSON string ends whose first character is at a place: at the first quotation mark that is not escaped.
    func closingQuote(from start: Int) -> Int? {
        var place = start
        while let quote = index(of: UInt8(ascii: "\""), from: place) {
            var escape = quote
            while escape > start, self[escape - 1] == UInt8(ascii: "\\") { escape -= 1 }
            if (quote - escape).isMultiple(of: 2) { return quote }
            place = quote + 1
        }
        return nil
    }
}
