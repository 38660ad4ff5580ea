/// Finds the prose of a page: the element whose paragraphs weigh most, without the furniture in it.
///
/// The weighing follows Kohlschütter et al., "Boilerplate Detection using Shallow Text Features" (WSDM 2010): text length,
/// punctuation and link density tell prose from furniture. What elements are named counts as long as what they hold does not
/// speak against it: themes call the whole page "with-sidebar".
struct MainText {
    private let document: Document
    private var isLeftOut: [Bool]

    /// How much of a page's prose an element must hold to be no furniture, whatever it is named.
    private static let share = (furniture: 0.4, addition: 0.5, hidden: 0.8)
    /// What an element's paragraphs weigh for the element around it.
    private static let decay = 0.7

    /// The report's lines, in order.
    static func lines(of document: Document) -> [String] {
        guard document.nodes.count > 1 else { return [] }
        var search = MainText(document)
        return search.found()
    }

    private init(_ document: Document) {
        self.document = document
        isLeftOut = [Bool](repeating: false, count: document.nodes.count)
    }

    private mutating func found() -> [String] {
        let nodes = document.nodes
        let everything = Blocks(of: document, in: 0) { nodes[$0].tag.isSilent }
        markFurniture(prose: everything.all.map { ($0.holder, $0.prose) })
        let kept = Blocks(of: document, in: 0) { isLeftOut[$0] }
        let weights = kept.all.map { ($0.holder, $0.prose) }
        guard let root = heaviest(weights) else {
            // A page of a few words has no paragraph.
            return kept.all.filter { $0.linked * 2 < $0.length && $0.tag != .h1 }.map(kept.line)
        }
        let article = Blocks(of: document, in: widened(root, total: summed(weights))) { isLeftOut[$0] }
        return Self.report(article, nodes)
    }

    /// What every element holds of a quantity given by its elements.
    private func summed(_ parts: [(Int, Double)]) -> [Double] {
        var sums = [Double](repeating: 0, count: document.nodes.count)
        for (node, part) in parts { sums[node] += part }
        for node in sums.indices.reversed().dropLast() {
            let parent = Int(document.nodes[node].parent)
            if parent >= 0 { sums[parent] += sums[node] }
        }
        return sums
    }

    /// Leaves out what is named as furniture and holds little of the page's prose.
    private mutating func markFurniture(prose: [(Int, Double)]) {
        let nodes = document.nodes
        let total = summed(prose)
        let whole = total[0]
        /// What stands in front of an element.
        var above = [Double](repeating: 0, count: nodes.count + 1)
        for (node, part) in prose { above[node + 1] += part }
        for node in nodes.indices { above[node + 1] += above[node] }
        var articlesIn = [Int32](repeating: 0, count: nodes.count)
        var headings = [Int32](repeating: 0, count: nodes.count + 1)
        for (index, node) in nodes.enumerated() {
            headings[index + 1] = headings[index] + (node.tag == .h1 ? 1 : 0)
            if node.tag == .article, node.parent >= 0 { articlesIn[Int(node.parent)] += 1 }
        }
        var isInArticle = [Bool](repeating: false, count: nodes.count)
        for (index, node) in nodes.enumerated() where node.tag != .text {
            let parent = Int(node.parent)
            if parent >= 0 {
                if isLeftOut[parent] {
                    isLeftOut[index] = true
                    continue
                }
                isInArticle[index] = isInArticle[parent] || nodes[parent].tag == .article
            }
            var purpose = Purpose(of: index, in: document)
            if purpose == .unknown, node.tag == .article, isInArticle[index] || (parent >= 0 && articlesIn[parent] > 2) {
                // Articles in an article, or one beside the other: each is the teaser of another page.
                purpose = .furniture
            }
            switch purpose {
            case .unknown: break
            case .furniture: isLeftOut[index] = total[index] < Self.share.furniture * whole
            case .addition:
                // Comments stand below what they are on; a report stands below its heading or nothing.
                let isOnTop = above[index] < 0.1 * total[index] || headings[Int(node.end)] > headings[index]
                isLeftOut[index] = total[index] < Self.share.addition * whole || !isOnTop
            case .hidden: isLeftOut[index] = total[index] < Self.share.hidden * whole
            case .silent: isLeftOut[index] = true
            }
        }
    }

