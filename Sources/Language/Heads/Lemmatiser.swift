/// Lemmas by edit scripts: keep or lower the case, drop some last letters, add others (Chrupała 2006).
struct Lemmatiser: Sendable {
    private struct Script: Sendable {
        let lowers: Bool
        let drop: Int
        let add: String

        /// From `lower 3 y`.
        init?(_ text: String) {
            let parts = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3, let drop = Int(parts[1]) else { return nil }
            lowers = parts[0] == "lower"
            self.drop = drop
            add = String(parts[2])
        }

        func apply(to word: String, length: Int) -> String? {
            guard drop < length || drop == length && !add.isEmpty else { return nil }
            let word = lowers ? word.lowercased() : word
            if drop == 0 { return add.isEmpty ? word : word + add }
            return String(Substring(word.unicodeScalars.dropLast(drop))) + add
        }
    }

    private let classifier: Classifier
    private let scripts: [Script]

    init(in file: ModelFile) throws(LanguageError) {
        classifier = try Classifier("lemmas", in: file)
        scripts = classifier.labels.compactMap(Script.init)
        guard scripts.count == classifier.labels.count else {
            throw LanguageError(file.name, "has a lemma script it cannot read")
        }
    }

    /// The lemma by the best-scored script that applies to the word.
    func lemma(of word: String, _ row: UnsafePointer<Float>) -> String {
        let length = word.unicodeScalars.count
        if let lemma = scripts[classifier.best(row)].apply(to: word, length: length) { return lemma }
        let order = scripts.indices.sorted { row[classifier.first + $0] > row[classifier.first + $1] }
        return order.lazy.compactMap { scripts[$0].apply(to: word, length: length) }.first ?? word
    }
}
