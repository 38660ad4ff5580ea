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

    /// A text with every run of white space as one space, and none at the ends.
    static func collapsed(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        let text = UnsafeBufferPointer(rebasing: text)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var at = 0
        while at < text.count {
            let width = width(in: text, at: at)
            if width == 0 {
                bytes.append(text[at])
                at += 1
            } else {
                if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
                at += width
            }
        }
        if bytes.last == 0x20 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// How many bytes the line break at a place takes; none where there is none.
    @inline(__always)
    static func breakWidth(in bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
        func follows(_ byte: UInt8, _ distance: Int) -> Bool {
            place + distance < bytes.count && bytes[place + distance] == byte
        }
        switch bytes[place] {
        case 0x0A...0x0C: return 1
        case 0x0D: return follows(0x0A, 1) ? 2 : 1
        case 0xC2: return follows(0x85, 1) ? 2 : 0
        case 0xE2: return follows(0x80, 1) && (follows(0xA8, 2) || follows(0xA9, 2)) ? 3 : 0
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
        var text = String(self)
        return text.withUTF8 { Whitespace.collapsed($0[...]) }
    }

    /// Its lines, the empty ones too, each with every run of white space as one space, and none at the ends.
    var lines: [String] {
        var text = String(self)
        return text.withUTF8 { bytes in
            var lines: [String] = []
            var (start, at) = (0, 0)
            while at < bytes.count {
                let width = Whitespace.breakWidth(in: bytes, at: at)
                if width > 0 { lines.append(Whitespace.collapsed(bytes[start..<at])) }
                at += Swift.max(width, 1)
                if width > 0 { start = at }
            }
            lines.append(Whitespace.collapsed(bytes[start...]))
            return lines
        }
    }
}
