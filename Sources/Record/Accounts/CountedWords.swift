internal import Coding

/// The numbers of people that a sentence tells, found by the words beside them.
///
/// The coder gives an event the figures of its own clause; a report often tells how many in a sentence of its own.
struct CountedWords {
    let words: AccountWords

    private struct Token {
        let text: String
        let lower: String
        /// Whether a comma, a colon or the like stands before it.
        let isParted: Bool
    }

    private static let numbers: [String: Int] = [
        "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
        "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
        "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
        "ninety": 90, "hundred": 100,
    ]
    /// So many words may lie between a number and what it counts.
    private static let reach = 7

    /// A number stands alone before these: "38 of the 67", "two were killed".
    private static let linking: Set<String> = ["of", "were", "was", "are", "have", "had"]

    /// What stands before these counts no longer: "nine were killed and 38 deported".
    private static let joining: Set<String> = ["and", "but", "while"]

    func figures(in sentence: String) -> [Event.Figure] {
        let tokens = Self.tokens(of: sentence)
        return tokens.indices.compactMap { figure(at: $0, tokens) }
    }

    private func figure(at index: Int, _ tokens: [Token]) -> Event.Figure? {
        guard let value = Self.value(tokens[index]), !(1_900...2_100).contains(value) else { return nil }
        let next = index + 1 < tokens.count ? tokens[index + 1] : nil
        let before = index > 0 ? tokens[index - 1].lower : ""
        if let next, !next.isParted, words.units.contains(next.lower) { return nil }
        if words.units.contains(before) || ["article", "flight", "section", "no"].contains(before) { return nil }
        var best: (distance: Int, count: AccountWords.Count)?
        for count in words.counts {
            guard let distance = distance(from: index, to: count, tokens) else { continue }
            if best.map({ distance < $0.distance }) ?? true { best = (distance, count) }
        }
        guard let (distance, count) = best else { return nil }
        // What is counted must be people, or the number stands beside the word itself: "killing 38".
        let follows = tokens[(index + 1)...].prefix(4).prefix { !$0.isParted }
        guard
            distance <= 3 || follows.isEmpty || follows.contains(where: { words.isPerson($0.text) })
                || follows.first.map({ Self.linking.contains($0.lower) }) == true
        else { return nil }
        return Event.Figure(
            kind: count.kind, value: value, qualifier: Self.qualifier(before: index, tokens), text: tokens[index].text)
    }

    /// Twice how far the nearest word of a kind is from a number in the same clause; one more where it stands before it, as
    /// of two words as near the later counts.
    private func distance(from index: Int, to count: AccountWords.Count, _ tokens: [Token]) -> Int? {
        var nearest: Int?
        for step in 1...Self.reach {
            let place = index + step
            guard place < tokens.count, !tokens[place].isParted else { break }
            // "38 of the 67 people aboard": those aboard are 67.
            if count.kind == .aboard, Self.value(tokens[place]) != nil { break }
            if count.words.contains(tokens[place].lower) {
                nearest = 2 * step
                break
            }
        }
        for step in 1...Self.reach {
            guard index - step >= 0, !tokens[index - step + 1].isParted, !Self.joining.contains(tokens[index - step].lower) else {
                break
            }
            if count.words.contains(tokens[index - step].lower) {
                nearest = min(nearest ?? .max, 2 * step + 1)
                break
            }
        }
        return nearest
    }

    private static func value(_ token: Token) -> Int? {
        if let number = numbers[token.lower] { return number }
        let digits = token.text.filter { $0 != "," }
        guard digits.count <= 7, digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(digits), number > 0 else {
            return nil
        }
        return number
    }

    private static func qualifier(before index: Int, _ tokens: [Token]) -> Event.Figure.Qualifier {
        func lower(_ offset: Int) -> String { index >= offset ? tokens[index - offset].lower : "" }
        switch lower(1) {
        case "around", "about", "approximately", "roughly", "nearly", "almost", "some": return .around
        case "least": return .atLeast
        case "than": return lower(2) == "more" ? .moreThan : .exact
        case "over": return .moreThan
        case "to" where lower(2) == "up": return .upTo
        default: return .exact
        }
    }

    private static func tokens(of sentence: String) -> [Token] {
        var tokens: [Token] = []
        var text = ""
        var isParted = false
        func finish() {
            guard !text.isEmpty else { return }
            let word = text.hasSuffix(",") || text.hasSuffix("-") ? String(text.dropLast()) : text
            tokens.append(Token(text: word, lower: word.lowercased(), isParted: isParted))
            isParted = text.hasSuffix(",")
            text = ""
        }
        for character in sentence {
            if character.isLetter || character.isNumber || !text.isEmpty && "-'’".contains(character)
                || character == "," && text.last?.isNumber == true
            {
                text.append(character)
            } else {
                finish()
                if !character.isWhitespace { isParted = true }
            }
        }
        finish()
        return tokens
    }
}
