/// Reads the XML feeds: RSS, RSS 1.0 and Atom, by the names of their elements and forgiving the rest.
///
/// An element it does not know is passed through, one that is not closed ends with what holds it, and a document that
/// breaks off gives what came before.
struct FeedDocument {
    private var scanner: MarkupScanner
    private var feed = Feed(form: .rss)
    private var entry = Feed.Entry()
    private var isInEntry = false
    /// A title of another vocabulary, where the entry has none of its own.
    private var otherTitle: String?
    private var inside = Inside.nothing
    /// What a relative link stands under: the document, then the entry.
    private var base: String?
    private var entryBase: String?
    private var vocabularies: [String: Vocabulary] = [:]
    private var plainVocabulary = Vocabulary.feed

    /// An element with children of its own that are not the feed's or the entry's.
    private enum Inside { case nothing, person, source, picture }

    init(_ bytes: [UInt8], address: String?) {
        scanner = MarkupScanner(Self.withoutCutTag(bytes))
        base = address
    }

    /// A document that breaks off within a tag ends before it.
    private static func withoutCutTag(_ bytes: [UInt8]) -> [UInt8] {
        let tail = bytes.suffix(4_096)
        guard let open = tail.lastIndex(of: UInt8(ascii: "<")), !tail[open...].contains(UInt8(ascii: ">")) else { return bytes }
        return Array(bytes[..<open])
    }

    /// `nil` where the document has no feed's root.
    mutating func read() -> Feed? {
        guard let root = root() else { return nil }
        enter(root)
        let prefix = scanner.prefix(root)
        if prefix.isEmpty {
            // A root without a prefix is what it is called, whatever namespace it claims.
            plainVocabulary = .feed
        } else {
            vocabularies[prefix] = vocabularies[prefix] ?? .feed
            plainVocabulary = scanner.attribute("xmlns", of: root).flatMap { Vocabulary(uri: $0) } ?? .feed
        }
        while let piece = scanner.next() {
            guard case .tag(let tag) = piece else { continue }
            let name = scanner.localName(tag)
            let vocabulary = vocabulary(of: tag)
            if vocabulary == .feed, name == "item" || name == "entry" {
                finishEntry()
                if !tag.isClosing, !tag.isEmpty {
                    guard feed.entries.count < Feed.mostEntries else { break }
                    begin(tag)
                }
            } else if tag.isClosing {
                if Self.containers[name] != nil { inside = .nothing }
            } else if vocabulary == .feed, !tag.isEmpty, let container = Self.containers[name], hasChildren(tag, name) {
                inside = container
            } else {
                read(name, vocabulary, tag)
            }
        }
        finishEntry()
        return feed
    }

    private static let containers: [String: Inside] = [
        "author": .person, "contributor": .nothing, "source": .source, "image": .picture, "textinput": .picture,
    ]

    /// The root element, behind whatever stands before it. A web page is no feed.
    private mutating func root() -> MarkupScanner.Tag? {
        while let piece = scanner.next() {
            guard case .tag(let tag) = piece, !tag.isClosing else { continue }
            switch scanner.localName(tag) {
            case "rss", "channel": feed.form = .rss
            case "rdf": feed.form = .rdf
            case "feed": feed.form = .atom
            case "html", "opml": return nil
            default: continue
            }
            return tag
        }
        return nil
    }

    /// Takes the namespaces, base and language that an element declares for all within it.
    private mutating func enter(_ tag: MarkupScanner.Tag) {
        declare(tag)
        base = scanner.attribute("xml:base", of: tag).map { Reference.resolved($0, against: base) } ?? base
        feed.language = scanner.attribute("xml:lang", of: tag).flatMap(Self.language) ?? feed.language
    }

    /// No feed declares more.
    private static let mostVocabularies = 64

    private mutating func declare(_ tag: MarkupScanner.Tag) {
        var declared: [(prefix: String, vocabulary: Vocabulary?)] = []
        scanner.forEachAttribute(tag) { name, value in
            guard name.hasPrefix("xmlns:"), declared.count < Self.mostVocabularies else { return }
            let uri = String(decoding: scanner.bytes[value], as: UTF8.self)
            declared.append((String(name.dropFirst(6)), Vocabulary(uri: uri)))
        }
        for (prefix, vocabulary) in declared where vocabularies.count < Self.mostVocabularies || vocabularies[prefix] != nil {
            vocabularies[prefix] = vocabulary
        }
    }

