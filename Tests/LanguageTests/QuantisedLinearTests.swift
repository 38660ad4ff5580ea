import Foundation
import Testing

@testable import Language

@Suite struct QuantisedLinearTests {
    /// Whatever the processor and the numbers of rows, products are those of whole numbers, the largest too.
    @Test(arguments: [1, 4, 6, 13], [QuantisedLinear.Finish.plain, .activated, .added])
    func multipliesWholeNumbersExactly(rows: Int, finish: QuantisedLinear.Finish) {
        var random = Random(state: 1)
        let (inputs, outputs) = (128, 70)
        let weights = (0..<inputs * outputs).map { $0 < inputs ? 64 : Int8(truncatingIfNeeded: Int(random.next(129)) - 64) }
        let scales = (0..<outputs).map { _ in Float(random.next(100)) / 5_000_000 }
        let bias = (0..<outputs).map { _ in Float(random.next(100)) / 50 - 1 }
        let input = (0..<inputs * rows).map { $0 < inputs ? 2 : Float(random.next(2_000)) / 500 - 2 }
        let layer = QuantisedLinear(weights: weights, scales: scales, bias: bias, inputs: inputs)
        var output = [Float](repeating: 1, count: rows * layer.width)
        layer.apply(to: input, rows: rows, into: &output, finish, Workspace())
        for row in 0..<rows {
            let numbers = input[row * inputs..<(row + 1) * inputs]
            let scale = (numbers.map(abs).max() ?? 0) / 127
            let whole: [Int] = numbers.map { Int(($0 * (1 / scale)).rounded(.toNearestOrEven)) }
            for column in 0..<outputs {
                var sum = 0
                for index in 0..<inputs { sum += whole[index] * Int(weights[column * inputs + index]) }
                let plain: Float = Float(sum) * (scale * scales[column]) + bias[column]
                let expected: Float
                switch finish {
                case .plain: expected = plain
                case .activated: expected = plain / 2 * (1 + erf(plain / Float(2).squareRoot()))
                case .added: expected = plain + 1
                }
                #expect(abs(output[row * layer.width + column] - expected) <= 1e-4 * max(1, abs(expected)))
            }
        }
    }

    /// A plain linear congruence, so that every run sees the same numbers.
    private struct Random {
        var state: UInt64
        mutating func next(_ limit: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33 % limit
        }
    }
}
