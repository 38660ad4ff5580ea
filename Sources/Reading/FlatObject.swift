/// A JSON object of texts, read in one pass over its bytes: what a line of reports is. Pages come as one text of some hundred
/// kilobytes, which a general parser takes longer over than their reading takes.
struct FlatObject {
    /// No report has more fields.
    private static let mostFields = 64

    /// Of each name, its text in UTF-8; `nil` for null.
    private(set) var texts: [String: [UInt8]?] = [:]

    /// `nil` for whatever else the line is, right or wrong: a general parser can say.
    init?(_ line: [UInt8]) {
        let read: [String: [UInt8]?]? = line.withUnsafeBufferPointer { bytes in
            var scan = Scan(bytes: bytes)
            return scan.object()
        }
        guard let read else { return nil }
        texts = read
    }

    private struct Scan {
        let bytes: UnsafeBufferPointer<UInt8>
        var at = 0

        mutating func object() -> [String: [UInt8]?]? {
            var texts: [String: [UInt8]?] = [:]
            guard take(0x7B) else { return nil }
            repeat {
                guard let name = string().map({ String(decoding: $0, as: UTF8.self) }), texts[name] == nil,
                    texts.count < mostFields, take(0x3A)
                else {
                    return nil
                }
                skipSpace()
                guard at < bytes.count else { return nil }
                if bytes[at] == 0x6E {
                    guard at + 4 <= bytes.count, bytes[at..<(at + 4)].elementsEqual("null".utf8) else { return nil }
                    at += 4
                    texts.updateValue(nil, forKey: name)
                } else {
                    guard let text = string() else { return nil }
                    texts.updateValue(text, forKey: name)
                }
            } while take(0x2C)
            guard take(0x7D) else { return nil }
            skipSpace()
            return at == bytes.count ? texts : nil
        }

        private mutating func skipSpace() { while at < bytes.count, bytes[at].isAsciiSpace { at += 1 } }

        private mutating func take(_ mark: UInt8) -> Bool {
            skipSpace()
            guard at < bytes.count, bytes[at] == mark else { return false }
            at += 1
            return true
        }

        private mutating func string() -> [UInt8]? {
            guard take(0x22), let end = bytes.closingQuote(from: at) else { return nil }
            let within = UnsafeBufferPointer(rebasing: bytes[..<end])
            var text: [UInt8] = []
            text.reserveCapacity(end - at)
            while at < end {
                let escape = within.index(of: 0x5C, from: at) ?? end
                text.append(contentsOf: bytes[at..<escape])
                at = escape
                if at < end {
                    guard append(escapeTo: &text) else { return nil }
                }
            }
            at = end + 1
            return Charset.isUTF8(text) ? text : nil
        }

        private mutating func append(escapeTo text: inout [UInt8]) -> Bool {
            let letter = bytes[at + 1]
            at += 2
            switch letter {
            case 0x22, 0x5C, 0x2F: text.append(letter)
            case 0x62: text.append(0x08)
            case 0x66: text.append(0x0C)
            case 0x6E: text.append(0x0A)
            case 0x72: text.append(0x0D)
            case 0x74: text.append(0x09)
            case 0x75:
                guard var value = hexadecimal() else { return false }
                if value & 0xFC00 == 0xD800 {
                    guard at + 1 < bytes.count, bytes[at] == 0x5C, bytes[at + 1] == 0x75 else { return false }
                    at += 2
                    guard let low = hexadecimal(), low & 0xFC00 == 0xDC00 else { return false }
                    value = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF
                }
                guard let scalar = Unicode.Scalar(value) else { return false }
                text.append(contentsOf: UTF8.encode(scalar) ?? .init())
            default: return false
            }
            return true
        }

        private mutating func hexadecimal() -> UInt32? {
            guard at + 4 <= bytes.count else { return nil }
            var value: UInt32 = 0
            for byte in bytes[at..<(at + 4)] {
                switch byte {
                case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
                case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32(byte.lowercased - 0x57)
                default: return nil
                }
            }
            at += 4
            return value
        }
    }
}
