internal import CKernels

/// A BERT of few layers in 8-bit arithmetic: word pieces with the shapes and endings of their words in, a vector a word out.
///
/// Devlin et al. 2019; the base weights are those of all-MiniLM-L6-v2 (Wang et al. 2020), trained on by `Training/`.
struct Encoder: Sendable {
    private struct Norm: Sendable {
        let weight: [Float]
        let bias: [Float]

        init(_ name: String, width: Int, in file: ModelFile) throws(LanguageError) {
            weight = try file.floats(name + ".weight", count: width)
            bias = try file.floats(name + ".bias", count: width)
        }

        func apply(_ rows: UnsafeMutablePointer<Float>, count: Int, epsilon: Float) {
            weight.withUnsafeBufferPointer { weight in
                bias.withUnsafeBufferPointer { bias in
                    guard let weights = weight.baseAddress, let biases = bias.baseAddress else { return }
                    kernels_normalise(rows, count, weight.count, weights, biases, epsilon)
                }
            }
        }
    }

    private struct Layer: Sendable {
        let three: QuantisedLinear
        let out: QuantisedLinear
        let up: QuantisedLinear
        let down: QuantisedLinear
        let attended: Norm
        let left: Norm
    }

    /// Rows of 8-bit numbers with a scale each.
    private struct Table: Sendable {
        let numbers: [Int8]
        let scales: [Float]

        init(_ name: String, rows: Int, width: Int, in file: ModelFile) throws(LanguageError) {
            numbers = try file.integers(name + ".weight", count: rows * width)
            scales = try file.floats(name + ".scales", count: rows)
        }

        func add(_ number: Int, width: Int, to row: UnsafeMutablePointer<Float>) {
            let scale = scales[number]
            numbers.withUnsafeBufferPointer { numbers in
                for column in 0..<width { row[column] += Float(numbers[number * width + column]) * scale }
            }
        }
    }

    /// Sentences beside each other, without padding.
    struct Batch {
        /// Word pieces; each sentence begins with the opening piece.
        var pieces: [Int32] = []
        /// A row of the shape table for each piece.
        var shapes: [UInt8] = []
        /// A row of the endings' table for each piece.
        var endings: [Int32] = []
        /// The first piece of each sentence, and the end of the last.
        var starts: [Int] = [0]
        /// The pieces whose vectors are asked for: the opening piece, then the first piece of each word.
        var picked: [Int] = []
        /// The first of each sentence in `picked`, and the end of the last.
        var pickedStarts: [Int] = [0]
    }

    let hidden: Int
    private let inner: Int
    private let attention: Int
    let positions: Int
    private let epsilon: Float
    private let pieceTable: Table
    private let positionTable: Table
    private let endingTable: Table
    private let shapeTable: [Float]
    private let embedded: Norm
    private let layers: [Layer]

    init(_ file: ModelFile) throws(LanguageError) {
        let size = file.header.encoder
        guard size.hidden % 64 == 0, size.inner % 64 == 0, size.hidden == size.attention * 32, size.layers > 0 else {
            throw LanguageError(file.name, "has an encoder of a make this program does not know")
        }
        hidden = size.hidden
        inner = size.inner
        attention = size.attention
        positions = size.positions
        epsilon = size.epsilon
        pieceTable = try Table("embeddings.pieces", rows: file.header.pieces.count, width: hidden, in: file)
        positionTable = try Table("embeddings.positions", rows: positions, width: hidden, in: file)
        endingTable = try Table("embeddings.endings", rows: size.endings, width: hidden, in: file)
        shapeTable = try file.floats("embeddings.shapes", count: size.shapes * hidden)
        embedded = try Norm("embeddings.norm", width: hidden, in: file)
        var layers: [Layer] = []
        for number in 0..<size.layers {
            let name = "layers.\(number)."
            layers.append(
                Layer(
                    three: try QuantisedLinear(name + "qkv", inputs: hidden, outputs: 3 * hidden, in: file),
                    out: try QuantisedLinear(name + "out", inputs: hidden, outputs: hidden, in: file),
                    up: try QuantisedLinear(name + "up", inputs: hidden, outputs: inner, in: file),
                    down: try QuantisedLinear(name + "down", inputs: inner, outputs: hidden, in: file),
                    attended: try Norm(name + "norm1", width: hidden, in: file),
                    left: try Norm(name + "norm2", width: hidden, in: file)))
        }
        self.layers = layers
    }

    /// The vectors `[picked × hidden]` of a batch, in the workspace until its next use.
    func vectors(_ batch: Batch, _ room: Workspace) -> UnsafePointer<Float> {
        var count = batch.pieces.count
        let rows = room.floats(.rows, count * hidden)
        embed(batch, into: rows)
        embedded.apply(rows, count: count, epsilon: epsilon)
        let three = room.floats(.three, count * 3 * hidden)
        let mixed = room.floats(.mixed, count * hidden)
        let wide = room.floats(.inner, count * inner)
        let longest = zip(batch.starts, batch.starts.dropFirst()).reduce(0) { max($0, $1.1 - $1.0) }
        let scores = room.floats(.scores, 36 * (longest + 16))
        for (number, layer) in layers.enumerated() {
            layer.three.apply(to: rows, rows: count, into: three, .plain, room)
            for (start, end) in zip(batch.starts, batch.starts.dropFirst()) {
                kernels_attend(three + start * 3 * hidden, end - start, hidden, mixed + start * hidden, scores)
            }
            // What follows concerns each piece alone: in the last layer only those that are asked for.
            if number == layers.count - 1 {
                for (index, piece) in batch.picked.enumerated() where index < piece {
                    (mixed + index * hidden).update(from: mixed + piece * hidden, count: hidden)
                    (rows + index * hidden).update(from: rows + piece * hidden, count: hidden)
                }
                count = batch.picked.count
            }
            layer.out.apply(to: mixed, rows: count, into: rows, .added, room)
            layer.attended.apply(rows, count: count, epsilon: epsilon)
            layer.up.apply(to: rows, rows: count, into: wide, .activated, room)
            layer.down.apply(to: wide, rows: count, into: rows, .added, room)
            layer.left.apply(rows, count: count, epsilon: epsilon)
        }
        return UnsafePointer(rows)
    }

    private func embed(_ batch: Batch, into rows: UnsafeMutablePointer<Float>) {
        for (start, end) in zip(batch.starts, batch.starts.dropFirst()) {
            for index in start..<end {
                let row = rows + index * hidden
                let shape = Int(batch.shapes[index]) * hidden
                for column in 0..<hidden { row[column] = shapeTable[shape + column] }
                pieceTable.add(Int(batch.pieces[index]), width: hidden, to: row)
                positionTable.add(index - start, width: hidden, to: row)
                endingTable.add(Int(batch.endings[index]), width: hidden, to: row)
            }
        }
    }
}
