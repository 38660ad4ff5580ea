internal import Coding
internal import Reading
internal import World

/// How likely two events of one pair and type tell of the same thing done once: a logistic regression whose weights, and
/// the acts that stand for one another, are in `Resources/merging.txt`.
struct Likeness: Sendable {
    /// Days that may lie between two tellings of one thing.
    static let slack = 10

    /// What of a pair is weighed; in the file the names are written with hyphens.
    enum Feature: Int, CaseIterable {
        case bias, sameAct, family, familySameDays, familyUndated, direction, sameDays, nextDay, days, week, oneUndated
        case bothUndated, words, target, figures, place, oneHypothetical, onePlanned, sameReport, sameSentence, sameSpeaker

        var name: String {
            "\(self)".reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
        }
    }

    let threshold: Double
    private let weights: [Double]
    /// An act's kind of words, where it is words.
    private let kinds: [String: Int]
    private let families: [String: Set<Int>]
    /// Acts done again and again, each on its day.
    private let recurring: Set<String>
    private let small: Set<String>

    /// - Throws: `ReadingError` where the file is missing, `WorldError` where it is not as it should be.
    static func standard() throws -> Likeness {
        try Likeness(EntryFile(ResourceFolder.text("merging.txt", of: "Record"), name: "merging.txt"))
    }

    init(_ file: EntryFile) throws(WorldError) {
        var weights = [Double](repeating: 0, count: Feature.allCases.count)
        let names = Dictionary(uniqueKeysWithValues: Feature.allCases.map { ($0.name, $0.rawValue) })
        var threshold = 0.0
        var kinds: [String: Int] = [:]
        var families: [String: Set<Int>] = [:]
        var recurring: Set<String> = []
        var small: Set<String> = []
        for (number, entry) in file.entries.enumerated() {
            let words = entry.head.dropFirst()
            switch entry.head.first {
            case "words": for act in words { kinds[act] = number }
            case "family": for act in words { families[act, default: []].insert(number) }
            case "recurring": recurring.formUnion(words)
            case "small": small.formUnion(words)
            case "weights":
                for field in entry.fields {
                    guard let value = field.values.first.flatMap(Double.init) else {
                        throw WorldError(file.name, line: field.line, "“\(field.name)” has no number", expected: "a number")
                    }
                    if let index = names[field.name] {
                        weights[index] = value
                    } else if field.name == "threshold" {
                        threshold = value
                    } else {
                        throw WorldError(
                            file.name, line: field.line, "there is no feature “\(field.name)”", expected: "a feature")
                    }
                }
            default:
                throw WorldError(file.name, line: entry.line, "“\(entry.head.first ?? "")” is unknown", expected: "weights")
            }
        }
        self.threshold = threshold
        self.weights = weights
        self.kinds = kinds
        self.families = families
        self.recurring = recurring
        self.small = small
    }

    /// Above `threshold` where two mentions tell of one thing; `nil` where they cannot.
    func score(_ one: Mention, _ other: Mention) -> Double? {
        features(one, other).map { zip($0, weights).reduce(0) { $0 + $1.0 * $1.1 } }
    }

    /// The features of a pair in the order of `Feature`; `nil` where the two cannot be one.
    func features(_ one: Mention, _ other: Mention) -> [Double]? {
        let gap = max(0, one.from - other.until, other.from - one.until)
        guard one.pair == other.pair, one.type == other.type, gap <= Self.slack else { return nil }
        if gap > 1, one.vagueness == 0, other.vagueness == 0, recurring.contains(one.act) || recurring.contains(other.act) {
            return nil
        }
        var features = [Double](repeating: 0, count: weights.count)
        func set(_ feature: Feature, _ value: Double = 1) { features[feature.rawValue] = value }
        set(.bias)
        let undated = (one.isDated ? 0 : 1) + (other.isDated ? 0 : 1)
        if isSame(one.act, other.act) {
            set(.sameAct)
        } else if let first = families[one.act], let second = families[other.act], !first.isDisjoint(with: second) {
            set(.family)
            if undated > 0 { set(.familyUndated) } else if gap == 0 { set(.familySameDays) }
        }
        switch (undated, gap) {
        case (0, 0): set(.sameDays)
        case (0, 1): set(.nextDay)
        case (0, 2...4): set(.days)
        case (0, 5...10): set(.week)
        case (0, _): break
        case (1, _): set(.oneUndated)
        default: set(.bothUndated)
        }
        if one.actor == other.actor, one.recipient == other.recipient { set(.direction) }
        set(.words, one.words.overlap(with: other.words))
        set(.target, one.target.overlap(with: other.target))
        if one.figures.shared(with: other.figures) > 0 { set(.figures) }
        if one.place.shared(with: other.place) > 0 { set(.place) }
        if (one.status == .hypothetical) != (other.status == .hypothetical) { set(.oneHypothetical) }
        if (one.status == .planned) != (other.status == .planned) { set(.onePlanned) }
        if one.report == other.report {
            set(.sameReport)
            if one.sentence == other.sentence { set(.sameSentence) }
        }
        if !one.speaker.isEmpty, one.speaker == other.speaker { set(.sameSpeaker) }
        return features
    }

    private func isSame(_ act: String, _ other: String) -> Bool {
        act == other || kinds[act].map { $0 == kinds[other] } == true
    }

    /// The words of a text that say what it is about.
    func words(of text: String) -> WordSet { WordSet(stems(of: text).map(\.text)) }

    /// The beginnings of the words of a text, without those that say nothing, and whether each is written in a capital.
    func stems(of text: String) -> [(text: String, isCapital: Bool)] {
        var stems: [(text: String, isCapital: Bool)] = []
        var word = ""
        var isCapital = false
        func finish() {
            let whole = word.hasSuffix("'s") ? String(word.dropLast(2)) : word
            word = ""
            if whole.count > 2, !small.contains(whole) { stems.append((String(whole.prefix(6)), isCapital)) }
        }
        for scalar in text.unicodeScalars {
            if scalar.properties.isAlphabetic || !word.isEmpty && scalar == "-" {
                if word.isEmpty { isCapital = scalar.properties.isUppercase }
                word += scalar.properties.lowercaseMapping
            } else if !word.isEmpty, scalar == "'" || scalar == "’" {
                word += "'"
            } else if !word.isEmpty {
                finish()
            }
        }
        if !word.isEmpty { finish() }
        return stems
    }
}
