/// The lines of a page, each with what tells prose from furniture.
struct Blocks {
    struct Block {
        /// Where its text lies in `text`.
        let start: Int
        var end: Int
        /// The innermost element on lines of its own that holds it.
        let holder: Int
        let tag: Tag
        /// How many of its bytes are in links, and in italics.
        var linked = 0
        var slanted = 0
        /// How many of its bytes count as prose.
        var prose = 0.0

        var length: Int { end - start }
    }

    /// With every run of white space as one space.
    private(set) var text: [UInt8] = []
    private(set) var all: [Block] = []

    /// - Parameters:
    ///   - root: the element whose lines are read.
    ///   - passesOver: whether an element is left out with all beneath it.
    init(of document: Document, in root: Int, passingOver passesOver: (Int) -> Bool) {
        let nodes = document.nodes
        guard !nodes.isEmpty else { return }
        let end = Int(nodes[root].end)
        text.reserveCapacity(Int(nodes[root].textEnd - nodes[root].textStart))
        var ends: [Int] = []
        var holders: [Int] = [root]
        var linkEnd = 0
        var slantEnd = 0
        var open = false
        var at = root
        func close(_ blocks: inout Blocks) {
            if open { blocks.finish() }
            open = false
        }
        while at < end {
            while let last = ends.last, last <= at {
                ends.removeLast()
                holders.removeLast()
                close(&self)
            }
            let node = nodes[at]
            if node.tag == .text {
                let bytes = document.text[Int(node.textStart)..<Int(node.textEnd)]
                if !open, bytes.contains(where: { !$0.isAsciiSpace }) {
                    let holder = holders.last ?? root
                    all.append(Block(start: text.count, end: text.count, holder: holder, tag: nodes[holder].tag))
                    open = true
                }
                if open { append(bytes, linked: at < linkEnd, slanted: at < slantEnd) }
            } else if passesOver(at) {
                if node.tag.isBlock { close(&self) }
                at = Int(node.end)
                continue
            } else if node.tag.isBlock {
                close(&self)
                ends.append(Int(node.end))
                holders.append(at)
            } else if node.tag == .br {
                close(&self)
            } else if node.tag == .a {
                linkEnd = Int(node.end)
            } else if node.tag == .em || node.tag == .i {
                slantEnd = max(slantEnd, Int(node.end))
            }
            at += 1
        }
        close(&self)
    }

    func line(_ block: Block) -> String { String(decoding: text[block.start..<block.end], as: UTF8.self) }

    /// Adds to the last block, collapsing white space.
    private mutating func append(_ bytes: ArraySlice<UInt8>, linked: Bool, slanted: Bool) {
        let last = all.count - 1
        let start = all[last].start
        let before = text.count
        bytes.withUnsafeBufferPointer { bytes in
            var at = 0
            while at < bytes.count {
                let width = Whitespace.width(in: bytes, at: at)
                if width > 0 {
                    if text.count > start, text[text.count - 1] != 0x20 { text.append(0x20) }
                    at += width
                } else {
                    text.append(bytes[at])
                    at += 1
                }
            }
        }
        if linked { all[last].linked += text.count - before }
        if slanted { all[last].slanted += text.count - before }
    }

    private mutating func finish() {
        let last = all.count - 1
        if text.count > all[last].start, text[text.count - 1] == 0x20 { text.removeLast() }
        all[last].end = text.count
        if all[last].length == 0 {
            all.removeLast()
        } else {
            all[last].prose = prose(all[last])
        }
    }

    /// Bytes outside links, if the block is long enough to be a paragraph; few where nothing parts sentences or clauses.
    private func prose(_ block: Block) -> Double {
        guard block.length > 40, !block.tag.isHeading else { return 0 }
        if isPunctuated(block) { return Double(max(0, block.length - 2 * block.linked)) }
        return block.length < 80 ? 0 : Double(max(0, block.length - 3 * block.linked)) * 0.3
    }

    /// Whether a mark ends a sentence or a clause.
    private func isPunctuated(_ block: Block) -> Bool {
        text.withUnsafeBufferPointer { text in
            for at in block.start..<block.end {
                switch text[at] {
                case 0x2C:
                    if at + 1 < block.end, text[at + 1] == 0x20 { return true }
                case 0x2E, 0x21, 0x3F:
                    // A closing quotation mark or bracket may follow.
                    var next = at + 1
                    if next < block.end, [0x22, 0x27, 0x29, 0x5D].contains(text[next]) {
                        next += 1
                    } else if next + 2 < block.end, text[next] == 0xE2, text[next + 1] == 0x80 {
                        next += 3
                    }
                    if next >= block.end || text[next] == 0x20 { return true }
                case 0xE3:
                    // The stop and the comma of Chinese and Japanese.
                    if at + 2 < block.end, text[at + 1] == 0x80, text[at + 2] == 0x81 || text[at + 2] == 0x82 { return true }
                case 0xEF:
                    // Their full-width exclamation and question marks and comma.
                    if at + 2 < block.end, text[at + 1] == 0xBC, [0x81, 0x8C, 0x9F].contains(text[at + 2]) { return true }
                case 0xD8:
                    // The comma and question mark of Arabic.
                    if at + 1 < block.end, text[at + 1] == 0x8C || text[at + 1] == 0x9F { return true }
                case 0xE0:
                    // The danda of Indic scripts.
                    if at + 2 < block.end, text[at + 1] == 0xA5, text[at + 2] == 0xA4 { return true }
                default: break
                }
            }
            return false
        }
    }
}
