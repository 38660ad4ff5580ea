/// Names to small numbers, looked up by their bytes without a string being made of them.
struct NameTable: Sendable {
    private var hashes: [UInt64]
    private var values: [UInt8]

    /// - Parameter names: lower case, each with the number it stands for; none is empty.
    init(_ names: some Sequence<(name: String, value: UInt8)>) {
        let names = Array(names)
        var size = 64
        while size < names.count * 4 { size *= 2 }
        hashes = [UInt64](repeating: 0, count: size)
        values = [UInt8](repeating: 0, count: size)
        for (name, value) in names {
            var hash = Self.start
            for byte in name.utf8 { hash = Self.extended(hash, by: byte) }
            var slot = Int(truncatingIfNeeded: hash) & (size - 1)
            while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & (size - 1) }
            hashes[slot] = hash
            values[slot] = value
        }
    }

    /// FNV-1a, which a scan can carry along byte by byte.
    static let start: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    static func extended(_ hash: UInt64, by byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

    /// The number of the name with a hash; `nil` where no name has it.
    @inline(__always)
    func value(ofHash hash: UInt64) -> UInt8? {
        var slot = Int(truncatingIfNeeded: hash) & (hashes.count - 1)
        while hashes[slot] != 0 {
            if hashes[slot] == hash { return values[slot] }
            slot = (slot + 1) & (hashes.count - 1)
        }
        return nil
    }

    /// The number of a name in any case, ending in a zero byte.
    func value(ofName name: UnsafePointer<UInt8>) -> UInt8? {
        var hash = Self.start
        var at = 0
        while name[at] != 0, at < 32 {
            hash = Self.extended(hash, by: name[at].lowercased)
            at += 1
        }
        return value(ofHash: hash)
    }
}

extension UInt8 {
    /// The letter in lower case, if it is one of the Latin capitals.
    @inline(__always)
    var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}
