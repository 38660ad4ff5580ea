import Glibc

/// Bytes to text, as browsers do it: byte order mark, then the charset the server declared, then the page's own word, then a
/// guess.
enum Charset {
    /// The text in UTF-8. Never fails: what the charset cannot say becomes a replacement character.
    ///
    /// - Parameter declared: a label of the WHATWG Encoding Standard, as a header or a page gives it.
    static func utf8(_ bytes: [UInt8], declared: String? = nil) -> [UInt8] {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return repaired(Array(bytes.dropFirst(3))) }
        if bytes.starts(with: [0xFF, 0xFE]) { return converted(bytes.dropFirst(2), from: "UTF-16LE") ?? [] }
        if bytes.starts(with: [0xFE, 0xFF]) { return converted(bytes.dropFirst(2), from: "UTF-16BE") ?? [] }
        // Text of a one-byte charset is hardly ever valid UTF-8 by chance; what is was labelled wrongly.
        let name = declared.flatMap(name(ofLabel:))
        let isValid = isUTF8(bytes)
        if let name, name != "UTF-8", !isValid || isWide(name), let text = converted(bytes[...], from: name) {
            return text
        }
        if isValid { return bytes }
        // A stray byte or two in what is UTF-8 otherwise is damage, not another charset.
        let damaged = damage(in: bytes)
        let foreign = bytes.lazy.filter { $0 >= 0x80 }.count
        // What calls itself UTF-8 is so if any of it is.
        if damaged * 10 < foreign || name == "UTF-8" && damaged < foreign { return repaired(bytes) }
        return converted(bytes[...], from: CharsetGuess.name(of: bytes)) ?? repaired(bytes)
    }

    static func decode(_ bytes: [UInt8], declared: String? = nil) -> String {
        String(decoding: utf8(bytes, declared: declared), as: UTF8.self)
    }

    /// The charset a page declares in its first 2,048 bytes: `<meta charset=…>` or `content="…; charset=…"`.
    static func declared(in bytes: [UInt8]) -> String? {
        let head = bytes.prefix(2_048).map(\.lowercased)
        for key in ["charset", "encoding"] {
            var rest = head[...]
            while let place = firstRange(of: Array(key.utf8), in: rest) {
                rest = rest[place.upperBound...]
                let marks = rest.drop { $0.isAsciiSpace }
                guard marks.first == 0x3D, isInTag(head[..<place.lowerBound], key) else { continue }
                let label = marks.dropFirst().drop { $0.isAsciiSpace || $0 == 0x22 || $0 == 0x27 }
                    .prefix { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || [0x2D, 0x2E, 0x3A, 0x5F].contains($0) }
                if !label.isEmpty { return String(decoding: label, as: UTF8.self) }
            }
        }
        return nil
    }

    /// Whether a place lies in a tag that may declare: `encoding` does so in `<?xml …` only.
    private static func isInTag(_ before: ArraySlice<UInt8>, _ key: String) -> Bool {
        guard let open = before.lastIndex(of: 0x3C) else { return false }
        let tag = before[open...]
        return !tag.contains(0x3E) && tag.starts(with: (key == "charset" ? "<meta" : "<?xml").utf8)
    }

    private static func firstRange(of part: [UInt8], in bytes: ArraySlice<UInt8>) -> Range<Int>? {
        var at = bytes.startIndex
        while at + part.count <= bytes.endIndex {
            if bytes[at] == part[0], bytes[at..<(at + part.count)].elementsEqual(part) { return at..<(at + part.count) }
            at += 1
        }
        return nil
    }

    /// Whether bytes are valid UTF-8 throughout.
    static func isUTF8(_ bytes: [UInt8]) -> Bool {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return true
        } catch {
            return false
        }
    }

    /// How many characters are not UTF-8: what decoding would put a replacement character for.
    private static func damage(in bytes: [UInt8]) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            var at = 0
            var damage = 0
            while at < bytes.count {
                let (length, isWhole) = character(in: bytes, at: at)
                if !isWhole { damage += 1 }
                at += length
            }
            return damage
        }
    }

    /// How many bytes the character at a place takes, and whether it is one: else as many as began like one.
    @inline(__always)
    private static func character(in bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> (length: Int, isWhole: Bool) {
        let lead = bytes[place]
        if lead < 0x80 { return (1, true) }
        // The second byte of some characters has narrower bounds: nothing is written longer than it need be.
        let (length, second): (Int, ClosedRange<UInt8>)
        switch lead {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return (1, false)
        }
        guard place + 1 < bytes.count, second.contains(bytes[place + 1]) else { return (1, false) }
        var end = place + 2
        while end < min(place + length, bytes.count), bytes[end] & 0xC0 == 0x80 { end += 1 }
        return (end - place, end == place + length)
    }

    private static func repaired(_ bytes: [UInt8]) -> [UInt8] { Array(String(decoding: bytes, as: UTF8.self).utf8) }

    /// Whether a charset has characters of several bytes.
    private static func isWide(_ name: String) -> Bool {
        ["GB18030", "BIG5-HKSCS", "CP932", "CP949", "EUC-JP", "ISO-2022-JP", "UTF-16LE", "UTF-16BE"].contains(name)
    }

    /// The labels of the WHATWG Encoding Standard without their marks, after the name iconv knows the charset by. What calls
    /// itself Latin-1 or ASCII is Windows-1252, as browsers read it; a page that calls itself UTF-16 is read as such only by
    /// its byte order mark.
    private static let labels: [String: String] = {
        let table = """
            UTF-8: unicode11utf8 unicode20utf8 utf8 xunicode20utf8
            IBM866: 866 cp866 csibm866 ibm866
            ISO-8859-2: csisolatin2 iso88592 iso885921987 isoir101 l2 latin2
            ISO-8859-3: csisolatin3 iso88593 iso885931988 isoir109 l3 latin3
            ISO-8859-4: csisolatin4 iso88594 iso885941988 isoir110 l4 latin4
            ISO-8859-5: csisolatincyrillic cyrillic iso88595 iso885951988 isoir144
            ISO-8859-6: arabic asmo708 csiso88596e csiso88596i csisolatinarabic ecma114 iso88596 iso88596e iso88596i isoir127
            ISO-8859-7: csisolatingreek ecma118 elot928 greek greek8 iso88597 iso885971987 isoir126 suneugreek
            ISO-8859-8: csiso88598e csiso88598i csisolatinhebrew hebrew iso88598 iso88598e iso88598i isoir138 logical visual
            ISO-8859-10: csisolatin6 iso885910 isoir157 l6 latin6
            ISO-8859-13: iso885913
            ISO-8859-14: iso885914
            ISO-8859-15: csisolatin9 iso885915 l9
            ISO-8859-16: iso885916
            KOI8-R: cskoi8r koi koi8 koi8r
            KOI8-U: koi8ru koi8u
            MACINTOSH: csmacintosh mac macintosh xmacroman
            CP874: dos874 iso885911 tis620 windows874
            CP1250: cp1250 windows1250 xcp1250
            CP1251: cp1251 windows1251 xcp1251
            CP1252: ansix341968 ascii cp1252 cp819 csisolatin1 ibm819 iso88591 iso885911987 isoir100 l1 latin1 usascii windows1252 xcp1252
            CP1253: cp1253 windows1253 xcp1253
            CP1254: cp1254 csisolatin5 iso88599 iso885991989 isoir148 l5 latin5 windows1254 xcp1254
            CP1255: cp1255 windows1255 xcp1255
            CP1256: cp1256 windows1256 xcp1256
            CP1257: cp1257 windows1257 xcp1257
            CP1258: cp1258 windows1258 xcp1258
            MAC-CYRILLIC: xmaccyrillic xmacukrainian
            GB18030: chinese csgb2312 csiso58gb231280 gb2312 gb231280 gb18030 gbk isoir58 xgbk
            BIG5-HKSCS: big5 big5hkscs cnbig5 csbig5 xxbig5
            EUC-JP: cseucpkdfmtjapanese eucjp xeucjp
            ISO-2022-JP: csiso2022jp iso2022jp
            CP932: csshiftjis ms932 mskanji shiftjis sjis windows31j xsjis
            CP949: cseuckr csksc56011987 euckr isoir149 korean ksc56011987 ksc56011989 ksc5601 windows949
            """
        var labels: [String: String] = [:]
        for line in table.split(separator: "\n") {
            let parts = line.split(separator: ":")
            for label in parts[1].split(separator: " ") { labels[String(label)] = String(parts[0]) }
        }
        return labels
    }()

    /// The name iconv knows a charset by; `nil` for a label nobody defined.
    static func name(ofLabel label: String) -> String? {
        labels[label.lowercased().filter { $0.isLetter || $0.isNumber }]
    }

    /// `nil` where iconv does not know the charset.
    static func converted(_ bytes: ArraySlice<UInt8>, from charset: String) -> [UInt8]? {
        guard let converter = iconv_open("UTF-8", charset), converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 2)
        var buffer = [UInt8](repeating: 0, count: 16_384)
        bytes.withUnsafeBytes { raw in
            // The converter only reads it, though its type says otherwise.
            var source = raw.baseAddress.map { UnsafeMutablePointer(mutating: $0.assumingMemoryBound(to: CChar.self)) }
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
        return output
    }
}
