/// The encoder's work between matrix products, sixteen numbers at a time. Every width is a multiple of sixteen.
enum Kernels {
    typealias Lanes = SIMD16<Float>

    @inline(__always)
    private static func load(_ pointer: UnsafePointer<Float>) -> Lanes {
        UnsafeRawPointer(pointer).loadUnaligned(as: Lanes.self)
    }

    @inline(__always)
    private static func store(_ lanes: Lanes, _ pointer: UnsafeMutablePointer<Float>) {
        UnsafeMutableRawPointer(pointer).storeBytes(of: lanes, as: Lanes.self)
    }

    @inline(__always)
    private static func sum(_ lanes: Lanes) -> Float {
        let eight = lanes.lowHalf + lanes.highHalf
        let four = eight.lowHalf + eight.highHalf
        return (four[0] + four[1]) + (four[2] + four[3])
    }

    /// `row = (row - mean) / √(variance + epsilon) · weight + bias` (Ba et al. 2016).
    static func normalise(
        _ row: UnsafeMutablePointer<Float>, width: Int, weight: UnsafePointer<Float>, bias: UnsafePointer<Float>, epsilon: Float
    ) {
        var sums = Lanes.zero
        for index in stride(from: 0, to: width, by: 16) { sums += load(row + index) }
        let mean = Lanes(repeating: sum(sums) / Float(width))
        var squares = Lanes.zero
        for index in stride(from: 0, to: width, by: 16) {
            let centred = load(row + index) - mean
            squares += centred * centred
        }
        let scale = Lanes(repeating: 1 / (sum(squares) / Float(width) + epsilon).squareRoot())
        for index in stride(from: 0, to: width, by: 16) {
            store((load(row + index) - mean) * scale * load(weight + index) + load(bias + index), row + index)
        }
    }

    /// Each row's numbers as whole numbers between -127 and 127, rounded half to even, times the scale that is returned.
    static func quantise(_ row: UnsafePointer<Float>, width: Int, into numbers: UnsafeMutablePointer<Int8>) -> Float {
        // Magnitudes compare like the whole numbers their bits are.
        var greatest = SIMD16<Int32>.zero
        let mask = SIMD16<Int32>(repeating: 0x7FFF_FFFF)
        for index in stride(from: 0, to: width, by: 16) {
            let magnitude = unsafeBitCast(load(row + index), to: SIMD16<Int32>.self) & mask
            greatest.replace(with: magnitude, where: magnitude .> greatest)
        }
        var bits: Int32 = 0
        for lane in 0..<16 { bits = max(bits, greatest[lane]) }
        let scale = Float(bitPattern: UInt32(bitPattern: bits)) / 127
        let divisor = scale > 0 ? scale : 1
        // Adding 1.5 · 2²³ leaves the rounded number in the low bits. A plain loop is what the compiler vectorises.
        for index in 0..<width {
            numbers[index] = Int8(truncatingIfNeeded: (row[index] / divisor + 12_582_912).bitPattern)
        }
        return scale
    }

    /// Whole sums of quantised products back to numbers: `result = sums · (scale · scales) + bias`.
    static func restore(
        _ sums: UnsafePointer<Int32>, width: Int, scale: Float, scales: UnsafePointer<Float>, bias: UnsafePointer<Float>,
        into result: UnsafeMutablePointer<Float>
    ) {
        for index in 0..<width { result[index] = Float(sums[index]) * (scale * scales[index]) + bias[index] }
    }

    /// As `restore`, added to what is there.
    static func restoreAdding(
        _ sums: UnsafePointer<Int32>, width: Int, scale: Float, scales: UnsafePointer<Float>, bias: UnsafePointer<Float>,
        to result: UnsafeMutablePointer<Float>
    ) {
        for index in 0..<width { result[index] += Float(sums[index]) * (scale * scales[index]) + bias[index] }
    }

    /// As `restore`, through the Gaussian error linear unit `x · Φ(x)` (Hendrycks and Gimpel 2016).
    static func restoreActivated(
        _ sums: UnsafePointer<Int32>, width: Int, scale: Float, scales: UnsafePointer<Float>, bias: UnsafePointer<Float>,
        into result: UnsafeMutablePointer<Float>
    ) {
        restore(sums, width: width, scale: scale, scales: scales, bias: bias, into: result)
        for index in stride(from: 0, to: width, by: 16) { store(activated(load(result + index)), result + index) }
    }

