/// Finds known names in a text: an automaton over hashed words, of the entries a person can edit and of the gazetteer.
package struct NameIndex: Sendable {
    package struct Match: Sendable {
        /// Offsets in the text's UTF-8.
        package let bytes: Range<Int>
        package let references: [Reference]
    }

    private struct Slot {
        var tag: UInt32 = 0
        var node: Int32 = 0
    }

    /// The end of some first words of names.
    private struct Node {
        var hasLonger = false
        /// The first of the entries whose names end here, or -1.
        var entry: Int32 = -1
    }

    private struct Entry {
        let reference: Reference
        /// How its words are written; `nil` where case does not matter.
        let spelling: UInt64?
        let letters: Int
        let next: Int32
    }

    private var slots: [Slot]
    private var nodes: [Node] = []
    private var entries: [Entry] = []
    private let gazetteer: Gazetteer?

    init(with gazetteer: Gazetteer? = nil) {
        slots = [Slot](repeating: Slot(), count: 1 << 16)
        self.gazetteer = gazetteer
    }

    // MARK: Adding

    /// - Parameter isProper: whether the name needs its capitals: "Turkey" is not turkey, "US" is not us.
    mutating func add(_ name: String, _ reference: Reference, isProper: Bool) {
        let words = NameWords(name).words
        guard !words.isEmpty else { return }
        var path = NamePath()
        var node = -1
        for (index, word) in words.enumerated() {
            path.append(word)
            node = insert(path)
            if index + 1 < words.count { nodes[node].hasLonger = true }
        }
        let spelling = isProper ? Self.spelling(words[...]) : nil
        var known = nodes[node].entry
        while known >= 0 {
            if entries[Int(known)].reference == reference, entries[Int(known)].spelling == spelling { return }
            known = entries[Int(known)].next
        }
        entries.append(
            Entry(
                reference: reference, spelling: spelling,
                letters: words.reduce(0) { $0 + Int($1.letters) }, next: nodes[node].entry))
        nodes[node].entry = Int32(entries.count - 1)
    }

    private mutating func insert(_ path: NamePath) -> Int {
        var slot = Int(truncatingIfNeeded: path.hash) & (slots.count - 1)
        while slots[slot].tag != 0 {
            if slots[slot].tag == path.tag { return Int(slots[slot].node) }
            slot = (slot + 1) & (slots.count - 1)
        }
        nodes.append(Node())
        hashes.append(path)
        slots[slot] = Slot(tag: path.tag, node: Int32(nodes.count - 1))
        if nodes.count * 2 > slots.count { grow() }
        return nodes.count - 1
    }

    /// The paths of the nodes, for growing.
    private var hashes: [NamePath] = []

    private mutating func grow() {
        slots = [Slot](repeating: Slot(), count: slots.count * 2)
        for (node, path) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: path.hash) & (slots.count - 1)
            while slots[slot].tag != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Slot(tag: path.tag, node: Int32(node))
        }
    }

    // MARK: Finding

    /// The longest known names of a text, from left to right, none overlapping another.
    package func matches(in text: String) -> [Match] {
        var text = text
        return text.withUTF8 { matches(in: $0) }
    }

    package func matches(in bytes: UnsafeBufferPointer<UInt8>) -> [Match] {
        let words = NameWords(bytes).words
        guard let gazetteer else { return matches(words, nil) }
        return gazetteer.withTable { matches(words, $0) }
    }

    /// What a whole text is the name of.
    package func references(named name: String) -> [Reference] {
        let found = matches(in: name)
        guard let match = found.first, found.count == 1, match.bytes.lowerBound == 0, match.bytes.upperBound == name.utf8.count
        else { return [] }
        return match.references
    }

    private func matches(_ words: [NameWords.Word], _ table: Gazetteer.Table?) -> [Match] {
        var matches: [Match] = []
        var start = 0
        while start < words.count {
            if let (end, references) = longest(words, from: start, table) {
                // "the Gulf" must not keep from "Gulf of Oman".
                if words[start].hash == Self.article, let (later, _) = longest(words, from: start + 1, table), later > end {
                    start += 1
                    continue
                }
                matches.append(Match(bytes: Int(words[start].start)..<Int(words[end - 1].end), references: references))
                start = end
            } else {
                start += 1
            }
        }
        return matches
    }

    /// "al-Azhar" is Al-Azhar.
    private static let particle = NameWords("al").words[0].hash
    private static let article = NameWords("the").words[0].hash

    private func longest(_ words: [NameWords.Word], from start: Int, _ table: Gazetteer.Table?) -> (Int, [Reference])? {
        guard start < words.count else { return nil }
        var best: (Int, [Reference])?
        var path = NamePath()
        var index = start
        // A town's name begins with a capital, wherever it stands.
        var isTown = words[start].written.contains(.firstUpper)
        while index < words.count {
            path.append(words[index])
            index += 1
            let node = node(path)
            let town = isTown ? table?.find(path) : nil
            var found: [Reference] = []
            if let node, node.entry >= 0 {
                collect(node, words[start..<index], into: &found)
                // Chains hold the last first.
                found.reverse()
            }
            if let table, let town, town.list >= 0, words[index - 1].written.contains(.firstUpper) {
                found += table.places(town.list).map { .place($0) }
            }
            if !found.isEmpty { best = (index, found) }
            isTown = town?.hasLonger ?? false
            guard node?.hasLonger ?? false || isTown else { break }
        }
        return best
    }

    private func node(_ path: NamePath) -> Node? {
        slots.withUnsafeBufferPointer { slots in
            var slot = Int(truncatingIfNeeded: path.hash) & (slots.count - 1)
            while slots[slot].tag != 0 {
                if slots[slot].tag == path.tag { return nodes[Int(slots[slot].node)] }
                slot = (slot + 1) & (slots.count - 1)
            }
            return nil
        }
    }

    private func collect(_ node: Node, _ words: ArraySlice<NameWords.Word>, into found: inout [Reference]) {
        var next = node.entry
        var inCapitals: [Reference] = []
        while next >= 0 {
            let entry = entries[Int(next)]
            next = entry.next
            guard let spelling = entry.spelling else {
                found.append(entry.reference)
                continue
            }
            if Self.fits(words, spelling) {
                found.append(entry.reference)
            } else if entry.letters > 3, Self.fits(words, spelling, orInCapitals: true) {
                inCapitals.append(entry.reference)
            }
        }
        if found.isEmpty { found = inCapitals }
    }

    // MARK: Case

    /// Three bits a word, of the first twenty.
    private static func spelling(_ words: ArraySlice<NameWords.Word>) -> UInt64 {
        words.prefix(20).enumerated().reduce(0) { $0 | UInt64($1.element.written.rawValue) << (3 * UInt64($1.offset)) }
    }

    /// A proper name fits as it is written, or wholly in capitals as headlines write it, or with capitals where it has none.
    private static func fits(_ words: ArraySlice<NameWords.Word>, _ spelling: UInt64, orInCapitals: Bool = false) -> Bool {
        for (offset, word) in words.prefix(20).enumerated() {
            let wanted = NameWords.Case(rawValue: UInt8(spelling >> (3 * UInt64(offset)) & 7))
            if word.hash == Self.particle { continue }
            if word.written == wanted || !wanted.contains(.firstUpper) && !wanted.contains(.restUpper) { continue }
            guard orInCapitals, word.written.contains(.firstUpper) else { return false }
            // "NATO" is "Nato" in British papers.
            let isAcronym = !wanted.contains(.restLower) && word.letters >= 4 && !word.written.contains(.restUpper)
            guard isAcronym || !word.written.contains(.restLower) else { return false }
        }
        return true
    }
}