    private func vocabulary(of tag: MarkupScanner.Tag) -> Vocabulary {
        let prefix = scanner.prefix(tag)
        guard !prefix.isEmpty else { return plainVocabulary }
        if let known = vocabularies[prefix] { return known }
        // An element may declare the prefix of its own name.
        let own = tag.attributes.isEmpty ? nil : scanner.attribute("xmlns:" + prefix, of: tag).flatMap { Vocabulary(uri: $0) }
        return own ?? Vocabulary(prefix: prefix)
    }

    // MARK: Entries

    private mutating func begin(_ tag: MarkupScanner.Tag) {
        inside = .nothing
        var entry = Feed.Entry()
        entryBase = base
        if !tag.attributes.isEmpty {
            declare(tag)
            entryBase = scanner.attribute("xml:base", of: tag).map { Reference.resolved($0, against: base) } ?? base
            entry.language = scanner.attribute("xml:lang", of: tag).flatMap(Self.language)
            if feed.form == .rdf { entry.id = scanner.attribute("rdf:about", of: tag) ?? scanner.attribute("about", of: tag) }
        }
        self.entry = entry
        otherTitle = nil
        isInEntry = true
    }

    private mutating func finishEntry() {
        guard isInEntry else { return }
        isInEntry = false
        inside = .nothing
        entry.title = entry.title ?? otherTitle.take()
        if entry.link == nil, let id = entry.id, id.hasPrefix("http://") || id.hasPrefix("https://") { entry.link = id }
        if entry.published == nil { entry.published = entry.updated }
        let hasContent = [entry.title, entry.link, entry.summary, entry.content].contains { $0?.isEmpty == false }
        if hasContent { feed.entries.append(entry) }
    }

    // MARK: Fields

    private mutating func read(_ name: String, _ vocabulary: Vocabulary, _ tag: MarkupScanner.Tag) {
        switch inside {
        case .nothing: if !isInEntry { readFeed(name, vocabulary, tag) } else { readEntry(name, vocabulary, tag) }
        case .person:
            if name == "name" || name == "email", let text = line(tag) {
                // The name, or the address where there is none.
                if isInEntry, entry.author == nil || name == "name" && entry.author?.contains("@") == true { entry.author = text }
            }
        case .source:
            if name == "title", let text = line(tag) { entry.source = entry.source ?? text }
        case .picture: break
        }
    }

    private mutating func readFeed(_ name: String, _ vocabulary: Vocabulary, _ tag: MarkupScanner.Tag) {
        switch (vocabulary, name) {
        case (.feed, "channel"): enter(tag)
        case (.feed, "title"), (.dublinCore, "title"): feed.title = feed.title ?? title(tag)
        case (.feed, "link"):
            guard let (address, relation) = link(tag) else { return }
            if relation == "self" {
                feed.address = feed.address ?? address
            } else if relation == "alternate" {
                feed.link = feed.link ?? address
            }
        case (.feed, "language"), (.dublinCore, "language"): feed.language = line(tag).flatMap(Self.language) ?? feed.language
        default: break
        }
    }

    private mutating func readEntry(_ name: String, _ vocabulary: Vocabulary, _ tag: MarkupScanner.Tag) {
        switch (vocabulary, name) {
        case (.feed, "title"): if entry.title == nil || entry.title == "" { entry.title = title(tag) }
        case (.dublinCore, "title"), (.media, "title"), (.podcast, "title"):
            otherTitle = otherTitle ?? title(tag)
        case (.feed, "link"):
            guard let (address, relation) = link(tag), relation == "alternate" else { return }
            entry.link = entry.link ?? address
        case (.feedBurner, "origlink"): if let address = line(tag) { entry.link = address }
        case (.feed, "guid"):
            let isLink = scanner.attribute("ispermalink", of: tag)?.lowercased() != "false"
            guard let id = line(tag) else { return }
            entry.id = entry.id ?? id
            let isWhole = Reference.scheme(of: id)?.lowercased().hasPrefix("http") == true
            if isLink, isWhole, entry.link == nil { entry.link = id }
        case (.feed, "id"), (.dublinCore, "identifier"):
            let id = line(tag)
            entry.id = entry.id ?? id
        case (.feed, "pubdate"), (.feed, "published"), (.feed, "issued"), (.dublinCore, "issued"), (.dublinCore, "created"):
            entry.published = date(tag) ?? entry.published
        case (.dublinCore, "date"): if entry.published == nil { entry.published = date(tag) }
        case (.feed, "updated"), (.feed, "modified"), (.dublinCore, "modified"):
            entry.updated = date(tag) ?? entry.updated
        case (.feed, "author"), (.dublinCore, "creator"), (.podcast, "author"):
            let name = line(tag).map(Self.person)
            entry.author = entry.author ?? name
        case (.feed, "source"):
            let name = line(tag)
            entry.source = entry.source ?? name
        case (.feed, "description"), (.feed, "summary"), (.feed, "abstract"), (.dublinCore, "description"),
            (.dublinCore, "abstract"):
            let text = markup(tag)
            if entry.summary == nil { entry.summary = text }
        case (.content, "encoded"), (.feed, "body"), (.page, "body"), (.feed, "fulltext"):
            entry.content = markup(tag) ?? entry.content
        case (.feed, "content"):
            let text = markup(tag)
            if entry.content == nil { entry.content = text }
        case (.dublinCore, "language"): entry.language = line(tag).flatMap(Self.language)
        case (.media, "description"), (.podcast, "summary"):
            // Only of the picture, as a rule.
            _ = content(of: tag)
        default: break
        }
    }

