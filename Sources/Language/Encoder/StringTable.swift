/// The numbers of strings, found by their UTF-8, so that a look-up needs no `String` of its own.
struct StringTable: Sendable {
    /// The strings one after another, and where each ends.
    private var bytes: [UInt8] = []
    private var ends = [0]
    private var numbers: [Int32] = []
    /// Open addressing: the place of a string in `ends` and `numbers`, or -1.
    private var slots: [Int32]
    /// Bytes of the longest string.
    private(set) var longest = 0

    /// Of equal strings the first counts.
    init(_ strings: [(String, Int32)]) {
        var size = 16
        while size < 2 * strings.count { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
        for (string, number) in strings {
            let slot = slot(of: Array(string.utf8).span)
            guard slots[slot] < 0 else { continue }
            slots[slot] = Int32(numbers.count)
            bytes += string.utf8
            ends.append(bytes.count)
            numbers.append(number)
            longest = max(longest, string.utf8.count)
        }
    }

    func number(of key: Span<UInt8>) -> Int32? {
        let place = slots[slot(of: key)]
        return place < 0 ? nil : numbers[Int(place)]
    }

    func number(of key: String) -> Int32? { number(of: Array(key.utf8).span) }

    /// The slot where a string is, or would be.
    private func slot(of key: Span<UInt8>) -> Int {
        // FNV-1a (Fowler, Noll and Vo), whose higher bits are mixed better.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in key.indices { hash = (hash ^ UInt64(key[index])) &* 0x100_0000_01B3 }
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
        while slots[slot] >= 0, !isEqual(key, Int(slots[slot])) { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    private func isEqual(_ key: Span<UInt8>, _ place: Int) -> Bool {
        let start = ends[place]
        guard ends[place + 1] - start == key.count else { return false }
        for index in key.indices where bytes[start + index] != key[index] { return false }
        return true
    }
}
