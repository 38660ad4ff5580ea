import Dispatch
import Foundation
import Synchronization

/// Does the same to many values, a batch at a time on all cores or some, and hands on each batch's results in the order of the values.
struct Batch<Input: Sendable, Output: Sendable> {
    private let size: Int
    private let cores: Int
    private let work: @Sendable (Input) -> Output
    private let take: ([Output]) throws -> Void
    private var waiting: [Input] = []
    private var bytes = 0

    /// So much may wait in memory.
    private static var limit: Int { 16 << 20 }

    init(
        size: Int = 64, cores: Int? = nil, work: @escaping @Sendable (Input) -> Output, take: @escaping ([Output]) throws -> Void
    ) {
        self.size = size
        self.cores = max(1, cores ?? ProcessInfo.processInfo.activeProcessorCount)
        self.work = work
        self.take = take
    }

    /// - Parameter bytes: how much memory the value takes.
    mutating func add(_ input: Input, bytes: Int = 0) throws {
        waiting.append(input)
        self.bytes += bytes
        if waiting.count == size || self.bytes >= Self.limit { try finish() }
    }

    /// Does what still waits.
    mutating func finish() throws {
        let inputs = waiting
        waiting = []
        bytes = 0
        guard !inputs.isEmpty else { return }
        let work = work
        let results = Mutex([Output?](repeating: nil, count: inputs.count))
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: min(cores, inputs.count)) { _ in
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < inputs.count else { return }
                let output = work(inputs[index])
                results.withLock { $0[index] = output }
            }
        }
        try take(results.withLock { $0 }.compactMap(\.self))
    }
}
