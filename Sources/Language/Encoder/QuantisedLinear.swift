/// A linear layer in 8-bit whole numbers: a scale for every output, and one for every row as it goes by.
struct QuantisedLinear: Sendable {
    let inputs: Int
    let outputs: Int
    /// Outputs rounded up to a multiple of sixteen, which is how far rows lie apart.
    let width: Int
    private let weights: [Int8]
    private let scales: [Float]
    private let bias: [Float]

    enum Finish { case plain, activated, added }

    init(_ name: String, inputs: Int, outputs: Int, in file: ModelFile) throws(LanguageError) {
        self.inputs = inputs
        self.outputs = outputs
        width = (outputs + 15) & ~15
        let padding = width - outputs
        weights = try file.integers(name + ".weight", count: inputs * outputs) + [Int8](repeating: 0, count: padding * inputs)
        scales = try file.floats(name + ".scales", count: outputs) + [Float](repeating: 0, count: padding)
        bias = try file.floats(name + ".bias", count: outputs) + [Float](repeating: 0, count: padding)
    }

    /// `output[rows × width]` of `input[rows × inputs]`; with `.added` the result is added to what output holds.
    func apply(
        to input: UnsafePointer<Float>, rows: Int, into output: UnsafeMutablePointer<Float>, _ finish: Finish, _ room: Workspace
    ) {
        let numbers = room.numbers(rows * inputs)
        let sums = room.sums(rows * width)
        let rowScales = room.scales(rows)
        for row in 0..<rows {
            rowScales[row] = Kernels.quantise(input + row * inputs, width: inputs, into: numbers + row * inputs)
        }
        weights.withUnsafeBufferPointer { weights in
            guard let weights = weights.baseAddress else { return }
            Products.integer(numbers, weights, sums, rows: rows, columns: width, depth: inputs)
        }
        scales.withUnsafeBufferPointer { scales in
            bias.withUnsafeBufferPointer { bias in
                guard let scales = scales.baseAddress, let bias = bias.baseAddress else { return }
                for row in 0..<rows {
                    let from = UnsafePointer(sums + row * width)
                    let to = output + row * width
                    switch finish {
                    case .plain:
                        Kernels.restore(from, width: width, scale: rowScales[row], scales: scales, bias: bias, into: to)
                    case .activated:
                        Kernels.restoreActivated(from, width: width, scale: rowScales[row], scales: scales, bias: bias, into: to)
                    case .added:
                        Kernels.restoreAdding(from, width: width, scale: rowScales[row], scales: scales, bias: bias, to: to)
                    }
                }
            }
        }
    }
}
