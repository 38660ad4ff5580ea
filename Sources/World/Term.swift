package import Reading

/// The days somebody held an office; open where no end, or no beginning, is known.
package struct Term: Sendable {
    package let from: Day?
    package let until: Day?

    /// Reads `2012-05-07..2018`, either side in part or left out; `nil` where it is neither.
    init?(_ text: some StringProtocol) {
        let utf8 = Array(text.utf8)
        guard
            let dots = utf8.indices.dropLast().first(where: { utf8[$0] == UInt8(ascii: ".") && utf8[$0 + 1] == UInt8(ascii: ".") }
            )
        else { return nil }
        let first = utf8[..<dots]
        let last = utf8[(dots + 2)...]
        from = Self.day(first, isEnd: false)
        until = Self.day(last, isEnd: true)
        if !first.isEmpty && from == nil || !last.isEmpty && until == nil { return nil }
    }

    func contains(_ day: Day) -> Bool { (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true) }

    private static func day(_ text: ArraySlice<UInt8>, isEnd: Bool) -> Day? {
        let numbers = text.split(separator: UInt8(ascii: "-")).map { digits in
            digits.reduce(0) {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($1) && $0 < 10_000 ? $0 * 10 + Int($1 - 48) : 99_999
            }
        }
        switch numbers.count {
        case 1: return Day(year: numbers[0], month: isEnd ? 12 : 1, day: isEnd ? 31 : 1)
        case 2:
            let last = (1...12).contains(numbers[1]) ? Day.length(ofMonth: numbers[1], year: numbers[0]) : 0
            return Day(year: numbers[0], month: numbers[1], day: isEnd ? last : 1)
        case 3: return Day(year: numbers[0], month: numbers[1], day: numbers[2])
        default: return nil
        }
    }
}
