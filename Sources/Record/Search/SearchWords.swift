/// What a user looks for, made into a question that FTS5 always understands.
///
/// Words must all occur; words in quotes as they stand; a star at the end of a word lets it go on. Nothing else has a meaning:
/// operators of FTS5 are words like any other.
struct SearchWords: Sendable {
    /// More would only cost time.
    static let most = 24

    /// Each the words of one phrase, and whether the last may go on.
    let phrases: [(words: [String], isPrefix: Bool)]

    init(_ text: String) {
        var phrases: [(words: [String], isPrefix: Bool)] = []
        let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            let isQuoted = index % 2 == 1 && index < parts.count - 1
            let words = Self.words(part)
            if isQuoted {
                if !words.isEmpty { phrases.append((words.map(\.text), false)) }
            } else {
                phrases += words.map { ([$0.text], $0.isPrefix) }
            }
        }
        self.phrases = Array(phrases.prefix(Self.most))
    }

    var isEmpty: Bool { phrases.isEmpty }

    /// The expression for MATCH.
    var expression: String { expressions.joined(separator: " AND ") }

    /// That of each phrase. The words hold letters, digits and marks only, so that quotes need no escape.
    var expressions: [String] {
        phrases.map { "\"\($0.words.joined(separator: " "))\"" + ($0.isPrefix ? " *" : "") }
    }

    /// Runs of letters, digits and marks, as the tokeniser of the tables takes them.
    private static func words(_ text: Substring) -> [(text: String, isPrefix: Bool)] {
        var words: [(text: String, isPrefix: Bool)] = []
        var word = String.UnicodeScalarView()
        func isPart(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
                .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
                true
            default: false
            }
        }
        for scalar in text.unicodeScalars.prefix(10_000) {
            if isPart(scalar) {
                word.append(scalar)
            } else if !word.isEmpty {
                // What begins with one letter is half of everything.
                words.append((String(word), scalar == "*" && word.count > 1))
                word = String.UnicodeScalarView()
            }
        }
        if !word.isEmpty { words.append((String(word), false)) }
        return words
    }
}
