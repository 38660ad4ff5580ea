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
}
