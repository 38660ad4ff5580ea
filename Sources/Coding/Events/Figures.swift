internal import Language

/// Numbers of people and things in a sentence, with what they count.
struct Figures {
    struct Found {
        let figure: Event.Figure
        /// The noun that is counted.
        let noun: Int
        let number: Int
    }

    private static let words: [String: Int] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
        "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
        "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "both": 2,
    ]
    private static let vague: [String: Event.Figure.Qualifier] = [
        "several": .several, "some": .several, "many": .several, "few": .several, "dozens": .dozens, "scores": .dozens,
        "hundreds": .several, "thousands": .several,
    ]
    /// What is counted in money, time or share is not people.
    private static let units: Set<String> = [
        "%", "percent", "per", "cent", "dollar", "dollars", "euro", "euros", "year", "years", "month", "months", "week", "weeks",
        "day",
        "days", "hour", "hours", "minute", "minutes", "kilometre", "kilometres", "kilometer", "kilometers", "km", "mile", "miles",
        "metre", "metres", "tonne", "tonnes", "ton", "tons", "barrel", "barrels", "time", "times", "p.m.", "a.m.", "degree",
        "decade",
        "decades", "century", "side", "sides", "country", "countries", "nation", "nations", "leader", "leaders", "million",
        "billion",
        "state", "states", "government", "capital", "capitals", "neighbour", "neighbours", "president", "presidents", "minister",
        "ministers", "ministry", "point", "points", "step", "steps", "article",
    ]

    /// A number as written in figures or words; `nil` where a word is none.
    static func value(of word: Word) -> Int? {
        if let number = words[word.lower] { return number }
        let digits = word.text.filter { $0 != "," }
        guard let number = Int(digits), number >= 0 else { return nil }
        return number
    }

    /// The figures of a sentence, each with the noun it counts.
    static func found(in sentence: Sentence, excluding times: TimeExpressions) -> [Found] {
        sentence.words.indices.compactMap { index in
            if times.expressions.contains(where: { $0.words.contains(index) }) { return nil }
            return figure(at: index, sentence)
        }
    }

    private static func figure(at index: Int, _ sentence: Sentence) -> Found? {
        let word = sentence.words[index]
        let value = value(of: word)
        let vague = vague[word.lower]
        guard value != nil || vague != nil, word.tag != .punctuation else { return nil }
        if value != nil, word.tag != .number, word.lower != "both" { return nil }
        // The counted noun: what the number modifies; or the number itself ("killing 38", "six of them").
        var noun = index
        if let head = word.head, ["nummod", "det", "amod", "advmod", "compound"].contains(word.baseRelation), head > index {
            noun = head
        }
        if noun == index, vague != nil {
            let inner = sentence.children[index].first { sentence.words[$0].baseRelation == "nmod" }
            if word.tag == .adjective || word.tag == .determiner, inner == nil { return nil }
            noun = inner ?? index
        }
        let counted = sentence.words[noun]
        if units.contains(counted.lower)
            || noun + 1 < sentence.words.count && units.contains(sentence.words[noun + 1].lower) && noun == index
        {
            return nil
        }
        if noun == index, index > 0,
            ["$", "€", "£", "no", "no.", "article", "flight", "-"].contains(sentence.words[index - 1].lower)
        {
            return nil
        }
        if value == 1, word.lower == "one", noun == index { return nil }
        let first = qualifierStart(before: index, sentence)
        let last = max(noun, index)
        let qualifier = vague ?? qualifier(before: index, sentence) ?? .exact
        return Found(
            figure: Event.Figure(
                kind: .other, value: vague == nil ? value : nil, qualifier: qualifier, text: sentence.text(of: first..<last + 1)),
            noun: noun, number: index)
    }

    private static func qualifier(before index: Int, _ sentence: Sentence) -> Event.Figure.Qualifier? {
        func lower(_ offset: Int) -> String { index - offset >= 0 ? sentence.words[index - offset].lower : "" }
        switch lower(1) {
        case "around", "about", "approximately", "roughly", "nearly", "almost", "some", "circa": return .around
        case "least": return .atLeast
        case "than": return lower(2) == "more" ? .moreThan : lower(2) == "fewer" || lower(2) == "less" ? .upTo : nil
        case "over": return .moreThan
        case "to" where lower(2) == "up": return .upTo
        default: return nil
        }
    }

    private static func qualifierStart(before index: Int, _ sentence: Sentence) -> Int {
        guard let qualifier = qualifier(before: index, sentence) else { return index }
        switch qualifier {
        case .atLeast, .upTo: return max(0, index - 2)
        case .moreThan: return max(0, index - (sentence.words[index - 1].lower == "than" ? 2 : 1))
        default: return index - 1
        }
    }

    /// What kind of figure an act has.
    static func kind(act: String) -> Event.Figure.Kind {
        switch act {
        case "kill", "assassinate", "massacre", "execute": return .killed
        case "injure", "torture": return .injured
        case "arrest", "detain", "abduct", "convict": return .arrested
        case "expel-diplomats", "persona-non-grata", "deport", "expel-persons": return .expelled
        case "release-prisoner", "exchange-prisoners", "pardon": return .released
        default: return .other
        }
    }
}
