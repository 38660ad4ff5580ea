/// HTML in which every text and every attribute is escaped, by its type.
struct Markup: Sendable {
    private(set) var html: String

    private init(html: String) { self.html = html }

    static func text(_ text: String) -> Markup { Markup(html: escaped(text)) }

    /// - Parameter attributes: name and value, in their order; those with nothing in them are left out.
    static func element(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], _ content: [Markup])
        -> Markup
    {
        let attributes = attributes.filter { !$1.isEmpty }.map { " \($0)=\"\(escaped($1))\"" }.joined()
        return Markup(html: "<\(name)\(attributes)>\(content.map(\.html).joined())</\(name)>")
    }

    static func element(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], _ content: Markup...)
        -> Markup
    {
        element(name, attributes, content)
    }

    /// A link; only to pages of the web.
    static func link(_ address: String, kind: String = "", style: String = "", _ content: Markup) -> Markup {
        guard address.hasPrefix("https://") || address.hasPrefix("http://") else { return content }
        return element("a", ["href": address, "class": kind, "style": style], content)
    }

    /// A line break in the source, so that lines of the letter stay short.
    static let line = Markup(html: "\n")

    /// Markup written in this program.
    static func own(_ html: StaticString) -> Markup { Markup(html: "\(html)") }

    static func escaped(_ text: String) -> String {
        var output = ""
        output.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "\"": output += "&quot;"
            case "'": output += "&#39;"
            case "\n", "\t": output.unicodeScalars.append(scalar)
            // No control characters, nor marks that turn the direction of what follows.
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": output += "\u{FFFD}"
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output
    }
}
