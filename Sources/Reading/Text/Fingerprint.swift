/// What a text leaves behind by which its copies are known: the same agency text under another headline, with another first
/// line, or cut at its end.
///
/// The runs of five words of the text are hashed, and the smallest hashes kept (Broder, "On the resemblance and containment of
/// documents", 1997). The same words always give the same fingerprint, whatever their case, punctuation and paragraphs.
package struct Fingerprint: Hashable, Sendable {
    /// In ascending order.
    private let hashes: [UInt32]
    /// How many different runs of words the text has.
    private let count: Int

    private static let run = 5
    private static let kept = 256

    package init(_ text: String) {
        var runs: Set<UInt32> = []
        var last: [UInt64] = []
        func take() {
            guard !last.isEmpty else { return }
            var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
            for word in last { hash = Self.mixed(hash &* 31 ^ word) }
            runs.insert(UInt32(truncatingIfNeeded: hash >> 32))
        }
        var words = 0
        Words.forEach(in: text) { word in
            if last.count == Self.run { last.removeFirst() }
            last.append(word)
            words += 1
            if last.count == Self.run { take() }
        }
        // A text of fewer words is one run.
        if words < Self.run { take() }
        hashes = Array(runs.sorted().prefix(Self.kept))
        count = runs.count
    }

    /// How much of the shorter of two texts stands in the other, word for word: 0 nothing, 1 all of it (estimated).
    package func resemblance(to other: Fingerprint) -> Double {
        guard count > 0, other.count > 0 else { return 0 }
        var (mine, theirs, both, seen) = (0, 0, 0, 0)
        // The smallest hashes of both texts together are a sample of all their runs.
        while mine < hashes.count, theirs < other.hashes.count, seen < Self.kept {
            if hashes[mine] == other.hashes[theirs] {
                both += 1
                mine += 1
                theirs += 1
            } else if hashes[mine] < other.hashes[theirs] {
                mine += 1
            } else {
                theirs += 1
            }
            seen += 1
        }
        if count <= Self.kept, other.count <= Self.kept { return Double(both) / Double(min(count, other.count)) }
        guard seen > 0 else { return 0 }
        let alike = Double(both) / Double(seen)
        let shared = alike / (1 + alike) * Double(count + other.count)
        return min(1, shared / Double(min(count, other.count)))
    }

    /// Whether one of two texts is the other's copy. Reports of one event share quotations, not most of their words.
    package func isCopy(of other: Fingerprint) -> Bool { resemblance(to: other) >= 0.6 }

    /// SplitMix64's last steps.
    private static func mixed(_ value: UInt64) -> UInt64 {
        var value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

extension Fingerprint {
    /// To be stored: the count and the hashes, four bytes each, the low byte first.
    package var bytes: [UInt8] {
        ([UInt32(truncatingIfNeeded: count)] + hashes).flatMap { value in
            (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
        }
    }

    /// `nil` where the bytes are no stored fingerprint.
    package init?(bytes: some Collection<UInt8>) {
        let bytes = Array(bytes)
        guard bytes.count >= 4, bytes.count % 4 == 0, bytes.count <= 4 * (Self.kept + 1) else { return nil }
        let values = stride(from: 0, to: bytes.count, by: 4).map { at in
            (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[at + $1]) << ($1 * 8) }
        }
        count = Int(values[0])
        hashes = Array(values.dropFirst())
        guard hashes.count == min(count, Self.kept), zip(hashes, hashes.dropFirst()).allSatisfy(<) else { return nil }
    }
}
