internal import CZlib

/// Undoes gzip, zlib and bare deflate. This file alone knows zlib.
final class Inflater: Decompressor {
    /// What stands around the deflated bytes.
    enum Wrapping: Int32 {
        case gzip = 31
        case zlib = 15
        case none = -15
    }

    private var stream = z_stream()
    private let isReady: Bool

    init(_ wrapping: Wrapping = .gzip) {
        isReady = inflateInit2_(&stream, wrapping.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    }

    deinit { inflateEnd(&stream) }

    func opens(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.starts(with: [0x1F, 0x8B, 0x08]) && (bytes.dropFirst(3).first ?? 0xFF) < 0x20
    }

    func reset() { inflateReset(&stream) }

    func decode(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) throws(DamagedMember) -> Decoded {
        guard isReady else { throw DamagedMember() }
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
        stream.avail_in = UInt32(clamping: input.count)
        stream.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.avail_out = UInt32(clamping: output.count)
        let (given, room) = (stream.avail_in, stream.avail_out)
        let result = inflate(&stream, Z_NO_FLUSH)
        guard result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR else { throw DamagedMember() }
        return Decoded(
            consumed: Int(given - stream.avail_in), produced: Int(room - stream.avail_out), isEnd: result == Z_STREAM_END)
    }
}

/// Makes gzip files without a date, so that the same content is always the same bytes.
final class Deflater: Compressor {
    private var stream = z_stream()

    init() {
        deflateInit2_(
            &stream, 6, Z_DEFLATED, Inflater.Wrapping.gzip.rawValue, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
    }

    deinit { deflateEnd(&stream) }

    func encode(_ input: UnsafeRawBufferPointer, isLast: Bool, into output: inout [UInt8]) {
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
        stream.avail_in = UInt32(clamping: input.count)
        var room = [UInt8](repeating: 0, count: 1 << 16)
        var left: UInt32 = 0
        repeat {
            let size = UInt32(room.count)
            left = room.withUnsafeMutableBytes { buffer in
                stream.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
                stream.avail_out = size
                deflate(&stream, isLast ? Z_FINISH : Z_NO_FLUSH)
                return stream.avail_out
            }
            output.append(contentsOf: room[..<Int(size - left)])
        } while left == 0
    }
}
