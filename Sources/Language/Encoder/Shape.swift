/// What an uncased vocabulary forgets about how a word is written: Polish and polish, US and us.
enum Shape: UInt8 {
    /// The opening piece of a sentence.
    case start
    case lower
    case title
    case upper
    /// One capital letter alone among a word's letters.
    case initial
    case mixed
    case digits
    case lettersAndDigits
    case other

    private static let count: UInt8 = 9

    init(_ word: String) {
        var letters = 0
        var capitals = 0
        var hasDigits = false
        var firstIsCapital = false
        for scalar in word.unicodeScalars {
            switch scalar {
            case "a"..."z":
                letters += 1
                continue
            case "A"..."Z":
                if letters == 0 { firstIsCapital = true }
                letters += 1
                capitals += 1
                continue
            case "0"..."9":
                hasDigits = true
                continue
            default: break
            }
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .titlecaseLetter:
                if letters == 0 { firstIsCapital = true }
                letters += 1
                capitals += 1
            case .lowercaseLetter, .modifierLetter, .otherLetter: letters += 1
            case .decimalNumber: hasDigits = true
            default: break
            }
        }
        self =
            if letters == 0 {
                hasDigits ? .digits : .other
            } else if hasDigits {
                .lettersAndDigits
            } else if capitals == 0 {
                .lower
            } else if letters == 1 {
                .initial
            } else if capitals == letters {
                .upper
            } else if firstIsCapital && capitals == 1 {
                .title
            } else {
                .mixed
            }
    }

    /// Rows of the shape table for the words of a sentence: the first word with a letter or digit is marked by a row of
    /// its own.
    static func rows(of words: [String]) -> [UInt8] {
        let shapes = words.map { Shape($0) }
        let first = shapes.firstIndex { $0 != .other }
        return shapes.enumerated().map { $1.rawValue + ($0 == first ? count : 0) }
    }
}
