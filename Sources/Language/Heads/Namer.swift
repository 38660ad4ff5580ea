/// Names of persons, places and organisations by BIO tags and Viterbi's algorithm.
struct Namer: Sendable {
    private let classifier: Classifier
    /// `allowed[before][tag]`.
    private let allowed: [[Bool]]
    private let mayBegin: [Bool]

    init(in file: ModelFile) throws(LanguageError) {
        let classifier = try Classifier("names", in: file)
        self.classifier = classifier
        allowed = classifier.labels.map { before in
            classifier.labels.map { tag in !tag.hasPrefix("I-") || before.dropFirst(2) == tag.dropFirst(2) && before != "O" }
        }
        mayBegin = classifier.labels.map { !$0.hasPrefix("I-") }
    }

    /// The tags of a sentence of `count` words; `rows` lie `stride` apart.
    func tags(_ rows: UnsafePointer<Float>, stride: Int, count: Int) -> [String] {
        guard count > 0 else { return [] }
        let labels = classifier.labels
        func score(_ word: Int, _ tag: Int) -> Float { rows[word * stride + classifier.first + tag] }
        var best = labels.indices.map { mayBegin[$0] ? score(0, $0) : -.infinity }
        var links: [[Int]] = []
        for word in 1..<max(count, 1) {
            var next = best
            var origins = [Int](repeating: 0, count: labels.count)
            for tag in labels.indices {
                var origin = -1
                for before in labels.indices where allowed[before][tag] && (origin < 0 || best[before] > best[origin]) {
                    origin = before
                }
                origins[tag] = origin
                next[tag] = best[origin] + score(word, tag)
            }
            best = next
            links.append(origins)
        }
        var tag = labels.indices.max { best[$0] < best[$1] } ?? 0
        var path = [tag]
        for origins in links.reversed() {
            tag = origins[tag]
            path.append(tag)
        }
        return path.reversed().map { labels[$0] }
    }

    /// The names that tags tell of.
    static func names(_ tags: [String]) -> [Sentence.Name] {
        var names: [Sentence.Name] = []
        var start: Int?
        for index in 0...tags.count {
            let tag = index < tags.count ? tags[index] : "O"
            if let from = start, !tag.hasPrefix("I-") {
                if let kind = Sentence.Name.Kind(rawValue: String(tags[from].dropFirst(2))) {
                    names.append(Sentence.Name(words: from..<index, kind: kind))
                }
                start = nil
            }
            if tag.hasPrefix("B-") { start = index }
        }
        return names
    }
}
