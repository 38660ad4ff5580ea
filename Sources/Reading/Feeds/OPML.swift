/// Lists of feeds as feed readers exchange them (OPML 2.0).
package enum OPML {
    package struct Outline: Hashable, Sendable {
        package let address: String
        package let title: String?

        package init(address: String, title: String?) {
            self.address = address
            self.title = title
        }
    }

    /// The feeds of a list, folders passed through, each once.
    ///
    /// - Throws: where there is no list.
    package static func outlines(in bytes: [UInt8], of source: String) throws(ReadingError) -> [Outline] {
        let text = Charset.decode(bytes, declared: Charset.declared(in: bytes))
        var scanner = MarkupScanner(Array(text.utf8))
        var outlines: [Outline] = []
        var known: Set<String> = []
        var isList = false
        while let piece = scanner.next() {
            guard case .tag(let tag) = piece, !tag.isClosing else { continue }
            switch scanner.localName(tag) {
            case "opml": isList = true
            case "outline":
                guard let address = scanner.attribute("xmlurl", of: tag)?.trimmingWhitespace, !address.isEmpty,
                    known.insert(address).inserted
                else { continue }
                let title = [scanner.attribute("title", of: tag), scanner.attribute("text", of: tag)].compactMap(\.self)
                    .map(MarkupText.collapsed).first { !$0.isEmpty }
                outlines.append(Outline(address: address, title: title))
            default: break
            }
        }
        guard isList || !outlines.isEmpty else {
            throw ReadingError(source, "is no list of feeds (OPML)", remedy: "export one from a feed reader")
        }
        return outlines
    }

    package static func document(of outlines: [Outline], title: String) -> String {
        func escaped(_ text: String) -> String {
            var output = ""
            for scalar in text.unicodeScalars {
                switch scalar {
                case "&": output += "&amp;"
                case "<": output += "&lt;"
                case ">": output += "&gt;"
                case "\"": output += "&quot;"
                // Characters XML has no way to hold.
                case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": continue
                case "\n", "\r", "\t": output += " "
                default: output.unicodeScalars.append(scalar)
                }
            }
            return output
        }
        let lines = outlines.map { outline in
            let title = escaped(outline.title ?? outline.address)
            return "    <outline type=\"rss\" text=\"\(title)\" title=\"\(title)\" xmlUrl=\"\(escaped(outline.address))\"/>"
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="2.0">
              <head><title>\(escaped(title))</title></head>
              <body>
            \(lines.joined(separator: "\n"))
              </body>
            </opml>

            """
    }
}
