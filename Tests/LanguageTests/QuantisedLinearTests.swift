import Testing

@testable import Language

@Suite struct QuantisedLinearTests {
    /// What the processor's own instructions give is what products without them give, whatever the numbers of rows.
    @Test(arguments: [1, 5, 6, 13], [QuantisedLinear.Finish.plain, .activated, .added])
    func multipliesAlikeOnEveryProcessor(rows: Int, finish: QuantisedLinear.Finish) {
        var random = Random(state: 1)
        let (inputs, outputs) = (128, 70)
        let weights = (0..<inputs * outputs).map { _ in Int8(truncatingIfNeeded: Int(random.next(255)) - 127) }
        let scales = (0..<outputs).map { _ in Float(random.next(100)) / 5_000 }
        let bias = (0..<outputs).map { _ in Float(random.next(100)) / 50 - 1 }
        let input = (0..<inputs * rows).map { _ in Float(random.next(2_000)) / 500 - 2 }
        func output(packed: Bool) -> [Float] {
            let layer = QuantisedLinear(weights: weights, scales: scales, bias: bias, inputs: inputs, packed: packed)
            var output = [Float](repeating: 1, count: rows * layer.width)
            layer.apply(to: input, rows: rows, into: &output, finish, Workspace())
            return output
        }
        let plain = output(packed: false)
        #expect(plain.contains { $0 != 1 })
        guard QuantisedLinear.isPackedHere else { return }
        for (one, other) in zip(plain, output(packed: true)) { #expect(abs(one - other) <= 1e-5 * max(1, abs(one))) }
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
