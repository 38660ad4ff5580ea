internal import Glibc

/// Goes through the tags of XML or HTML as people publish it, well formed or not, in one pass over the bytes.
///
/// Nothing is expanded, fetched or nested: a document type is passed over with all it declares, and depth is the affair of
/// whoever reads the tags. So no input costs more than its length.
struct MarkupScanner {
    let bytes: [UInt8]
    private(set) var at = 0
    /// What is known not to come any more, so that it is not looked for again.
    private var hopeless: Set<UInt8> = []

    struct Tag {
        /// With its prefix, as written.
        let name: Range<Int>
        /// What stands between the name and the tag's end.
        let attributes: Range<Int>
        let isClosing: Bool
        /// `<a/>`, which has no content.
        let isEmpty: Bool
        /// The whole tag.
        let range: Range<Int>
    }

    enum Piece {
        case tag(Tag)
        /// Characters with references in them.
        case text(Range<Int>)
        /// Characters as they are.
        case literal(Range<Int>)
    }

    init(_ bytes: [UInt8], at start: Int = 0) {
        self.bytes = bytes
        at = start
    }

    mutating func move(to index: Int) { at = index }

    /// The next piece; `nil` at the end. Comments, instructions and document types are passed over.
    mutating func next() -> Piece? {
        while at < bytes.count {
            let start = at
            guard bytes[start] == UInt8(ascii: "<") else {
                at = index(of: UInt8(ascii: "<"), from: start) ?? bytes.count
                return .text(start..<at)
            }
            guard start + 1 < bytes.count else {
                at = bytes.count
                return .text(start..<at)
            }
            switch bytes[start + 1] {
            case UInt8(ascii: "!"):
                if let literal = declaration(start) { return literal }
            case UInt8(ascii: "?"):
                at = end(of: "?>", after: start + 2) ?? tagEnd(from: start + 2) ?? bytes.count
            case let byte where Self.beginsName(byte) || byte == UInt8(ascii: "/"):
                if let tag = tag(start) { return .tag(tag) }
                at = start + 1
                return .text(start..<at)
            default:
                // A less-than sign in prose.
                at = index(of: UInt8(ascii: "<"), from: start + 1) ?? bytes.count
                return .text(start..<at)
            }
        }
        return nil
    }

    private mutating func declaration(_ start: Int) -> Piece? {
        if matches("<!--", at: start) {
            at = end(of: "-->", after: start + 4) ?? start + 4
        } else if matches("<![CDATA[", at: start) {
            let content = start + 9
            // Cut off, it goes on to the end.
            let close = end(of: "]]>", after: content)
            at = close ?? bytes.count
            return .literal(content..<(close.map { $0 - 3 } ?? bytes.count))
        } else {
            at = documentTypeEnd(start + 2) ?? tagEnd(from: start + 2) ?? bytes.count
        }
        return nil
    }

