extension World {
    /// The state a user means by a code or a name in any form: "AZE", "az", "Azerbaijan", "russia", "Russian".
    public func state(_ text: String) -> State? { stateNames[Self.key(text)].flatMap { states[$0] } }

    /// The states whose names are nearest to a mistyped one, nearest first.
    public func suggestions(for text: String) -> [State] {
        let wanted = Array(Self.key(text).unicodeScalars)
        let near = stateNames.compactMap { name, code -> (code: String, distance: Int)? in
            let distance = Self.distance(wanted, Array(name.unicodeScalars))
            return distance * 3 <= max(wanted.count, 3) + 2 ? (code, distance) : nil
        }
        var seen: Set<String> = []
        return near.sorted { ($0.distance, $0.code) < ($1.distance, $1.code) }
            .filter { seen.insert($0.code).inserted }.prefix(3).compactMap { states[$0.code] }
    }

    static func key(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }

    /// Levenshtein's distance.
    private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
        var row = Array(0...other.count)
        for (i, scalar) in one.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for j in other.indices {
                let cost = min(row[j + 1] + 1, row[j] + 1, diagonal + (scalar == other[j] ? 0 : 1))
                diagonal = row[j + 1]
                row[j + 1] = cost
            }
        }
        return row[other.count]
    }
}
