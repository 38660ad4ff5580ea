internal import CZstd

/// Undoes zstd, with a dictionary where the file brings one. This file alone knows libzstd.
final class ZstandardDecompressor: Decompressor {
    /// Windows of more than 2²⁵ bytes (32 MB) are refused: they would have to be held in memory.
    private static let largestWindow: Int32 = 25

    private let context = ZSTD_createDCtx()

    init() {
        ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, Self.largestWindow)
    }

    deinit { ZSTD_freeDCtx(context) }

    /// The dictionary that the following frames refer to.
    func use(dictionary: [UInt8]) {
        _ = dictionary.withUnsafeBytes { ZSTD_DCtx_loadDictionary(context, $0.baseAddress, $0.count) }
    }

    func opens(_ bytes: ArraySlice<UInt8>) -> Bool { Self.opens(bytes) }

    /// A frame, or one that is to be passed over.
    static func opens(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
            || bytes.dropFirst().starts(with: [0x2A, 0x4D, 0x18]) && bytes.first.map { (0x50...0x5F).contains($0) } ?? false
    }

    func reset() { ZSTD_DCtx_reset(context, ZSTD_reset_session_only) }

    func decode(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) throws(DamagedMember) -> Decoded {
        var taken = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
        var given = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
        let result = ZSTD_decompressStream(context, &given, &taken)
        guard ZSTD_isError(result) == 0 else { throw DamagedMember() }
        return Decoded(consumed: taken.pos, produced: given.pos, isEnd: result == 0)
    }
}

/// Makes zstd files.
final class ZstandardCompressor: Compressor {
    private let context = ZSTD_createCCtx()

    init() {
        ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, 6)
        ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
    }

    deinit { ZSTD_freeCCtx(context) }

    func encode(_ input: UnsafeRawBufferPointer, isLast: Bool, into output: inout [UInt8]) {
        var taken = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
        var room = [UInt8](repeating: 0, count: 1 << 16)
        var isDone = false
        while !isDone {
            let (left, written) = room.withUnsafeMutableBytes { buffer in
                var given = ZSTD_outBuffer(dst: buffer.baseAddress, size: buffer.count, pos: 0)
                let left = ZSTD_compressStream2(context, &given, &taken, isLast ? ZSTD_e_end : ZSTD_e_continue)
                return (left, given.pos)
            }
            output.append(contentsOf: room[..<written])
            isDone = ZSTD_isError(left) != 0 || (isLast ? left == 0 : taken.pos == taken.size)
        }
    }
}
