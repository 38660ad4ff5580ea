package import Foundation

/// The populated places and regions of GeoNames, in a file mapped into memory; `Training/gazetteer.py` writes it and gives
/// its format byte by byte.
package struct Gazetteer: Sendable {
    package enum Kind: UInt8, Sendable {
        case town, region, county
    }

    /// A place as the file has it.
    package struct Entry: Sendable {
        package let place: Place
        package let population: Int
        package let kind: Kind
        /// The place of the region it lies in.
        package let region: Int?
    }

    private static let prefix = 28
    private static let record = 24

    private let data: Data
    private let places: Int
    private let postings: Int
    private let slots: Int
    private let names: Int

    /// How many places it has.
    package var count: Int { places }

    /// - Throws: `WorldError` where the file is missing, cut short or of another format.
    package init(_ url: URL) throws(WorldError) {
        func wrong(_ cause: String) -> WorldError {
            WorldError(url.path, line: 0, cause, expected: "a gazetteer of format 1, as Training/gazetteer.py writes it")
        }
        guard let data = try? Data(contentsOf: url, options: .alwaysMapped) else {
            throw wrong("the gazetteer is missing or cannot be opened")
        }
        self.data = data
        guard data.count >= Self.prefix, data.prefix(8).elementsEqual("DEMPLACE".utf8) else { throw wrong("is no gazetteer") }
        func number(_ offset: Int) -> Int { (0..<4).reduce(0) { $0 | Int(data[data.startIndex + offset + $1]) << (8 * $1) } }
        guard number(8) == 1 else { throw wrong("is a gazetteer of format \(number(8))") }
        (places, postings, slots, names) = (number(12), number(16), number(20), number(24))
        let size = Self.prefix + places * Self.record + postings * 4 + slots * 8 + names
        guard slots > 0, slots & (slots - 1) == 0, data.count == size else {
            throw wrong("is cut short: it has \(data.count) bytes in place of \(size)")
        }
    }

    /// Places by the names they have, read from the mapped bytes.
    struct Table {
        fileprivate let bytes: UnsafeRawBufferPointer
        fileprivate let postings: Int
        fileprivate let slots: Int
        fileprivate let postingsCount: Int
        fileprivate let slotsCount: Int
        fileprivate let placesCount: Int

        /// Where the list of places that some words name begins, and whether longer names begin so.
        func find(_ path: NamePath) -> (list: Int, hasLonger: Bool)? {
            var slot = Int(truncatingIfNeeded: path.hash) & (slotsCount - 1)
            for _ in 0..<slotsCount {
                let tag = word(slots + slot * 8)
                if tag == 0 { return nil }
                if tag == path.tag {
                    let value = word(slots + slot * 8 + 4)
                    return (Int(value & 0x7FFF_FFFF) - 1, value >> 31 == 1)
                }
                slot = (slot + 1) & (slotsCount - 1)
            }
            return nil
        }

        /// The places of a list, the likeliest first.
        func places(_ start: Int) -> [Int] {
            var found: [Int] = []
            var index = start
            while index >= 0, index < postingsCount {
                let posting = word(postings + index * 4)
                let place = Int(posting & 0x7FFF_FFFF)
                if place < placesCount { found.append(place) }
                if posting >> 31 == 1 { break }
                index += 1
            }
            return found
        }

        private func word(_ offset: Int) -> UInt32 {
            UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        }
    }

    func withTable<Result>(_ body: (Table) throws -> Result) rethrows -> Result {
        try data.withUnsafeBytes { bytes in
            let first = Self.prefix + places * Self.record
            return try body(
                Table(
                    bytes: bytes, postings: first, slots: first + postings * 4, postingsCount: postings, slotsCount: slots,
                    placesCount: places))
        }
    }

    package subscript(index: Int) -> Entry {
        data.withUnsafeBytes { bytes in
            func word(_ offset: Int) -> UInt32 {
                UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
            }
            let start = Self.prefix + index * Self.record
            func degrees(_ offset: Int) -> Double { Double(Int32(bitPattern: word(start + offset))) / 100_000 }
            let state = String(decoding: bytes[start + 20..<start + 23], as: UTF8.self)
            let region = Int(word(start + 16))
            let place = Place(
                name: name(Int(word(start + 12)), bytes), state: state, latitude: degrees(0), longitude: degrees(4))
            return Entry(
                place: place, population: Int(word(start + 8)), kind: Kind(rawValue: bytes[start + 23]) ?? .town,
                region: region < places ? region : nil)
        }
    }

    private func name(_ offset: Int, _ bytes: UnsafeRawBufferPointer) -> String {
        guard offset < names else { return "" }
        let start = bytes.count - names + offset
        let end = min(start + 1 + Int(bytes[start]), bytes.count)
        return String(decoding: bytes[start + 1..<end], as: UTF8.self)
    }
}
