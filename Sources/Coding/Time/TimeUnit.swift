/// A unit that time is told in, by its letters in TIMEX3.
enum TimeUnit: String {
    case second = "S"
    case minute = "M"
    case hour = "H"
    case day = "D"
    case week = "W"
    case month = "MO"
    case year = "Y"
    case decade = "DE"
    case century = "CE"

    private static let words: [String: TimeUnit] = [
        "second": .second, "minute": .minute, "hour": .hour, "day": .day, "week": .week, "month": .month, "year": .year,
        "decade": .decade, "century": .century,
    ]
    private static let plurals: [String: TimeUnit] = [
        "seconds": .second, "minutes": .minute, "hours": .hour, "days": .day, "weeks": .week, "months": .month,
        "years": .year, "decades": .decade, "centuries": .century,
    ]

    init?(word: String) {
        guard let unit = Self.words[word] ?? Self.plurals[word] else { return nil }
        self = unit
    }

    static func isPlural(_ word: String) -> Bool { plurals[word] != nil }

    /// How many days it lasts, about; 0 for what is shorter than one.
    var length: Int {
        switch self {
        case .second, .minute, .hour: 0
        case .day: 1
        case .week: 7
        case .month: 30
        case .year: 365
        case .decade: 3_652
        case .century: 36_524
        }
    }

    /// A duration as TIMEX3 writes it: `P2D`, `PT3H`, `PXM` where nobody counted.
    func duration(_ count: Quantity) -> String {
        let isClock = length == 0
        return "P" + (isClock ? "T" : "") + count.description + (self == .month ? "M" : rawValue)
    }
}

/// How many, as far as it was told.
enum Quantity: Equatable, CustomStringConvertible {
    case exactly(Int)
    /// So many and a half.
    case andHalf(Int)
    case vague

    var description: String {
        switch self {
        case .exactly(let count): String(count)
        case .andHalf(let count): count == 0 ? ".5" : "\(count).5"
        case .vague: "X"
        }
    }
}