    private static let longestLink = 8_192

    /// Where a link leads and how it belongs to what holds it: Atom says so in attributes, RSS in the element's text.
    private mutating func link(_ tag: MarkupScanner.Tag) -> (address: String, relation: String)? {
        let base = entryBase(of: tag)
        if let reference = scanner.attribute("href", of: tag) {
            let relation = (scanner.attribute("rel", of: tag) ?? "alternate").lowercased()
            // A registered relation may be written as an address (RFC 4287, section 4.2.7.2).
            let name = relation.split(separator: "/").last.map(String.init) ?? "alternate"
            if name == "alternate", let type = scanner.attribute("type", of: tag)?.lowercased(), !type.isEmpty,
                !type.hasPrefix("text/"), !type.contains("html")
            {
                return nil
            }
            guard (1...Self.longestLink).contains(reference.utf8.count) else { return nil }
            return (Reference.resolved(reference, against: base), name)
        }
        guard let reference = line(tag), reference.utf8.count <= Self.longestLink else { return nil }
        return (Reference.resolved(reference, against: base), "alternate")
    }

    private func entryBase(of tag: MarkupScanner.Tag) -> String? {
        let outer = isInEntry ? entryBase : base
        return scanner.attribute("xml:base", of: tag).map { Reference.resolved($0, against: outer) } ?? outer
    }

    /// The element's text as one line; `nil` where it is empty.
    private mutating func line(_ tag: MarkupScanner.Tag) -> String? {
        guard let content = content(of: tag) else { return nil }
        let text = MarkupText.collapsed(
            content.hasElements ? MarkupText.line(of: content.markup(scanner)) : content.text(scanner))
        return text.isEmpty ? nil : text
    }

    /// A title as one line, without its markup.
    private mutating func title(_ tag: MarkupScanner.Tag) -> String? {
        let isPlain =
            feed.form == .atom && ["text", nil, "text/plain"].contains(scanner.attribute("type", of: tag)?.lowercased())
            && scanner.attribute("mode", of: tag) == nil
        guard let content = content(of: tag) else { return nil }
        if content.hasElements { return MarkupText.line(of: content.markup(scanner)) }
        let text = content.text(scanner)
        return isPlain ? MarkupText.collapsed(text) : MarkupText.line(of: text)
    }

    private mutating func date(_ tag: MarkupScanner.Tag) -> String? {
        line(tag).flatMap { FeedDate($0)?.published }
    }

    /// The element's content as HTML.
    private mutating func markup(_ tag: MarkupScanner.Tag) -> String? {
        let type = tag.attributes.isEmpty ? nil : scanner.attribute("type", of: tag)?.lowercased()
        let isBase64 = tag.attributes.isEmpty ? false : scanner.attribute("mode", of: tag) == "base64"
        guard let content = content(of: tag), !isBase64 else { return nil }
        if content.hasElements { return content.markup(scanner) }
        let text = content.text(scanner)
        guard text.utf8.contains(where: { $0 > 0x20 }) else { return nil }
        // A picture or a document, written out.
        if let type, type.contains("/"), !type.hasPrefix("text/"), !type.contains("html") { return nil }
        let isPlain = type == "text" || type == "text/plain" || type == nil && feed.form == .atom
        let hasSigns = text.utf8.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
        // Atom's text has no markup, but some feeds' has.
        guard isPlain, hasSigns, !text.contains("</") else { return text }
        return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }

