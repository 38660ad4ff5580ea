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

    /// `row = (row - mean) / √(variance + epsilon) · weight + bias` (Ba et al. 2016).
    static func normalise(
        _ row: UnsafeMutablePointer<Float>, width: Int, weight: UnsafePointer<Float>, bias: UnsafePointer<Float>, epsilon: Float
    ) {
        var sums = Lanes.zero
        for index in stride(from: 0, to: width, by: 16) { sums += load(row + index) }
        let mean = Lanes(repeating: sums.sum() / Float(width))
        var squares = Lanes.zero
        for index in stride(from: 0, to: width, by: 16) {
            let centred = load(row + index) - mean
            squares += centred * centred
        }
        let scale = Lanes(repeating: 1 / (squares.sum() / Float(width) + epsilon).squareRoot())
        for index in stride(from: 0, to: width, by: 16) {
            store((load(row + index) - mean) * scale * load(weight + index) + load(bias + index), row + index)
        }
    }

    /// Each row's numbers as whole numbers between -127 and 127, rounded half to even, times the scale that is returned.
    static func quantise(_ row: UnsafePointer<Float>, width: Int, into numbers: UnsafeMutablePointer<Int8>) -> Float {
        var greatest = Lanes.zero
        for index in stride(from: 0, to: width, by: 16) {
            let lanes = load(row + index)
            greatest = pointwiseMax(greatest, pointwiseMax(lanes, -lanes))
        }
        let scale = greatest.max() / 127
        let divisor = Lanes(repeating: scale > 0 ? scale : 1)
        // Adding 1.5 · 2²³ leaves the rounded number in the low bits.
        let magic = Lanes(repeating: 12_582_912)
        for index in stride(from: 0, to: width, by: 16) {
            let bits = unsafeBitCast(load(row + index) / divisor + magic, to: SIMD16<UInt32>.self)
            let bytes = SIMD16<Int8>(truncatingIfNeeded: bits)
            UnsafeMutableRawPointer(numbers + index).storeBytes(of: bytes, as: SIMD16<Int8>.self)
        }
        return scale
    }

    /// Whole sums of quantised products back to numbers: `result = sums · (scale · scales) + bias`.
    static func restore(
        _ sums: UnsafePointer<Int32>, width: Int, scale: Float, scales: UnsafePointer<Float>, bias: UnsafePointer<Float>,
        into result: UnsafeMutablePointer<Float>
    ) {
        let scale = Lanes(repeating: scale)
        for index in stride(from: 0, to: width, by: 16) {
            store(converted(sums + index) * (scale * load(scales + index)) + load(bias + index), result + index)
        }
    }

    /// As `restore`, added to what is there.
    static func restoreAdding(
        _ sums: UnsafePointer<Int32>, width: Int, scale: Float, scales: UnsafePointer<Float>, bias: UnsafePointer<Float>,
        to result: UnsafeMutablePointer<Float>
    ) {
        let scale = Lanes(repeating: scale)
        for index in stride(from: 0, to: width, by: 16) {
            let value = converted(sums + index) * (scale * load(scales + index)) + load(bias + index)
            store(load(result + index) + value, result + index)
        }
    }

    /// As `restore`, through the Gaussian error linear unit `x · Φ(x)` (Hendrycks and Gimpel 2016).
    static func restoreActivated(
        _ sums: UnsafePointer<Int32>, width: Int, scale: Float, scales: UnsafePointer<Float>, bias: UnsafePointer<Float>,
        into result: UnsafeMutablePointer<Float>
    ) {
        let scale = Lanes(repeating: scale)
        for index in stride(from: 0, to: width, by: 16) {
            let value = converted(sums + index) * (scale * load(scales + index)) + load(bias + index)
            store(activated(value), result + index)
        }
    }

    /// Whole numbers below 2²⁵ or so as floats.
    @inline(__always)
    private static func converted(_ sums: UnsafePointer<Int32>) -> Lanes {
        Lanes(UnsafeRawPointer(sums).loadUnaligned(as: SIMD16<Int32>.self))
    }

    /// `x · Φ(x)`, Φ by Abramowitz and Stegun 7.1.26 (error below 1.5 · 10⁻⁷).
    @inline(__always)
    private static func activated(_ x: Lanes) -> Lanes {
        let magnitude = pointwiseMax(x, -x) * Lanes(repeating: 0.707_106_77)
        let t = Lanes(repeating: 1) / (Lanes(repeating: 1) + Lanes(repeating: 0.327_591_1) * magnitude)
        var polynomial = Lanes(repeating: 1.061_405_429)
        polynomial = polynomial * t - Lanes(repeating: 1.453_152_027)
        polynomial = polynomial * t + Lanes(repeating: 1.421_413_741)
        polynomial = polynomial * t - Lanes(repeating: 0.284_496_736)
        polynomial = polynomial * t + Lanes(repeating: 0.254_829_592)
        let tail = polynomial * t * exponential(-(magnitude * magnitude)) * Lanes(repeating: 0.5)
        let upper = Lanes(repeating: 1) - tail
        return x * upper.replacing(with: tail, where: x .< Lanes.zero)
    }

    /// `eˣ` for x ≤ 0 or little above: 2 to a whole power times a polynomial (Cephes' `expf`).
    @inline(__always)
    static func exponential(_ x: Lanes) -> Lanes {
        let x = pointwiseMax(x, Lanes(repeating: -87))
        let magic = Lanes(repeating: 12_582_912)
        let shifted = x * Lanes(repeating: 1.442_695_04) + magic
        let power = shifted - magic
        let rest = x - power * Lanes(repeating: 0.693_359_375) + power * Lanes(repeating: 2.121_944_4e-4)
        var polynomial = Lanes(repeating: 1.987_569_15e-4)
        polynomial = polynomial * rest + Lanes(repeating: 1.398_199_95e-3)
        polynomial = polynomial * rest + Lanes(repeating: 8.333_451_9e-3)
        polynomial = polynomial * rest + Lanes(repeating: 4.166_579_6e-2)
        polynomial = polynomial * rest + Lanes(repeating: 1.666_666_55e-1)
        polynomial = polynomial * rest + Lanes(repeating: 0.5)
        let value = polynomial * rest * rest + rest + Lanes(repeating: 1)
        let bits = (unsafeBitCast(shifted, to: SIMD16<UInt32>.self) &- SIMD16(repeating: 0x4B40_0000 &- 127)) &<< SIMD16(repeating: 23)
        return value * unsafeBitCast(bits, to: Lanes.self)
    }

    /// Attention of one head over one sentence: `mixed = softmax(query · keyᵀ / √32) · value` (Vaswani et al. 2017).
    ///
    /// - Parameters:
    ///   - rows: query, key and value beside each other, `3 · hidden` a row.
    ///   - scores: room for `count` numbers, rounded up to sixteen.
    static func attend(
        _ rows: UnsafePointer<Float>, count: Int, hidden: Int, head: Int, into mixed: UnsafeMutablePointer<Float>,
        scores: UnsafeMutablePointer<Float>
    ) {
        let stride = 3 * hidden
        let column = head * 32
        let scale = Float(1) / Float(32).squareRoot()
        let padded = (count + 15) & ~15
        for query in 0..<count {
            let q0 = load(rows + query * stride + column) * Lanes(repeating: scale)
            let q1 = load(rows + query * stride + column + 16) * Lanes(repeating: scale)
            var greatest = -Float.infinity
            var key = rows + hidden + column
            for index in 0..<count {
                let score = (q0 * load(key) + q1 * load(key + 16)).sum()
                scores[index] = score
                greatest = max(greatest, score)
                key += stride
            }
            for index in count..<padded { scores[index] = -.infinity }
            var total = Lanes.zero
            let shift = Lanes(repeating: greatest)
            for index in Swift.stride(from: 0, to: padded, by: 16) {
                let value = exponential(load(scores + index) - shift)
                store(value, scores + index)
                total += value
            }
            var sum = total.sum()
            // The padding's share is e⁻⁸⁷ each: nothing.
            sum = max(sum, 1e-30)
            var out0 = Lanes.zero
            var out1 = Lanes.zero
            var value = rows + 2 * hidden + column
            for index in 0..<count {
                let weight = Lanes(repeating: scores[index])
                out0 += weight * load(value)
                out1 += weight * load(value + 16)
                value += stride
            }
            let inverse = Lanes(repeating: 1 / sum)
            store(out0 * inverse, mixed + query * hidden + column)
            store(out1 * inverse, mixed + query * hidden + column + 16)
        }
    }
}
