/// The feeds that a web page says it has.
package enum FeedLinks {
    private static let types = ["application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"]

    /// Their whole addresses, in the page's order.
    package static func found(in page: [UInt8], address: String) -> [String] {
        var scanner = MarkupScanner(Array(page.prefix(1 << 20)))
        var found: [String] = []
        while let piece = scanner.next() {
            guard case .tag(let tag) = piece, !tag.isClosing else { continue }
            guard scanner.localName(tag) == "link", let type = scanner.attribute("type", of: tag)?.lowercased(),
                types.contains(type.prefix { $0 != ";" }.trimmingWhitespace),
                scanner.attribute("rel", of: tag)?.lowercased().split(separator: " ").contains("alternate") == true,
                let reference = scanner.attribute("href", of: tag)
            else { continue }
            let whole = Reference.resolved(reference, against: address)
            if !found.contains(whole) { found.append(whole) }
        }
        return found
    }
}