    /// `x · Φ(x)`, Φ by Abramowitz and Stegun 7.1.26 (error below 1.5 · 10⁻⁷).
    @inline(__always)
    private static func activated(_ x: Lanes) -> Lanes {
        let magnitude = x.replacing(with: -x, where: x .< Lanes.zero) * Lanes(repeating: 0.707_106_77)
        let t = Lanes(repeating: 1) / (Lanes(repeating: 1) + Lanes(repeating: 0.327_591_1) * magnitude)
        var polynomial = Lanes(repeating: 1.061_405_429)
        polynomial = Lanes(repeating: -1.453_152_027).addingProduct(polynomial, t)
        polynomial = Lanes(repeating: 1.421_413_741).addingProduct(polynomial, t)
        polynomial = Lanes(repeating: -0.284_496_736).addingProduct(polynomial, t)
        polynomial = Lanes(repeating: 0.254_829_592).addingProduct(polynomial, t)
        let tail = polynomial * t * exponential(-(magnitude * magnitude)) * Lanes(repeating: 0.5)
        let upper = Lanes(repeating: 1) - tail
        return x * upper.replacing(with: tail, where: x .< Lanes.zero)
    }

    /// `eˣ` for x ≤ 0 or little above: 2 to a whole power times a polynomial (Cephes' `expf`).
    @inline(__always)
    static func exponential(_ x: Lanes) -> Lanes {
        let x = x.replacing(with: Lanes(repeating: -87), where: x .< Lanes(repeating: -87))
        let magic = Lanes(repeating: 12_582_912)
        let shifted = x * Lanes(repeating: 1.442_695_04) + magic
        let power = shifted - magic
        let rest = x - power * Lanes(repeating: 0.693_359_375) + power * Lanes(repeating: 2.121_944_4e-4)
        var polynomial = Lanes(repeating: 1.987_569_15e-4)
        polynomial = Lanes(repeating: 1.398_199_95e-3).addingProduct(polynomial, rest)
        polynomial = Lanes(repeating: 8.333_451_9e-3).addingProduct(polynomial, rest)
        polynomial = Lanes(repeating: 4.166_579_6e-2).addingProduct(polynomial, rest)
        polynomial = Lanes(repeating: 1.666_666_55e-1).addingProduct(polynomial, rest)
        polynomial = Lanes(repeating: 0.5).addingProduct(polynomial, rest)
        let value = polynomial * rest * rest + rest + Lanes(repeating: 1)
        let bits =
            (unsafeBitCast(shifted, to: SIMD16<UInt32>.self) &- SIMD16(repeating: 0x4B40_0000 &- 127)) &<< SIMD16(repeating: 23)
        return value * unsafeBitCast(bits, to: Lanes.self)
    }

    /// Attention of one head over one sentence: `mixed = softmax(query · keyᵀ / √32) · value` (Vaswani et al. 2017).
    ///
    /// - Parameters:
    ///   - rows: query, key and value beside each other, `3 · hidden` a row.
    ///   - room: for `33 ·` the count of rows, rounded up to sixteen.
    static func attend(
        _ rows: UnsafePointer<Float>, count: Int, hidden: Int, head: Int, into mixed: UnsafeMutablePointer<Float>,
        room: UnsafeMutablePointer<Float>
    ) {
        let stride = 3 * hidden
        let column = head * 32
        let padded = (count + 15) & ~15
        let scores = room
        // Keys in columns, so that a query meets sixteen of them at once; those of the padding count for nothing.
        let keys = room + padded
        for index in 0..<count {
            let key = rows + index * stride + hidden + column
            for dimension in 0..<32 { keys[dimension * padded + index] = key[dimension] }
        }
        for index in count..<padded {
            for dimension in 0..<32 { keys[dimension * padded + index] = 0 }
        }
        let scale = Float(1) / Float(32).squareRoot()
        for query in 0..<count {
            let wanted = rows + query * stride + column
            for block in Swift.stride(from: 0, to: padded, by: 16) {
                var score = Lanes.zero
                for dimension in 0..<32 {
                    score.addProduct(load(keys + dimension * padded + block), Lanes(repeating: wanted[dimension]))
                }
                store(score * scale, scores + block)
            }
            var greatest = -Float.infinity
            for index in 0..<count { greatest = scores[index] > greatest ? scores[index] : greatest }
            var total = Lanes.zero
            for index in count..<padded { scores[index] = -.greatestFiniteMagnitude }
            for block in Swift.stride(from: 0, to: padded, by: 16) {
                let value = exponential(load(scores + block) - Lanes(repeating: greatest))
                store(value, scores + block)
                total += value
            }
            var first = Lanes.zero
            var second = Lanes.zero
            var value = rows + 2 * hidden + column
            for index in 0..<count {
                let weight = Lanes(repeating: scores[index])
                first.addProduct(load(value), weight)
                second.addProduct(load(value + 16), weight)
                value += stride
            }
            // The padding's share of the total is e⁻⁸⁷ each: nothing.
            let inverse = 1 / sum(total)
            store(first * inverse, mixed + query * hidden + column)
            store(second * inverse, mixed + query * hidden + column + 16)
        }
    }
}
