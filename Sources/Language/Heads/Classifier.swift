/// A head that chooses one label a word: its columns of the joint projection and their labels.
struct Classifier: Sendable {
    let first: Int
    let labels: [String]

    init(_ name: String, in file: ModelFile) throws(LanguageError) {
        let head = try file.head(name)
        guard head.width == head.labels.count else { throw LanguageError(file.name, "has a head “\(name)” of another make") }
        first = head.first
        labels = head.labels
    }

    /// The index of the best label; the earlier where two are equal.
    func best(_ row: UnsafePointer<Float>) -> Int {
        var best = 0
        for label in 1..<labels.count where row[first + label] > row[first + best] { best = label }
        return best
    }
}
