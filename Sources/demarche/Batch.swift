import Dispatch
import Synchronization

/// Does the same to many values, a batch at a time on all cores, and hands on the results in the order of the values.
struct Batch<Input: Sendable, Output: Sendable> {
    private let size: Int
    private let work: @Sendable (Input) -> Output
    private let take: (Output) throws -> Void
    private var waiting: [Input] = []

    init(size: Int = 64, work: @escaping @Sendable (Input) -> Output, take: @escaping (Output) throws -> Void) {
        self.size = size
        self.work = work
        self.take = take
    }

    mutating func add(_ input: Input) throws {
        waiting.append(input)
        if waiting.count == size { try finish() }
    }

    /// Does what still waits.
    mutating func finish() throws {
        let inputs = waiting
        waiting = []
        let work = work
        let results = Mutex([Output?](repeating: nil, count: inputs.count))
        DispatchQueue.concurrentPerform(iterations: inputs.count) { index in
            let output = work(inputs[index])
            results.withLock { $0[index] = output }
        }
        for output in results.withLock({ $0 }).compactMap(\.self) { try take(output) }
    }
}
