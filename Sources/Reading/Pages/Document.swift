/// A parsed page: its elements and texts in document order, laid flat, so that nothing that walks it recurses.
struct Document: Sendable {
    struct Node: Sendable {
        let tag: Tag
        let parent: Int32
        /// The node after the last one beneath this.
        var end: Int32
        /// Where the text beneath this lies in the document's `text`.
        let textStart: Int32
        var textEnd: Int32
        /// Where its attributes lie in the document's `attributes`.
        let firstAttribute: Int32
        let attributeCount: Int32
    }

    struct NamedValue: Sendable {
        let name: Attribute
        let start: Int32
        let end: Int32
    }

    var nodes: [Node] = []
    var text: [UInt8] = []
    var attributes: [NamedValue] = []
    var values: [UInt8] = []

    /// The bytes of an element's attribute.
    func bytes(of attribute: Attribute, at node: Int) -> ArraySlice<UInt8>? {
        let first = Int(nodes[node].firstAttribute)
        for index in first..<(first + Int(nodes[node].attributeCount)) where attributes[index].name == attribute {
            return values[Int(attributes[index].start)..<Int(attributes[index].end)]
        }
        return nil
    }

    func value(of attribute: Attribute, at node: Int) -> String? {
        bytes(of: attribute, at: node).map { String(decoding: $0, as: UTF8.self) }
    }

    /// All text beneath a node, as written.
    func text(at node: Int) -> String {
        String(decoding: text[Int(nodes[node].textStart)..<Int(nodes[node].textEnd)], as: UTF8.self)
    }

    /// The text beneath a node on one line, as far as a line goes.
    func line(at node: Int) -> String {
        let start = Int(nodes[node].textStart)
        let end = min(Int(nodes[node].textEnd), start + 2_000)
        return String(decoding: text[start..<end], as: UTF8.self).collapsingWhitespace
    }
}
