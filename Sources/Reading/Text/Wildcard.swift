/// A pattern in which `*` stands for any text, matched in time bounded by text and pattern together.
struct Wildcard: Sendable {
    /// What stands between the stars.
    let parts: [[UInt8]]
    /// Of each part, how much of its beginning ends at each place (Knuth, Morris, Pratt 1977): so far back does a search go.
    private let borders: [[Int]]
    private let isOpenAtStart: Bool
    private let isOpenAtEnd: Bool

    init(_ pattern: [UInt8]) {
        let star = UInt8(ascii: "*")
        parts = pattern.split(separator: star).map { Array($0) }
        borders = parts.map(Self.borders)
        isOpenAtStart = pattern.first == star
        isOpenAtEnd = pattern.last == star
    }

    func matches(_ text: [UInt8]) -> Bool {
        var rest = text[...]
        for (index, part) in parts.enumerated() {
            if index == 0, !isOpenAtStart {
                guard rest.starts(with: part) else { return false }
                rest = rest.dropFirst(part.count)
            } else if index == parts.count - 1, !isOpenAtEnd {
                return rest.count >= part.count && rest.suffix(part.count).elementsEqual(part)
            } else {
                guard let end = end(ofPart: index, in: rest) else { return false }
                rest = rest[end...]
            }
        }
        return isOpenAtEnd || rest.isEmpty
    }

    /// Where the first place of a part in a text ends.
    private func end(ofPart index: Int, in text: ArraySlice<UInt8>) -> Int? {
        let (part, borders) = (parts[index], borders[index])
        return text.withUnsafeBufferPointer { bytes in
            var length = 0
            for at in bytes.indices {
                while length > 0, bytes[at] != part[length] { length = borders[length - 1] }
                if bytes[at] == part[length] { length += 1 }
                if length == part.count { return text.startIndex + at + 1 }
            }
            return nil
        }
    }

    private static func borders(of part: [UInt8]) -> [Int] {
        var borders = [Int](repeating: 0, count: part.count)
        for at in part.indices.dropFirst() {
            var length = borders[at - 1]
            while length > 0, part[at] != part[length] { length = borders[length - 1] }
            borders[at] = part[at] == part[length] ? length + 1 : length
        }
        return borders
    }
}
