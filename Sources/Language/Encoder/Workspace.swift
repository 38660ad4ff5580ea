/// Memory that one thread's batches use again and again, so that no sentence allocates.
final class Workspace {
    private final class Room<Element> {
        private var memory: UnsafeMutableBufferPointer<Element>?

        func of(_ count: Int) -> UnsafeMutablePointer<Element>? {
            if let memory, memory.count >= count { return memory.baseAddress }
            memory?.deallocate()
            let grown = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(count, 1) * 5 / 4 + 64)
            memory = grown
            return grown.baseAddress
        }

        deinit { memory?.deallocate() }
    }

    private let numbers = Room<UInt8>()
    private var floats: [Purpose: Room<Float>] = [:]

    enum Purpose { case rows, three, mixed, inner, scores, scales, columns, dependents, heads, arcs, labels, relations }

    func numbers(_ count: Int) -> UnsafeMutablePointer<UInt8> { Self.found(numbers.of(count)) }
    func scales(_ count: Int) -> UnsafeMutablePointer<Float> { floats(.scales, count) }

    func floats(_ purpose: Purpose, _ count: Int) -> UnsafeMutablePointer<Float> {
        if let room = floats[purpose] { return Self.found(room.of(count)) }
        let room = Room<Float>()
        floats[purpose] = room
        return Self.found(room.of(count))
    }

    /// A buffer of at least sixty-four elements always has an address.
    private static func found<Element>(_ pointer: UnsafeMutablePointer<Element>?) -> UnsafeMutablePointer<Element> {
        guard let pointer else { preconditionFailure("an allocated buffer has an address") }
        return pointer
    }
}
