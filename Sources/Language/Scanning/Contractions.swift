/// Words that hold two: contractions written without their apostrophe or run together, by where the second begins.
enum Contractions {
    /// In lower case. Left out is what may be a word of its own ("its", "well", "were").
    static let splits: [String: Int] = [
        "cannot": 3, "dont": 2, "cant": 2, "wont": 2, "didnt": 3, "doesnt": 4, "isnt": 2, "wasnt": 3, "arent": 3, "werent": 4,
        "havent": 4, "hasnt": 3, "hadnt": 3, "wouldnt": 5, "couldnt": 5, "shouldnt": 6, "aint": 2, "youre": 3, "youve": 3,
        "theyre": 4, "theyve": 4, "weve": 2, "thats": 4, "whats": 4, "theres": 5, "gonna": 3, "wanna": 3, "gotta": 3,
    ]
    /// Only as written here: with a capital they may be names.
    static let lowerSplits: [String: Int] = ["im": 1, "ive": 1]
    static let longest = 8

    /// Whether one of them ends in two letters, which few words do.
    static func mayEnd(_ first: UInt8, _ second: UInt8) -> Bool {
        guard let (a, b) = places(first, second) else { return false }
        return endings[26 * a + b]
    }

    private static let endings: [Bool] = {
        var endings = [Bool](repeating: false, count: 26 * 26)
        for word in Array(splits.keys) + lowerSplits.keys {
            let letters = Array(word.utf8.suffix(2))
            if let (a, b) = places(letters[0], letters[1]) { endings[26 * a + b] = true }
        }
        return endings
    }()

    private static func places(_ first: UInt8, _ second: UInt8) -> (Int, Int)? {
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        guard letters.contains(first), letters.contains(second) else { return nil }
        return (Int(first - letters.lowerBound), Int(second - letters.lowerBound))
    }
}
