/// From bytes of UTF-8 to code points: a count at every 256th byte, the rest counted when asked.
struct CodePointOffsets: Sendable {
    private static let stride = 256
    /// Code points that begin before byte `256 * index`; empty where the text is ASCII and nothing needs counting.
    private let counts: [Int]

    init(_ bytes: [UInt8]) {
        guard bytes.contains(where: { $0 >= 0x80 }) else {
            counts = []
            return
        }
        var counts: [Int] = []
        counts.reserveCapacity(bytes.count / Self.stride + 1)
        var count = 0
        for (index, byte) in bytes.enumerated() {
            if index % Self.stride == 0 { counts.append(count) }
            if byte & 0xC0 != 0x80 { count += 1 }
        }
        if bytes.count % Self.stride == 0 { counts.append(count) }
        self.counts = counts
    }

    func offset(ofByte byte: Int, in bytes: [UInt8]) -> Int {
        guard !counts.isEmpty else { return byte }
        let block = byte / Self.stride
        var count = counts[block]
        for index in block * Self.stride..<byte where bytes[index] & 0xC0 != 0x80 { count += 1 }
        return count
    }
}
