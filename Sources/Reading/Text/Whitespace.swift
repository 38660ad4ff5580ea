/// White space in UTF-8 bytes, as Unicode counts it.
enum Whitespace {
    /// How many bytes the white space at a place takes; none where there is none.
    @inline(__always)
    static func width(in bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
        let byte = bytes[place]
        if byte < 0x80 { return byte.isAsciiSpace ? 1 : 0 }
        if byte == 0xC2 { return place + 1 < bytes.count && (bytes[place + 1] == 0xA0 || bytes[place + 1] == 0x85) ? 2 : 0 }
        guard byte == 0xE2 || byte == 0xE3, place + 2 < bytes.count else { return 0 }
        switch (byte, bytes[place + 1], bytes[place + 2]) {
        case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F),
            (0xE3, 0x80, 0x80):
            return 3
        default: return 0
        }
    }
}

extension UInt8 {
    @inline(__always)
    var isAsciiSpace: Bool { self == 0x20 || self &- 9 < 5 }
}

extension StringProtocol {
    /// Without white space at either end.
    var trimmingWhitespace: String {
        var view = Substring(self)
        while let first = view.unicodeScalars.first, first.properties.isWhitespace { view = view.dropFirst() }
        while let last = view.unicodeScalars.last, last.properties.isWhitespace { view = view.dropLast() }
        return String(view)
    }

    /// With every run of white space as one space, and none at the ends.
    var collapsingWhitespace: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        var text = String(self)
        text.withUTF8 { text in
            var at = 0
            while at < text.count {
                let width = Whitespace.width(in: text, at: at)
                if width == 0 {
                    bytes.append(text[at])
                    at += 1
                } else {
                    if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
                    at += width
                }
            }
        }
        if bytes.last == 0x20 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