    /// The end of `<!DOCTYPE … [ … ]>`, whose brackets hold declarations with `>` of their own.
    private mutating func documentTypeEnd(_ start: Int) -> Int? {
        guard !hopeless.contains(UInt8(ascii: "[")) else { return nil }
        var index = start
        var depth = 0
        var quote: UInt8?
        while index < bytes.count {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: "[") {
                depth += 1
            } else if byte == UInt8(ascii: "]") {
                depth -= 1
            } else if byte == UInt8(ascii: ">"), depth <= 0 {
                return index + 1
            }
            index += 1
        }
        hopeless.insert(UInt8(ascii: "["))
        return nil
    }

    private mutating func tag(_ start: Int) -> Tag? {
        let isClosing = bytes[start + 1] == UInt8(ascii: "/")
        let nameStart = start + (isClosing ? 2 : 1)
        var nameEnd = nameStart
        while nameEnd < bytes.count, Self.isName(bytes[nameEnd]) { nameEnd += 1 }
        guard nameEnd > nameStart, let end = tagEnd(from: nameEnd) else { return nil }
        at = end
        let isEmpty = !isClosing && end - 2 >= nameEnd && bytes[end - 2] == UInt8(ascii: "/")
        return Tag(
            name: nameStart..<nameEnd, attributes: nameEnd..<max(nameEnd, end - (isEmpty ? 2 : 1)), isClosing: isClosing,
            isEmpty: isEmpty, range: start..<end)
    }

    /// Behind the `>` that closes a tag; a quotation may hold others, if it is closed itself.
    private mutating func tagEnd(from start: Int) -> Int? {
        guard !hopeless.contains(UInt8(ascii: ">")) else { return nil }
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: ">") { return index + 1 }
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), bytes[index - 1] == UInt8(ascii: "="),
                !hopeless.contains(byte)
            {
                if let close = self.index(of: byte, from: index + 1) {
                    index = close
                } else {
                    hopeless.insert(byte)
                }
            }
            index += 1
        }
        hopeless.insert(UInt8(ascii: ">"))
        return nil
    }

    private mutating func end(of mark: StaticString, after start: Int) -> Int? {
        let length = mark.utf8CodeUnitCount
        let kind = mark.utf8Start[0]
        guard !hopeless.contains(kind) else { return nil }
        let last = mark.utf8Start[length - 1]
        var from = start + length - 1
        while let index = index(of: last, from: from) {
            if matches(mark, at: index - length + 1) { return index + 1 }
            from = index + 1
        }
        hopeless.insert(kind)
        return nil
    }

    private func index(of byte: UInt8, from start: Int) -> Int? {
        guard start < bytes.count else { return nil }
        return bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress, let found = memchr(base + start, Int32(byte), buffer.count - start) else {
                return nil
            }
            return base.distance(to: UnsafeRawPointer(found))
        }
    }

    private func matches(_ mark: StaticString, at start: Int) -> Bool {
        let length = mark.utf8CodeUnitCount
        guard start >= 0, start + length <= bytes.count else { return false }
        for offset in 0..<length where bytes[start + offset] != mark.utf8Start[offset] { return false }
        return true
    }

    private static func beginsName(_ byte: UInt8) -> Bool {
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == 0x5F || byte >= 0x80
    }

    private static func isName(_ byte: UInt8) -> Bool {
        beginsName(byte) || (0x30...0x3A).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
}

extension MarkupScanner {
    /// The part of a tag's name behind its prefix, in lower case.
    func localName(_ tag: Tag) -> String { lowercased(separator(tag).map { ($0 + 1)..<tag.name.upperBound } ?? tag.name) }

    /// The prefix of a tag's name in lower case, empty where it has none.
    func prefix(_ tag: Tag) -> String { separator(tag).map { lowercased(tag.name.lowerBound..<$0) } ?? "" }

    private func separator(_ tag: Tag) -> Int? { bytes[tag.name].firstIndex(of: UInt8(ascii: ":")) }

    private func lowercased(_ range: Range<Int>) -> String {
        String(unsafeUninitializedCapacity: min(range.count, 64)) { buffer in
            var count = 0
            for byte in bytes[range].prefix(64) {
                buffer[count] = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
                count += 1
            }
            return count
        }
    }

    /// Calls with each attribute's name (as written, in lower case) and the range of its value.
    func forEachAttribute(_ tag: Tag, _ body: (String, Range<Int>) -> Void) {
        var index = tag.attributes.lowerBound
        let end = tag.attributes.upperBound
        while index < end {
            guard Self.isName(bytes[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < end, Self.isName(bytes[index]) { index += 1 }
            let name = start..<index
            while index < end, bytes[index] <= 0x20 { index += 1 }
            guard index < end, bytes[index] == UInt8(ascii: "=") else {
                body(lowercased(name), index..<index)
                continue
            }
            index += 1
            while index < end, bytes[index] <= 0x20 { index += 1 }
            guard index < end else { return }
            let quote = bytes[index]
            if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                let close = bytes[(index + 1)..<end].firstIndex(of: quote) ?? end
                body(lowercased(name), (index + 1)..<close)
                index = close + 1
            } else {
                let value = index
                while index < end, bytes[index] > 0x20 { index += 1 }
                body(lowercased(name), value..<index)
            }
        }
    }

    /// The value of an attribute, its references decoded.
    func attribute(_ name: String, of tag: Tag) -> String? {
        var value: String?
        forEachAttribute(tag) { found, range in
            if value == nil, found == name { value = CharacterReference.decoded(bytes[range]) }
        }
        return value
    }
}
