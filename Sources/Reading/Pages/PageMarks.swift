/// The marks of a page by which it tells of itself: meta elements, links, times, headings and scripts of linked data.
struct PageMarks {
    private(set) var scripts: [String] = []
    private(set) var title: String?
    private(set) var heading: String?
    private(set) var canonical: String?
    private(set) var language: String?
    /// The first author in microdata or a link of `rel=author`.
    private(set) var author: String?
    private(set) var datePublished: String?
    private(set) var dateModified: String?
    /// The first `<time>` that carries a date.
    private(set) var time: String?
    /// A date in words or figures in the lines below the heading.
    private(set) var dateBelowHeading: String?
    private var metas: [String: String] = [:]

    /// In bytes: what is parsed takes up to a hundred times as many.
    private static let mostLinkedData = 512 << 10

    init(_ document: Document) {
        var timesLeft = 20
        var linkedData = 0
        var headingNode: Int?
        for index in document.nodes.indices {
            let node = document.nodes[index]
            switch node.tag {
            case .text, .div, .p, .a, .li, .td, .tr: break
            case .html: language = language ?? document.value(of: .lang, at: index)
            case .title: title = title ?? Self.filled(document.line(at: index))
            case .h1:
                if heading == nil, let line = Self.filled(document.line(at: index)) {
                    heading = line
                    headingNode = index
                }
            case .meta: readMeta(index, document)
            case .link:
                if canonical == nil, document.value(of: .rel, at: index)?.lowercased() == "canonical" {
                    canonical = document.value(of: .href, at: index)?.trimmingWhitespace
                }
            case .script:
                if document.value(of: .type, at: index)?.lowercased().hasPrefix("application/ld+json") == true {
                    linkedData += Int(node.textEnd - node.textStart)
                    if linkedData < Self.mostLinkedData { scripts.append(document.text(at: index)) }
                }
            case .time:
                guard time == nil, timesLeft > 0 else { break }
                timesLeft -= 1
                let said = document.value(of: .datetime, at: index) ?? document.line(at: index)
                if DateText.published(said) != nil { time = said }
            default: break
            }
            if node.attributeCount > 0, node.tag != .meta { readMicrodata(index, document) }
        }
        if let headingNode { dateBelowHeading = Self.date(after: headingNode, document) }
    }

    /// The first of some meta elements that says anything.
    func meta(_ names: String...) -> String? { meta(names) }

    func meta(_ names: [String]) -> String? { names.lazy.compactMap { metas[$0] }.first }

    private mutating func readMeta(_ index: Int, _ document: Document) {
        guard let content = document.value(of: .content, at: index).flatMap({ Self.filled($0.collapsingWhitespace) }) else {
            return
        }
        for attribute in [Attribute.property, .name, .itemprop, .httpEquiv] {
            guard let name = document.value(of: attribute, at: index)?.lowercased() else { continue }
            if metas[name] == nil { metas[name] = content }
        }
    }

    private mutating func readMicrodata(_ index: Int, _ document: Document) {
        if author == nil, document.nodes[index].tag == .a, let rel = document.bytes(of: .rel, at: index),
            rel.elementsEqual("author".utf8)
        {
            author = Self.filled(document.line(at: index))
        }
        guard let property = document.bytes(of: .itemprop, at: index) else { return }
        func said() -> String? {
            Self.filled(
                document.value(of: .content, at: index) ?? document.value(of: .datetime, at: index) ?? document.line(at: index))
        }
        if property.elementsEqual("datePublished".utf8) {
            datePublished = datePublished ?? said()
        } else if property.elementsEqual("dateModified".utf8) {
            dateModified = dateModified ?? said()
        } else if property.elementsEqual("author".utf8), author == nil {
            let line = document.value(of: .content, at: index) ?? document.line(at: index)
            author = Self.filled(line.utf8.count < 100 ? line : "")
        }
    }

    /// A date in the kilobyte of text below a heading: the line under a headline tells it more often than not.
    private static func date(after heading: Int, _ document: Document) -> String? {
        let start = Int(document.nodes[heading].textEnd)
        let end = min(document.text.count, start + 1_000)
        let text = String(decoding: document.text[start..<end], as: UTF8.self).collapsingWhitespace
        return DateText.published(text)
    }

    private static func filled(_ text: String) -> String? { text.isEmpty ? nil : text }
}
