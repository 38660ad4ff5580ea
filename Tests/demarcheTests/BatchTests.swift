import Testing

@testable import demarche

@Suite struct BatchTests {
    @Test(arguments: [0, 1, 63, 64, 65, 1_000])
    func keepsTheOrder(count: Int) throws {
        var taken: [Int] = []
        var batch = Batch<Int, Int> { number in
            // Later values are done sooner.
            (0..<(1_000 - number)).reduce(0) { $0 &+ $1 } >= 0 ? number * 2 : 0
        } take: {
            taken += $0
        }
        for number in 0..<count { try batch.add(number) }
        try batch.finish()
        #expect(taken == (0..<count).map { $0 * 2 })
    }
}