    /// "editor@example.com (Ann Reed)" names Ann Reed (RSS 2.0).
    private static func person(_ text: String) -> String {
        guard text.hasSuffix(")"), let open = text.lastIndex(of: "("), text[..<open].contains("@") else { return text }
        let name = text[open...].dropFirst().dropLast().trimmingWhitespace
        return name.isEmpty ? text : name
    }

    private static func language(_ text: String) -> String? {
        let code = text.trimmingWhitespace.prefix { $0 != "-" && $0 != "_" }.lowercased()
        return (2...3).contains(code.utf8.count) && code.utf8.allSatisfy { (0x61...0x7A).contains($0) } ? code : nil
    }
}

extension FeedDocument {
    /// What an element holds: pieces of text, and whether tags stand between them.
    private struct Content {
        let pieces: [(range: Range<Int>, isLiteral: Bool)]
        let hasElements: Bool

        /// The characters, references decoded.
        func text(_ scanner: MarkupScanner) -> String {
            if pieces.count == 1 {
                let bytes = scanner.bytes[pieces[0].range]
                return pieces[0].isLiteral ? String(decoding: bytes, as: UTF8.self) : CharacterReference.decoded(bytes)
            }
            var output: [UInt8] = []
            for (range, isLiteral) in pieces {
                if isLiteral {
                    output.append(contentsOf: scanner.bytes[range])
                } else {
                    CharacterReference.decode(scanner.bytes[range], into: &output)
                }
            }
            return String(decoding: output, as: UTF8.self)
        }

        /// The content as it stands, tags included.
        func markup(_ scanner: MarkupScanner) -> String {
            var output: [UInt8] = []
            for (range, _) in pieces { output.append(contentsOf: scanner.bytes[range]) }
            return String(decoding: output, as: UTF8.self)
        }
    }

    /// Reads on to the end of an element, or of the entry that holds it; `nil` where it is empty, or longer than any report.
    private mutating func content(of tag: MarkupScanner.Tag) -> Content? {
        guard !tag.isEmpty else { return nil }
        let start = scanner.at
        let name = scanner.bytes[tag.name]
        var pieces: [(range: Range<Int>, isLiteral: Bool)] = []
        var hasElements = false
        var depth = 0
        reading: while let piece = scanner.next() {
            if scanner.at - start > Report.longestText { pieces = [] }
            switch piece {
            case .text(let range):
                if hasElements, let last = pieces.last, last.range.upperBound == range.lowerBound {
                    pieces[pieces.count - 1].range = last.range.lowerBound..<range.upperBound
                } else {
                    pieces.append((range, false))
                }
            case .literal(let range): pieces.append((range, true))
            case .tag(let inner):
                if scanner.bytes[inner.name] == name {
                    if inner.isClosing {
                        if depth == 0 { break reading }
                        depth -= 1
                    } else if !inner.isEmpty {
                        depth += 1
                    }
                } else if isBoundary(inner) {
                    scanner.move(to: inner.range.lowerBound)
                    break reading
                }
                hasElements = true
                // What stands side by side is one piece: references are not decoded between tags.
                if let last = pieces.last, last.range.upperBound == inner.range.lowerBound {
                    pieces[pieces.count - 1] = (last.range.lowerBound..<inner.range.upperBound, true)
                } else {
                    pieces.append((inner.range, true))
                }
            }
        }
        guard !pieces.isEmpty, scanner.at - start <= Report.longestText else { return nil }
        return Content(pieces: pieces, hasElements: hasElements)
    }

    /// Tags that no field holds: where one comes, the field was not closed.
    private func isBoundary(_ tag: MarkupScanner.Tag) -> Bool {
        guard (4...16).contains(tag.name.count) else { return false }
        switch scanner.localName(tag) {
        case "item", "entry", "channel": return vocabulary(of: tag) == .feed
        case "title", "pubdate", "guid", "description", "published", "updated":
            // Of an item, but not of a picture's drawing within the text.
            return !tag.isClosing && isInEntry && vocabulary(of: tag) == .feed && scanner.prefix(tag).isEmpty
                && plainVocabulary == .feed
                && feed.form != .atom
        default: return false
        }
    }

    /// Whether an element that may hold text or children holds children.
    private func hasChildren(_ tag: MarkupScanner.Tag, _ name: String) -> Bool {
        if name == "image" || name == "textinput" || name == "contributor" { return true }
        var ahead = scanner
        while let piece = ahead.next() {
            switch piece {
            case .tag(let next): return !next.isClosing
            case .literal: return false
            case .text(let range): if scanner.bytes[range].contains(where: { $0 > 0x20 }) { return false }
            }
        }
        return false
    }
}
