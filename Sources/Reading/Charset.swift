import Glibc

/// Bytes to text, as browsers do it: byte order mark, then the declared charset, then UTF-8 if valid, else Windows-1252.
enum Charset {
    /// Never fails: what the charset cannot say becomes a replacement character.
    static func decode(_ bytes: [UInt8], declared: String? = nil) -> String {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
        if bytes.starts(with: [0xFF, 0xFE]) { return convert(bytes.dropFirst(2), from: "UTF-16LE") ?? "" }
        if bytes.starts(with: [0xFE, 0xFF]) { return convert(bytes.dropFirst(2), from: "UTF-16BE") ?? "" }
        if let declared = declared.map(label), declared != "UTF-8", let text = convert(bytes[...], from: declared) {
            return text
        }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        // A stray byte or two in what is UTF-8 otherwise is damage, not another charset.
        let repaired = String(decoding: bytes, as: UTF8.self)
        let damaged = repaired.unicodeScalars.lazy.filter { $0 == "\u{FFFD}" }.count
        let foreign = bytes.lazy.filter { $0 >= 0x80 }.count
        if damaged * 10 < foreign { return repaired }
        return convert(bytes[...], from: "WINDOWS-1252") ?? repaired
    }

    /// The charset a page declares in its first 2,048 bytes: `<meta charset=…>` or `content="…; charset=…"`.
    static func declared(in bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(2_048).map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }, as: UTF8.self).lowercased()
        let pattern = #/(?:charset|<\?xml[^>]*encoding)\s*=\s*["']?\s*([a-z0-9_:.\-]+)/#
        return (try? pattern.firstMatch(in: head)).map { String($0.1) }
    }

    /// Browsers read what calls itself Latin-1 or ASCII as Windows-1252 (WHATWG Encoding Standard).
    private static func label(_ name: String) -> String {
        switch name.lowercased() {
        case "utf8", "utf-8", "unicode-1-1-utf-8": "UTF-8"
        case "iso-8859-1", "iso8859-1", "latin1", "latin-1", "ascii", "us-ascii", "cp1252", "windows-1252": "WINDOWS-1252"
        case "gb2312", "gbk", "gb18030": "GB18030"
        case "shift_jis", "sjis", "x-sjis": "CP932"
        case "iso-8859-9": "WINDOWS-1254"
        case let other: other.uppercased()
        }
    }

    private static func convert(_ bytes: ArraySlice<UInt8>, from charset: String) -> String? {
        guard let converter = iconv_open("UTF-8", charset), converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var input = Array(bytes)
        var output: [UInt8] = []
        output.reserveCapacity(input.count + input.count / 2)
        var buffer = [UInt8](repeating: 0, count: 16_384)
        input.withUnsafeMutableBytes { raw in
            var source = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
            var left = raw.count
            while left > 0 {
                let (result, written, code) = buffer.withUnsafeMutableBytes { room in
                    var target = room.baseAddress?.assumingMemoryBound(to: CChar.self)
                    var space = room.count
                    let result = iconv(converter, &source, &left, &target, &space)
                    return (result, room.count - space, errno)
                }
                output.append(contentsOf: buffer[..<written])
                if result == Int(bitPattern: UInt.max), code != E2BIG {
                    // A byte the charset does not have, or a cut character at the end.
                    output.append(contentsOf: [0xEF, 0xBF, 0xBD])
                    source = source?.advanced(by: 1)
                    left -= 1
                }
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
