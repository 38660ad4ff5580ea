import Glibc

/// Takes out of a page what is no markup: scripts, styles, drawings and comments, which are most of its bytes.
///
/// They go before the page is parsed, by the end marks browsers look for: it halves the parser's work, and markup within a
/// script cannot be taken for the page's. Scripts of linked data stay, and so does what is opened and never closed.
struct RawText {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// The kinds after which no end mark follows any more, so that nothing is sought twice.
    private var unclosed = [Bool](repeating: false, count: kinds.count)

    private static let kinds: [(open: [UInt8], close: [UInt8])] = [
        ("!--", "-->"), ("script", "</script"), ("style", "</style"), ("svg", "</svg"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
    private static let linkedData = Array("ld+json".utf8)
    private static let longestTag = 4_096

    static func removed(from html: [UInt8]) -> [UInt8] {
        html.withUnsafeBufferPointer { bytes in
            var scan = RawText(bytes: bytes)
            return scan.kept()
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private mutating func kept() -> [UInt8] {
        var kept: [UInt8] = []
        kept.reserveCapacity(bytes.count)
        var copied = 0
        var at = 0
        while let open = find(0x3C, from: at) {
            at = open + 1
            guard let (end, isData) = end(ofRawTextAt: open) else { continue }
            at = end
            if isData { continue }
            kept.append(contentsOf: bytes[copied..<open])
            copied = end
        }
        kept.append(contentsOf: bytes[copied...])
        return kept
    }

    /// Where raw text ends that begins at a place, and whether it is linked data.
    private mutating func end(ofRawTextAt open: Int) -> (end: Int, isData: Bool)? {
        guard let kind = Self.kinds.firstIndex(where: { matches($0.open, at: open + 1) }), !unclosed[kind] else { return nil }
        var start = open + 1 + Self.kinds[kind].open.count
        var isData = false
        if kind > 0 {
            let limit = min(bytes.count, start + Self.longestTag)
            guard start < limit, bytes[start].isAsciiSpace || bytes[start] == 0x3E || bytes[start] == 0x2F,
                let tagEnd = bytes[start..<limit].firstIndex(of: 0x3E)
            else { return nil }
            isData = find(Self.linkedData, from: start, to: tagEnd) != nil
            start = tagEnd
        }
        guard let close = find(Self.kinds[kind].close, from: start, to: bytes.count), let last = find(0x3E, from: close) else {
            unclosed[kind] = true
            return nil
        }
        return (last + 1, isData)
    }

    private func find(_ byte: UInt8, from start: Int) -> Int? { bytes.index(of: byte, from: start) }

    /// The next place of a lower-case pattern, in any case.
    private func find(_ pattern: [UInt8], from start: Int, to end: Int) -> Int? {
        var at = start
        // The marks begin with no letter, the one pattern that does is sought in a tag only.
        let isLetter = pattern[0] != pattern[0] & 0xDF
        while at + pattern.count <= end {
            if !isLetter {
                guard let next = find(pattern[0], from: at), next + pattern.count <= end else { return nil }
                at = next
            }
            if matches(pattern, at: at) { return at }
            at += 1
        }
        return nil
    }

    private func matches(_ pattern: [UInt8], at start: Int) -> Bool {
        guard start + pattern.count <= bytes.count else { return false }
        for (offset, byte) in pattern.enumerated() where bytes[start + offset].lowercased != byte { return false }
        return true
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The next place of a byte, found as fast as the C library can.
    func index(of byte: UInt8, from start: Int) -> Int? {
        guard let base = baseAddress, start < count, let found = memchr(base + start, Int32(byte), count - start) else {
            return nil
        }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
}