    /// The element with the most prose: its own weighs in full, that of elements within it less the deeper it lies.
    private func heaviest(_ weights: [(Int, Double)]) -> Int? {
        let nodes = document.nodes
        var sums = [Double](repeating: 0, count: nodes.count)
        for (node, weight) in weights { sums[node] += weight }
        var best: (node: Int, weight: Double)?
        for index in nodes.indices.reversed() where sums[index] > 0 {
            let node = nodes[index]
            let isParagraph = node.tag == .p || node.tag == .blockquote || node.tag == .pre
            if node.parent >= 0 { sums[Int(node.parent)] += sums[index] * (isParagraph ? 1 : Self.decay) }
            guard !isParagraph, node.tag != .li else { continue }
            let isNamed =
                node.tag == .article || node.tag == .main
                || document.bytes(of: .itemprop, at: index)?.elementsEqual("articleBody".utf8) == true
            let weight = sums[index] * (isNamed ? 1.2 : 1)
            if weight >= best?.weight ?? 0 { best = (index, weight) }
        }
        return best?.node
    }

    /// The element that also holds the other parts of a report that is cut into elements of the same class.
    private func widened(_ root: Int, total: [Double]) -> Int {
        let nodes = document.nodes
        guard let name = document.bytes(of: .class, at: root), !name.isEmpty else { return root }
        var top = root
        for (index, node) in nodes.enumerated()
        where node.tag == nodes[root].tag && total[index] > 0.05 * total[root] && !isLeftOut[index] {
            guard document.bytes(of: .class, at: index)?.elementsEqual(name) == true else { continue }
            while !(top <= index && index < Int(nodes[top].end)) { top = Int(nodes[top].parent) }
        }
        return total[top] < 4 * total[root] ? top : root
    }

    /// The lines of the element that are the report's.
    private static func report(_ blocks: Blocks, _ nodes: [Document.Node]) -> [String] {
        var holders: [Int: (length: Int, linked: Int)] = [:]
        var lists: [Int: (length: Int, linked: Int)] = [:]
        let listOf = blocks.all.map { list(around: $0.holder, nodes) }
        for (block, list) in zip(blocks.all, listOf) {
            holders[block.holder, default: (0, 0)].length += block.length
            holders[block.holder, default: (0, 0)].linked += block.linked
            guard let list else { continue }
            lists[list, default: (0, 0)].length += block.length
            lists[list, default: (0, 0)].linked += block.linked
        }
        /// Little else than links: related stories, tags, sharing.
        func isLinks(_ index: Int) -> Bool {
            let block = blocks.all[index]
            if let list = listOf[index], let (length, linked) = lists[list], linked * 10 > length * 6 { return true }
            guard block.linked * 10 > block.length * 8, block.tag != .p || block.length < 120,
                let (length, linked) = holders[block.holder]
            else { return false }
            return linked * 10 > length * 8
        }
        var kept: [Blocks.Block] = []
        var sawLinkList = false
        for index in blocks.all.indices.reversed() {
            let block = blocks.all[index]
            if isLinks(index) {
                sawLinkList = listOf[index] != nil
            } else {
                // A heading above links heads nothing.
                let isHeading = block.length < 60 && (block.tag.isHeading || ![0x2E, 0x3A].contains(blocks.text[block.end - 1]))
                if !(sawLinkList && isHeading) { kept.append(block) }
                sawLinkList = false
            }
        }
        kept.reverse()
        if let first = kept.firstIndex(where: { $0.prose > 0 }) {
            // Above the first paragraph stand headline, date and byline.
            kept = kept[..<first].filter { $0.length > 60 && !$0.tag.isHeading } + kept[first...]
        }
        // Below the last one, headings of what was left out, lists of stories to read on, and italics about the author or
        // with links elsewhere.
        while kept.count > 3, let last = kept.last {
            let isNote = last.slanted * 10 >= last.length * 9 && (last.linked > 0 || blocks.text[last.start] == 0x28)
            let (length, linked) = list(around: last.holder, nodes).flatMap { lists[$0] } ?? (0, 0)
            guard last.tag.isHeading || isNote || linked * 10 > length * 4 else { break }
            kept.removeLast()
        }
        return kept.map(blocks.line)
    }

    /// The list an element is an item of.
    private static func list(around node: Int, _ nodes: [Document.Node]) -> Int? {
        var node = node
        while node > 0 {
            switch nodes[node].tag {
            case .ul, .ol, .dl: return node
            case .p, .div, .section, .article: return nil
            default: node = Int(nodes[node].parent)
            }
        }
        return nil
    }
}
