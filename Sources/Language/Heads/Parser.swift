/// Trees by biaffine attention: every word scores every other as its head (Dozat and Manning 2017).
struct Parser: Sendable {
    private let first: Int
    private let arc: Int
    private let label: Int
    private let labels: [String]
    private let root: Int
    private let bilinear: [Float]
    private let bias: [Float]
    private let relations: [Float]
    private let relationBias: [Float]

    init(in file: ModelFile) throws(LanguageError) {
        let head = try file.head("tree")
        guard let arc = head.arc, let label = head.label, head.width == 2 * arc + 2 * label,
            let root = head.labels.firstIndex(of: "root")
        else { throw LanguageError(file.name, "has a parser of another make") }
        first = head.first
        self.arc = arc
        self.label = label
        self.root = root
        labels = head.labels
        bilinear = try file.floats("heads.tree.bilinear", count: arc * arc)
        bias = try file.floats("heads.tree.bias", count: arc)
        relations = try file.floats("heads.tree.relation.weight", count: labels.count * label)
        relationBias = try file.floats("heads.tree.relation.bias", count: labels.count)
    }

    /// Heads and relations of a sentence; word 1 … n, 0 the root.
    ///
    /// - Parameters:
    ///   - rows: the joint projection of the opening piece and the words, `stride` apart.
    ///   - count: the words.
    func tree(_ rows: UnsafePointer<Float>, stride: Int, count: Int, _ room: Workspace) -> [(head: Int, relation: String)] {
        let size = count + 1
        let dependents = room.floats(.dependents, size * arc)
        let heads = room.floats(.heads, size * arc)
        for row in 0..<size {
            let columns = rows + row * stride + first
            for column in 0..<arc {
                dependents[row * arc + column] = max(columns[column], 0)
                heads[row * arc + column] = max(columns[arc + column], 0)
            }
        }
        let turned = room.floats(.arcs, size * arc)
        let scores = room.floats(.labels, size * size)
        bilinear.withUnsafeBufferPointer { bilinear in
            guard let bilinear = bilinear.baseAddress else { return }
            Products.float(
                dependents, stride: arc, bilinear, stride: arc, transposed: false, turned, stride: arc, rows: size,
                columns: arc, depth: arc)
        }
        for row in 0..<size {
            for column in 0..<arc { turned[row * arc + column] += bias[column] }
        }
        Products.float(
            turned, stride: arc, heads, stride: arc, transposed: true, scores, stride: size, rows: size, columns: size, depth: arc
        )
        let found = SpanningTree.heads(UnsafePointer(scores), size: size)
        return relations(rows, stride: stride, heads: found, room)
    }

    private func relations(_ rows: UnsafePointer<Float>, stride: Int, heads: [Int], _ room: Workspace) -> [(
        head: Int, relation: String
    )] {
        let count = heads.count
        let joined = room.floats(.relations, count * label)
        for (index, head) in heads.enumerated() {
            let dependent = rows + (index + 1) * stride + first + 2 * arc
            let governor = rows + head * stride + first + 2 * arc + label
            for column in 0..<label { joined[index * label + column] = max(dependent[column] + governor[column], 0) }
        }
        let scores = room.floats(.columns, count * labels.count)
        relations.withUnsafeBufferPointer { relations in
            guard let relations = relations.baseAddress else { return }
            Products.float(
                joined, stride: label, relations, stride: label, transposed: true, scores, stride: labels.count, rows: count,
                columns: labels.count, depth: label)
        }
        return heads.enumerated().map { index, head in
            if head == 0 { return (0, "root") }
            var best = root == 0 ? 1 : 0
            for number in labels.indices where number != root {
                if scores[index * labels.count + number] + relationBias[number]
                    > scores[index * labels.count + best] + relationBias[best]
                {
                    best = number
                }
            }
            return (head, labels[best])
        }
    }
}
