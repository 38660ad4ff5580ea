internal import CLibXML2

/// A parsed page or feed as plain values. The only file that knows libxml2; none of its memory leaves `parse`.
struct Element: Sendable {
    enum Node: Sendable {
        case text(String)
        case element(Element)
    }

    /// Lower case, without a namespace prefix.
    let name: String
    let attributes: [String: String]
    let children: [Node]

    subscript(attribute: String) -> String? { attributes[attribute] }

    /// The child elements.
    var elements: [Element] {
        children.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// All text beneath, as written.
    var text: String {
        var text = ""
        gather(into: &text)
        return text
    }

    private func gather(into text: inout String) {
        for child in children {
            switch child {
            case .text(let part): text += part
            case .element(let element): element.gather(into: &text)
            }
        }
    }

    /// This element and all beneath it, in document order.
    func forEach(_ body: (Element) -> Void) {
        body(self)
        for case .element(let element) in children { element.forEach(body) }
    }

    func first(where matches: (Element) -> Bool) -> Element? {
        if matches(self) { return self }
        for case .element(let element) in children {
            if let found = element.first(where: matches) { return found }
        }
        return nil
    }
}

extension Element {
    /// Elements nested deeper than this are read as if they stood beside each other: no page is so deep, and
    /// everything that walks a tree may recurse.
    private static let deepest = 250

    /// Parses HTML as browsers roughly would. `nil` where there is no element at all.
    static func parse(html: String) -> Element? {
        var text = html
        return text.withUTF8 { bytes in
            guard bytes.count <= Int32.max, let start = bytes.baseAddress else { return nil }
            let options =
                HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
                | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue
            return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { characters in
                converted(htmlReadMemory(characters, Int32(bytes.count), nil, "UTF-8", Int32(options)))
            }
        }
    }

    /// Parses XML, forgiving what is not well formed; entities are not expanded beyond the five of XML.
    static func parse(xml: String) -> Element? {
        var text = xml
        return text.withUTF8 { bytes in
            guard bytes.count <= Int32.max, let start = bytes.baseAddress else { return nil }
            let options =
                XML_PARSE_RECOVER.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
                | XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue
            return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { characters in
                converted(xmlReadMemory(characters, Int32(bytes.count), nil, "UTF-8", Int32(options)))
            }
        }
    }

    private static func converted(_ document: xmlDocPtr?) -> Element? {
        guard let document else { return nil }
        defer { xmlFreeDoc(document) }
        guard let root = xmlDocGetRootElement(document) else { return nil }
        return element(root, depth: 0)
    }

    private static func element(_ node: xmlNodePtr, depth: Int) -> Element {
        var attributes: [String: String] = [:]
        var attribute = node.pointee.properties
        while let current = attribute {
            if let name = current.pointee.name.map({ string($0).lowercased() }), attributes[name] == nil {
                if let value = xmlNodeListGetString(node.pointee.doc, current.pointee.children, 1) {
                    attributes[name] = string(value)
                    demarche_xmlFree(value)
                } else {
                    attributes[name] = ""
                }
            }
            attribute = current.pointee.next
        }
        var children: [Node] = []
        gather(node, depth: depth, into: &children)
        let name = node.pointee.name.map { string($0).lowercased() } ?? ""
        return Element(name: name, attributes: attributes, children: children)
    }

    private static func gather(_ node: xmlNodePtr, depth: Int, into children: inout [Node]) {
        var child = node.pointee.children
        while let current = child {
            switch current.pointee.type {
            case XML_ELEMENT_NODE:
                if depth < deepest {
                    children.append(.element(element(current, depth: depth + 1)))
                } else {
                    flatten(current, into: &children)
                }
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                if let content = current.pointee.content { children.append(.text(string(content))) }
            default: break
            }
            child = current.pointee.next
        }
    }

    /// The text beneath a node that is too deep, without recursion.
    private static func flatten(_ root: xmlNodePtr, into children: inout [Node]) {
        guard let content = xmlNodeGetContent(root) else { return }
        children.append(.text(string(content)))
        demarche_xmlFree(content)
    }

    private static func string(_ characters: UnsafePointer<xmlChar>) -> String { String(cString: characters) }
}
