internal import CLibXML2

/// Pages parsed by libxml2. The only file that knows it; none of its memory leaves a call.
enum LibXML2 {
    /// No page is so large, has so many tags, character references or elements, nests these so deeply or gives one so many
    /// attributes.
    static let most = (
        bytes: Source.limit, tags: 250_000, references: 250_000, elements: 100_000, depth: 1_000, attributes: 5_000
    )

    /// libxml2 sets itself up when it is first used; of two threads that do so at once both may wait forever.
    private static let setUp: Void = xmlInitParser()

    /// Parses HTML as browsers roughly would; what is malformed is forgiven, what is monstrous refused.
    ///
    /// - Parameter html: in UTF-8.
    static func document(html: [UInt8]) throws(ReadingError) -> Document {
        guard html.count <= most.bytes else { throw refusal("is larger than \(most.bytes >> 20) MB, which no report is") }
        let builder = DocumentBuilder()
        guard let context = try context(RawText.removed(from: html), builder) else { return builder.finished() }
        defer { htmlFreeParserCtxt(context) }
        builder.parse(context)
        if let refused = builder.refused { throw refusal(refused) }
        return builder.finished()
    }

    /// A parser with a copy of the markup; `nil` where there is no memory for it.
    private static func context(_ markup: [UInt8], _ builder: DocumentBuilder) throws(ReadingError) -> htmlParserCtxtPtr? {
        _ = setUp
        if let monstrous = monstrous(markup) { throw refusal(monstrous) }
        // A zero byte ends the text for libxml2.
        let markup = markup.contains(0) ? markup.map { $0 == 0 ? 0x20 : $0 } : markup
        builder.document.text.reserveCapacity(markup.count / 2)
        let context = markup.withUnsafeBytes { bytes in
            htmlCreateMemoryParserCtxt(bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count))
        }
        guard let context else { return nil }
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
        _ = htmlCtxtUseOptions(context, Int32(options))
        _ = xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
        return context
    }

    /// A text without the markup and the character references that were left in it.
    static func plain(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C }), let document = try? document(html: Array(text.utf8)) else {
            return text
        }
        return document.text(at: 0)
    }

    private static func refusal(_ cause: String) -> ReadingError {
        ReadingError("the page", cause, remedy: "save the article alone, or its text")
    }

    /// What of the markup would keep the parser for seconds: it looks from each end tag up through all open elements,
    /// compares each attribute of a tag with each, and hands out each character reference alone.
    private static func monstrous(_ markup: [UInt8]) -> String? {
        if markup.count(where: { $0 == 0x26 }) > most.references { return "has more than \(most.references) references" }
        return markup.withUnsafeBufferPointer(monstrousTags)
    }

    private static func monstrousTags(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        var tags = 0
        var at = 0
        while let open = bytes.index(of: 0x3C, from: at) {
            at = open + 1
            tags += 1
            if tags > most.tags { return "has more than \(most.tags) tags" }
            var attributes = 0
            while at < bytes.count, bytes[at] != 0x3E {
                if bytes[at].isAsciiSpace || bytes[at] == 0x2F {
                    attributes += 1
                    at += 1
                } else if bytes[at] == 0x3D {
                    at += 1
                    while at < bytes.count, bytes[at].isAsciiSpace { at += 1 }
                    if at < bytes.count, bytes[at] == 0x22 || bytes[at] == 0x27 {
                        guard let close = bytes.index(of: bytes[at], from: at + 1) else { return nil }
                        at = close + 1
                        attributes += 1
                    }
                } else if bytes[at] == 0x3C, attributes == 0 {
                    break
                } else {
                    at += 1
                }
                if attributes > 2 * most.attributes { return "has a tag of more than \(most.attributes) attributes" }
            }
        }
        return nil
    }
}

