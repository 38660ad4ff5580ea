/// An element of a feed or another XML document, as a plain value.
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
    /// Parses XML, forgiving what is not well formed; `nil` where there is no element at all.
    static func parse(xml: String) -> Element? { LibXML2.element(xml: Array(xml.utf8)) }
}
