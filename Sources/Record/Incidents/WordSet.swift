internal import Foundation

/// A set of words, each by a hash of 32 bits, in ascending order: small to keep and quick to compare.
struct WordSet: Hashable, Sendable {
    let hashes: [UInt32]

    init(_ words: some Sequence<String>) { hashes = Set(words.map(Self.hash)).sorted() }

    /// FNV-1a, so that the same word has the same hash on every machine.
    private static func hash(_ word: String) -> UInt32 {
        word.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
    }

    var isEmpty: Bool { hashes.isEmpty }

    func shared(with other: WordSet) -> Int {
        var (i, j, count) = (0, 0, 0)
        while i < hashes.count, j < other.hashes.count {
            if hashes[i] == other.hashes[j] {
                count += 1
                i += 1
                j += 1
            } else if hashes[i] < other.hashes[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return count
    }

    /// The share of the smaller set that the other has too.
    func overlap(with other: WordSet) -> Double {
        let least = min(hashes.count, other.hashes.count)
        return least == 0 ? 0 : Double(shared(with: other)) / Double(least)
    }

    // MARK: As bytes, four a word, the least significant first

    init(bytes: Data) {
        let bytes = [UInt8](bytes)
        hashes = stride(from: 0, to: bytes.count - bytes.count % 4, by: 4).map { start in
            (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[start + $1]) << (8 * UInt32($1)) }
        }
    }

    var bytes: Data { Data(hashes.flatMap { hash in (0..<4).map { UInt8(truncatingIfNeeded: hash >> (8 * UInt32($0))) } }) }
}
