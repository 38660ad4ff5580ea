/// Markup that is safe to send: text can get into it only escaped, and names of elements only from the source code.
package struct HTML: Sendable, Hashable {
    package private(set) var markup = ""

    package init() {}

    /// Text as it stands.
    package init(text: some StringProtocol) { append(text: text) }

    /// The pieces one after another.
    package init(_ parts: some Collection<HTML>) {
        markup.reserveCapacity(parts.reduce(0) { $0 + $1.markup.utf8.count })
        for part in parts { markup += part.markup }
    }

    package var isEmpty: Bool { markup.isEmpty }

    package static func + (one: HTML, other: HTML) -> HTML {
        var html = one
        html.markup += other.markup
        return html
    }

    fileprivate init(element name: String, _ attributes: [Attribute], _ content: HTML, isVoid: Bool) {
        markup = "<" + name
        for attribute in attributes where attribute.isPresent {
            markup += " " + attribute.name
            guard let value = attribute.value else { continue }
            markup += "=\""
            append(text: value)
            markup += "\""
        }
        markup += ">"
        if isVoid { return }
        // Room for all that follows, as long content would be moved for each part otherwise.
        markup.reserveCapacity(markup.utf8.count + content.markup.utf8.count + name.utf8.count + 3)
        markup += content.markup
        markup += "</" + name + ">"
    }

    private mutating func append(text: some StringProtocol) {
        let bytes = text.utf8
        guard bytes.contains(where: { Self.isSpecial($0) }) else {
            markup += text
            return
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": markup += "&amp;"
            case "<": markup += "&lt;"
            case ">": markup += "&gt;"
            case "\"": markup += "&quot;"
            case "'": markup += "&#39;"
            // HTML and XML have no place for these, not even as references.
            case "\u{0}"..."\u{8}", "\u{B}", "\u{E}"..."\u{1F}", "\u{7F}", "\u{FFFE}", "\u{FFFF}": markup += "\u{FFFD}"
            default: markup.unicodeScalars.append(scalar)
            }
        }
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
        case 0...8, 0x0B, 0x0E...0x1F, 0x7F, 0xEF: true
        default: false
        }
    }
}

/// An element with its content.
package func tag(_ name: StaticString, _ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(element: name.description, attributes, content(), isVoid: false)
}

/// An element without content: `<circle>`, `<td>`.
package func tag(_ name: StaticString, _ attributes: Attribute...) -> HTML {
    let name = name.description
    return HTML(element: name, attributes, HTML(), isVoid: voidElements.contains(name))
}

private let voidElements: Set<String> = ["input", "br", "hr", "img", "meta", "link", "wbr", "col"]
