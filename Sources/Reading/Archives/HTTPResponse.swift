/// A response as a crawler kept it: its status, its headers, and its body as it was meant.
struct HTTPResponse {
    let status: Int
    /// Names in lower case.
    let headers: [String: String]
    let body: ArraySlice<UInt8>

    private static let longestHead = 1 << 18

    /// `nil` where this is no response.
    init?(_ message: [UInt8]) {
        guard message.starts(with: "HTTP/".utf8) else { return nil }
        var headers: [String: String] = [:]
        var start = message.startIndex
        var status: Int?
        while start < min(message.count, Self.longestHead) {
            let end = message[start...].firstIndex(of: UInt8(ascii: "\n")) ?? message.endIndex
            var line = message[start..<end]
            while let last = line.last, last == 0x0D || last == 0x20 { line = line.dropLast() }
            start = min(end + 1, message.endIndex)
            guard status != nil else {
                let words = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
                guard words.count > 1, let code = Int(String(decoding: words[1], as: UTF8.self)) else { return nil }
                status = code
                continue
            }
            if line.isEmpty { break }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
            let value = String(decoding: line[(colon + 1)...], as: UTF8.self).trimmingWhitespace
            if headers[name] == nil { headers[name] = value }
        }
        guard let status else { return nil }
        self.status = status
        self.headers = headers
        body = message[start...]
    }

    /// The media type without its parameters, in lower case.
    var mediaType: String {
        headers["content-type"]?.prefix { $0 != ";" }.trimmingWhitespace.lowercased() ?? ""
    }

    var charset: String? {
        guard let type = headers["content-type"]?.lowercased(), let range = type.firstRange(of: "charset=") else { return nil }
        let name = type[range.upperBound...].prefix { $0 != ";" }.filter { $0 != "\"" && $0 != "'" }.trimmingWhitespace
        return name.isEmpty ? nil : name
    }

    /// The body without its transfer and content encodings. Many crawlers undo these and leave the headers; then the body is
    /// taken as it is.
    func content(limit: Int) -> Result<[UInt8], Archive.Skip> {
        var bytes = body
        var whole: [UInt8]?
        if headers["transfer-encoding"]?.lowercased().contains("chunked") == true, let joined = Self.joined(chunks: bytes) {
            whole = joined
            bytes = joined[...]
        }
        for encoding in (headers["content-encoding"] ?? "").lowercased().split(separator: ",").reversed() {
            let encoding = encoding.trimmingWhitespace
            do {
                guard let decoded = try Self.decoded(bytes, encoding, limit: limit) else { return .failure(.large) }
                whole = decoded
                bytes = decoded[...]
            } catch {
                // Bytes of text were decoded before; anything else cannot be read.
                if bytes.prefix(512).contains(where: { $0 < 9 }) { return .failure(.encoding) }
            }
        }
        return bytes.count > limit ? .failure(.large) : .success(whole ?? Array(bytes))
    }

    /// `nil` where it would be larger than `limit`.
    private static func decoded(_ bytes: ArraySlice<UInt8>, _ encoding: String, limit: Int) throws(DamagedMember) -> [UInt8]? {
        switch encoding {
        case "", "identity": return Array(bytes)
        case "gzip", "x-gzip": return try Inflater().whole(bytes, limit: limit)
        case "deflate":
            // Meant is zlib; many servers send bare deflate.
            do { return try Inflater(.zlib).whole(bytes, limit: limit) } catch {
                return try Inflater(.none).whole(bytes, limit: limit)
            }
        case "zstd": return try ZstandardDecompressor().whole(bytes, limit: limit)
        default: throw DamagedMember()
        }
    }

    /// The body of a chunked message (RFC 9112, 7.1); what there is where it is cut short, `nil` where it is not chunked.
    private static func joined(chunks bytes: ArraySlice<UInt8>) -> [UInt8]? {
        var joined: [UInt8] = []
        var start = bytes.startIndex
        while start < bytes.endIndex {
            guard let end = bytes[start...].prefix(1_024).firstIndex(of: UInt8(ascii: "\n")) else { break }
            let size = bytes[start..<end].prefix { $0 != UInt8(ascii: ";") && $0 != 0x0D && $0 != 0x20 }
            guard let count = Int(String(decoding: size, as: UTF8.self), radix: 16), count >= 0 else {
                return joined.isEmpty ? nil : joined
            }
            if count == 0 { return joined }
            let first = end + 1
            guard count < bytes.endIndex - first else {
                joined += bytes[first...]
                return joined
            }
            joined += bytes[first..<first + count]
            start = first + count
            while start < bytes.endIndex, bytes[start] == 0x0D || bytes[start] == 0x0A { start += 1 }
        }
        return joined.isEmpty ? nil : joined
    }
}
