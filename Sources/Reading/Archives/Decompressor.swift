/// A way of compressing, undone piece by piece. A compressed file is a row of members (gzip) or frames (zstd), each whole in
/// itself.
protocol Decompressor: AnyObject {
    /// Whether a member may begin with these bytes, four at least.
    func opens(_ bytes: ArraySlice<UInt8>) -> Bool

    /// Makes ready for the next member.
    func reset()

    /// Undoes what it can of the input.
    ///
    /// - Throws: `DamagedMember` where the bytes are not what the format says.
    func decode(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) throws(DamagedMember) -> Decoded
}

/// How far one step of decompression came.
struct Decoded {
    let consumed: Int
    let produced: Int
    /// Whether the member ended here.
    let isEnd: Bool
}

/// A member whose bytes were changed or lost. Those after it can still be read.
struct DamagedMember: Error {}

/// A way of compressing, done piece by piece.
protocol Compressor: AnyObject {
    /// Compresses all the input; with `isLast` the file ends after it.
    func encode(_ input: UnsafeRawBufferPointer, isLast: Bool, into output: inout [UInt8])
}

extension Decompressor {
    /// All of one member at once.
    ///
    /// - Returns: `nil` where it would be larger than `limit`; what there is where it is cut short.
    func whole(_ bytes: ArraySlice<UInt8>, limit: Int) throws(DamagedMember) -> [UInt8]? {
        reset()
        var output: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 1 << 16)
        var start = bytes.startIndex
        while true {
            let step = try Self.step(bytes[start...], &room, self)
            output.append(contentsOf: room[..<step.produced])
            start += step.consumed
            guard output.count <= limit else { return nil }
            if step.isEnd || step.consumed == 0 && step.produced == 0 { return output }
        }
    }

    private static func step(
        _ input: ArraySlice<UInt8>, _ room: inout [UInt8], _ decompressor: Self
    ) throws(DamagedMember) -> Decoded {
        let result = input.withUnsafeBytes { input in
            room.withUnsafeMutableBytes { output in
                Result { () throws(DamagedMember) in try decompressor.decode(input, into: output) }
            }
        }
        return try result.get()
    }
}
