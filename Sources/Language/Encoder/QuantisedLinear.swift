internal import CKernels

/// A linear layer in 8-bit whole numbers: a scale for every output, and one for every row as it goes by.
struct QuantisedLinear: Sendable {
    let inputs: Int
    let outputs: Int
    /// Outputs rounded up to a multiple of 64, which is how far rows lie apart.
    let width: Int
    /// In the order of `kernels_pack`.
    private let weights: [Int8]
    private let scales: [Float]
    private let bias: [Float]
    private let offsets: [Int32]

    enum Finish {
        case plain, activated, added

        fileprivate var kernel: kernels_finish {
            switch self {
            case .plain: kernels_plain
            case .activated: kernels_activated
            case .added: kernels_added
            }
        }
    }

    init(_ name: String, inputs: Int, outputs: Int, in file: ModelFile) throws(LanguageError) {
        try self.init(
            weights: file.integers(name + ".weight", count: inputs * outputs),
            scales: file.floats(name + ".scales", count: outputs),
            bias: file.floats(name + ".bias", count: outputs), inputs: inputs)
    }

    init(weights: [Int8], scales: [Float], bias: [Float], inputs: Int) {
        self.inputs = inputs
        outputs = scales.count
        let width = (outputs + 63) & ~63
        self.width = width
        let padding = width - outputs
        let padded = padding > 0 ? weights + [Int8](repeating: 0, count: padding * inputs) : weights
        self.weights = [Int8](unsafeUninitializedCapacity: padded.count) { buffer, count in
            kernels_pack(padded, buffer.baseAddress, width, inputs)
            count = padded.count
        }
        self.scales = scales + [Float](repeating: 0, count: padding)
        self.bias = bias + [Float](repeating: 0, count: padding)
        offsets = (0..<width).map { column in
            padded[column * inputs..<(column + 1) * inputs].reduce(into: Int32(0)) { $0 -= 128 * Int32($1) }
        }
    }

    /// `output[rows × width]` of `input[rows × inputs]`; with `.added` the result is added to what output holds.
    func apply(
        to input: UnsafePointer<Float>, rows: Int, into output: UnsafeMutablePointer<Float>, _ finish: Finish, _ room: Workspace
    ) {
        let numbers = room.numbers(rows * inputs)
        let rowScales = room.scales(rows)
        kernels_quantise(input, rows, inputs, numbers, rowScales)
        scales.withUnsafeBufferPointer { scales in
            bias.withUnsafeBufferPointer { bias in
                offsets.withUnsafeBufferPointer { offsets in
                    let columns = kernels_columns(
                        scales: scales.baseAddress, bias: bias.baseAddress, offsets: offsets.baseAddress)
                    kernels_product(numbers, rowScales, weights, columns, output, rows, width, inputs, finish.kernel)
                }
            }
        }
    }
}
