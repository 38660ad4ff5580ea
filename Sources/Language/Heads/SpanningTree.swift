/// The best tree for a matrix of arc scores: greedy where that is a tree, else by Chu-Liu and Edmonds; one root.
enum SpanningTree {
    /// What an arc from the root costs extra, so that only one word hangs on it.
    private static let rootCost: Float = 1e4

    /// The heads of words 1 … size - 1 for `scores[dependent * size + head]`; the lower head where two are equal.
    static func heads(_ scores: UnsafePointer<Float>, size: Int) -> [Int] {
        let heads = [0] + (1..<max(size, 1)).map { best(UnsafeBufferPointer(start: scores + $0 * size, count: size), except: $0) }
        if heads.dropFirst().count(where: { $0 == 0 }) == 1, cycle(heads) == nil { return Array(heads.dropFirst()) }
        var matrix = (0..<size).map { Array(UnsafeBufferPointer(start: scores + $0 * size, count: size)) }
        for row in matrix.indices { matrix[row][0] -= rootCost }
        return Array(arborescence(matrix).dropFirst())
    }

    private static func greedy(_ scores: [[Float]]) -> [Int] {
        [0] + (1..<max(scores.count, 1)).map { word in scores[word].withUnsafeBufferPointer { best($0, except: word) } }
    }

    private static func best(_ row: UnsafeBufferPointer<Float>, except word: Int) -> Int {
        var best = word == 0 ? 1 : 0
        for head in row.indices where head != word && row[head] > row[best] { best = head }
        return best
    }

    private static func cycle(_ heads: [Int]) -> [Int]? {
        var seen = [Int](repeating: 0, count: heads.count)
        for start in heads.indices.dropFirst() {
            var word = start
            while word != 0, seen[word] == 0 {
                seen[word] = start
                word = heads[word]
            }
            guard word != 0, seen[word] == start else { continue }
            var cycle = [word]
            while let last = cycle.last, heads[last] != word { cycle.append(heads[last]) }
            return cycle
        }
        return nil
    }

    /// The best arborescence from 0, cycles contracted one at a time.
    private static func arborescence(_ scores: [[Float]]) -> [Int] {
        var heads = greedy(scores)
        guard let cycle = cycle(heads) else { return heads }
        let inside = Set(cycle)
        let outside = scores.indices.filter { !inside.contains($0) }
        let new = outside.count
        var shrunk = [[Float]](repeating: [Float](repeating: -.infinity, count: new + 1), count: new + 1)
        var enters = [Int](repeating: 0, count: new)
        var leaves = [Int](repeating: 0, count: new)
        for (i, word) in outside.enumerated() {
            for (j, head) in outside.enumerated() { shrunk[i][j] = scores[word][head] }
            leaves[i] = first(cycle) { scores[word][$0] }
            shrunk[i][new] = scores[word][leaves[i]]
            enters[i] = first(cycle) { scores[$0][word] - scores[$0][heads[$0]] }
            shrunk[new][i] = scores[enters[i]][word] - scores[enters[i]][heads[enters[i]]]
        }
        let found = arborescence(shrunk)
        for (i, word) in outside.enumerated().dropFirst() { heads[word] = found[i] == new ? leaves[i] : outside[found[i]] }
        heads[enters[found[new]]] = outside[found[new]]
        return heads
    }

    /// The first of the words with the greatest score.
    private static func first(_ words: [Int], _ score: (Int) -> Float) -> Int {
        var best = words[0]
        for word in words.dropFirst() where score(word) > score(best) { best = word }
        return best
    }
}
