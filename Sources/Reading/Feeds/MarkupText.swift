/// The prose of a piece of HTML, as feeds carry it: paragraphs as lines, without scripts, pictures and their captions.
struct MarkupText {
    private var scanner: MarkupScanner
    private var lines: [String] = []
    private var line: [UInt8] = []
    private var afterSpace = true
    private var hasBlocks = false

    private enum Kind { case block, silent }

    /// Elements that end a line, and those whose content is not prose.
    private static let kinds: [String: Kind] = {
        var kinds: [String: Kind] = [:]
        for name in [
            "p", "br", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "td", "th", "dd", "dt", "div", "section",
            "article", "main", "ul", "ol", "table", "tr", "header", "center", "dl", "hr", "aside", "footer", "address",
        ] {
            kinds[name] = .block
        }
        for name in [
            "script", "style", "textarea", "iframe", "noscript", "figure", "figcaption", "svg", "form", "button", "select",
            "video", "audio", "object", "template", "head",
        ] {
            kinds[name] = .silent
        }
        return kinds
    }()
    /// Elements a title may hold; what else looks like a tag there is meant as it stands.
    private static let inline: Set<String> = [
        "a", "abbr", "acronym", "b", "big", "blink", "br", "cite", "code", "del", "div", "em", "font", "i", "img", "ins", "mark",
        "p", "q", "s", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "wbr",
    ]

    private init(_ html: [UInt8]) { scanner = MarkupScanner(html) }

    /// The lines of a text. Text without any tags keeps its own paragraphs.
    static func lines(of html: String) -> [String] {
        let bytes = Array(html.utf8)
        var text = MarkupText(bytes)
        text.read(ignoring: nil)
        guard !text.hasBlocks, bytes.contains(0x0A) else { return text.lines }
        return paragraphs(of: bytes).flatMap { paragraph in
            var text = MarkupText(Array(paragraph))
            text.read(ignoring: nil)
            return text.lines
        }
    }

    /// What empty lines part.
    private static func paragraphs(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var paragraphs: [ArraySlice<UInt8>] = []
        var (start, at) = (0, 0)
        while let feed = bytes[at...].firstIndex(of: 0x0A) {
            at = feed + 1
            guard at < bytes.count, bytes[at] == 0x0A else { continue }
            if feed > start { paragraphs.append(bytes[start..<feed]) }
            at += 1
            start = at
        }
        if start < bytes.count { paragraphs.append(bytes[start...]) }
        return paragraphs
    }

    /// A title as one line.
    static func line(of html: String) -> String {
        guard html.utf8.contains(where: { $0 == 0x3C || $0 == 0x26 }) else { return collapsed(html) }
        var text = MarkupText(Array(html.utf8))
        text.read(ignoring: inline)
        return text.lines.joined(separator: " ")
    }

    /// Plain text as one line.
    static func collapsed(_ plain: String) -> String {
        var text = MarkupText([])
        text.append(Array(plain.utf8)[...])
        text.finish()
        return text.lines.first ?? ""
    }

    /// - Parameter known: the elements there may be; all where `nil`.
    private mutating func read(ignoring known: Set<String>?) {
        var hopeless: Set<String> = []
        while let piece = scanner.next() {
            switch piece {
            case .literal(let range): append(scanner.bytes[range])
            case .text(let range): decode(range)
            case .tag(let tag):
                let name = scanner.localName(tag)
                if let known {
                    if !known.contains(name) { append(scanner.bytes[tag.range]) } else if name == "br" { finish() }
                    continue
                }
                switch Self.kinds[name] {
                case .block?:
                    hasBlocks = true
                    finish()
                case .silent? where !tag.isClosing && !tag.isEmpty && !hopeless.contains(name):
                    let start = scanner.at
                    if !skip(to: name) {
                        scanner.move(to: start)
                        hopeless.insert(name)
                    }
                default: break
                }
            }
        }
        finish()
    }

    /// Passes over all up to the element's end; `false` where it has none.
    private mutating func skip(to name: String) -> Bool {
        while let piece = scanner.next() {
            if case .tag(let tag) = piece, tag.isClosing, tag.name.count >= name.utf8.count, scanner.localName(tag) == name {
                return true
            }
        }
        return false
    }

    private mutating func decode(_ range: Range<Int>) {
        let bytes = scanner.bytes[range]
        guard bytes.contains(UInt8(ascii: "&")) else { return append(bytes) }
        var decoded: [UInt8] = []
        CharacterReference.decode(bytes, into: &decoded)
        append(decoded[...])
    }

    /// Takes characters on, with every run of white space and controls as one space.
    private mutating func append(_ bytes: ArraySlice<UInt8>) {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte <= 0x20 || byte == 0x7F {
                space()
            } else if byte == 0xC2, index + 1 < bytes.endIndex, bytes[index + 1] == 0xA0 {
                space()
                index += 1
            } else if byte == 0xC2, index + 1 < bytes.endIndex, bytes[index + 1] == 0xAD {
                // A soft hyphen.
                index += 1
            } else {
                line.append(byte)
                afterSpace = false
            }
            index += 1
        }
    }

    private mutating func space() {
        if !afterSpace { line.append(0x20) }
        afterSpace = true
    }

    private mutating func finish() {
        if line.last == 0x20 { line.removeLast() }
        if !line.isEmpty { lines.append(String(decoding: line, as: UTF8.self)) }
        line.removeAll(keepingCapacity: true)
        afterSpace = true
    }
}