/// Takes the parser's events into a document, and stops the parser where the page grows monstrous.
private final class DocumentBuilder {
    var document = Document()
    private(set) var refused: String?
    private var open: [Int32] = [0]
    private var elements = 0
    private var context: htmlParserCtxtPtr?

    init() {
        // Whatever the page is, it has one root.
        document.nodes.append(
            .init(tag: .other, parent: -1, end: 1, textStart: 0, textEnd: 0, firstAttribute: 0, attributeCount: 0))
    }

    func parse(_ context: htmlParserCtxtPtr) {
        self.context = context
        var events = xmlSAXHandler()
        events.startElement = { data, name, attributes in
            guard let data, let name else { return }
            DocumentBuilder.behind(data).start(name, attributes)
        }
        events.endElement = { data, _ in
            guard let data else { return }
            DocumentBuilder.behind(data).end()
        }
        let characters: charactersSAXFunc = { data, characters, count in
            guard let data, let characters, count > 0 else { return }
            DocumentBuilder.behind(data).add(UnsafeBufferPointer(start: characters, count: Int(count)))
        }
        events.characters = characters
        events.ignorableWhitespace = characters
        events.cdataBlock = characters
        context.pointee.sax.pointee = events
        context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
        _ = htmlParseDocument(context)
        context.pointee.userData = nil
        self.context = nil
    }

    func finished() -> Document {
        while let node = open.popLast() { close(node) }
        return document
    }

    private static func behind(_ data: UnsafeMutableRawPointer) -> DocumentBuilder {
        Unmanaged<DocumentBuilder>.fromOpaque(data).takeUnretainedValue()
    }

    private func refuse(_ cause: String) {
        refused = refused ?? cause
        if let context { xmlStopParser(context) }
    }

    private func start(_ name: UnsafePointer<xmlChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
        elements += 1
        if elements > LibXML2.most.elements { return refuse("has more than \(LibXML2.most.elements) elements") }
        if open.count >= LibXML2.most.depth { return refuse("nests its elements deeper than \(LibXML2.most.depth)") }
        let first = Int32(document.attributes.count)
        var pair = attributes
        while let current = pair, let name = current[0] {
            if let attribute = Attribute(name: name) {
                let start = Int32(document.values.count)
                if let value = current[1] {
                    document.values.append(contentsOf: UnsafeBufferPointer(start: value, count: strlen(value)))
                }
                document.attributes.append(.init(name: attribute, start: start, end: Int32(document.values.count)))
            }
            pair = current + 2
        }
        let place = Int32(document.text.count)
        let node = Int32(document.nodes.count)
        document.nodes.append(
            .init(
                tag: Tag(name: name), parent: open.last ?? -1, end: node + 1, textStart: place, textEnd: place,
                firstAttribute: first, attributeCount: Int32(document.attributes.count) - first))
        open.append(node)
    }

    private func end() {
        if open.count > 1, let node = open.popLast() { close(node) }
    }

    private func close(_ node: Int32) {
        document.nodes[Int(node)].end = Int32(document.nodes.count)
        document.nodes[Int(node)].textEnd = Int32(document.text.count)
    }

    private func add(_ characters: UnsafeBufferPointer<xmlChar>) {
        let start = Int32(document.text.count)
        document.text.append(contentsOf: characters)
        let end = Int32(document.text.count)
        // The parser hands long text in pieces.
        if let last = document.nodes.indices.last, document.nodes[last].tag == .text,
            document.nodes[last].parent == open.last ?? -1,
            document.nodes[last].textEnd == start
        {
            document.nodes[last].textEnd = end
            return
        }
        let node = Int32(document.nodes.count)
        document.nodes.append(
            .init(
                tag: .text, parent: open.last ?? -1, end: node + 1, textStart: start, textEnd: end, firstAttribute: 0,
                attributeCount: 0))
    }

    private func strlen(_ text: UnsafePointer<xmlChar>) -> Int {
        var count = 0
        while text[count] != 0 { count += 1 }
        return count
    }
}
