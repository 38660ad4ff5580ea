internal import CZlib
internal import Foundation

/// Bytes packed as zlib does (RFC 1950).
enum Deflate {
    static func packed(_ content: Data) -> Data {
        let input = [UInt8](content)
        var length = compressBound(UInt(input.count))
        var output = [UInt8](repeating: 0, count: Int(length))
        // It fails only where there is no memory or no room, and there is room.
        guard compress2(&output, &length, input, UInt(input.count), 6) == Z_OK else { return content }
        return Data(output[..<Int(length)])
    }

    /// - Returns: `nil` where the bytes are not that many bytes packed.
    static func unpacked(_ packed: Data, size: Int) -> Data? {
        guard (0...(64 << 20)).contains(size) else { return nil }
        let input = [UInt8](packed)
        var length = UInt(size)
        // zlib wants somewhere to write, even to write nothing.
        var output = [UInt8](repeating: 0, count: max(1, size))
        guard uncompress(&output, &length, input, UInt(input.count)) == Z_OK, Int(length) == size else { return nil }
        return Data(output[..<size])
    }
}
