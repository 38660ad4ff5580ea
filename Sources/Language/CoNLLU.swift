/// A file of sentences cut into words elsewhere: CoNLL-U, or the IOB2 that shares its first columns.
public struct CoNLLU: Sendable {
    private struct Block: Sendable {
        var lines: [String] = []
        /// The lines that hold words, not comments, multiword tokens or empty nodes.
        var words: [Int] = []
    }

    private var blocks: [Block] = [Block()]

    /// Any text is accepted; lines that are no words are carried through.
    public init(_ text: String) {
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            if line.isEmpty {
                if blocks[blocks.count - 1].lines.isEmpty { continue }
                blocks.append(Block())
                continue
            }
            let isWord = line.prefix { $0 != "\t" }.allSatisfy { $0.isASCII && $0.isNumber } && line.contains("\t")
            if isWord { blocks[blocks.count - 1].words.append(blocks[blocks.count - 1].lines.count) }
            blocks[blocks.count - 1].lines.append(String(line))
        }
    }

    /// The sentences and words of plain text; `SpaceAfter=No` tells where nothing parts two words.
    public init(cutting text: String) {
        let scan = ScannedText(text)
        blocks = scan.sentences.map { range in
            var block = Block()
            for (number, index) in range.enumerated() {
                let isTight = index + 1 < scan.tokens.count && !scan.tokens[index + 1].hasSpaceBefore
                let cells = [String(number + 1), scan.string(scan.tokens[index])] + [String](repeating: "_", count: 7)
                block.words.append(block.lines.count)
                block.lines.append((cells + [isTight ? "SpaceAfter=No" : "_"]).joined(separator: "\t"))
            }
            return block
        }
    }

    /// With lemma, UPOS, FEATS, HEAD and DEPREL predicted.
    public func parsed(by analyser: Analyser) -> String {
        rewritten(by: analyser) { cells, word, _ in
            var cells = cells + [String](repeating: "_", count: max(0, 10 - cells.count))
            cells[2] = word.lemma
            cells[3] = word.tag.rawValue
            cells[5] = word.features
            cells[6] = String((word.head ?? -1) + 1)
            cells[7] = word.relation
            return cells
        }
    }

    /// With names as IOB2 in the third column.
    public func iob2(by analyser: Analyser) -> String {
        rewritten(by: analyser) { cells, _, tag in [cells[0], cells[1], tag] }
    }

    private func rewritten(by analyser: Analyser, _ rewrite: ([String], Word, String) -> [String]) -> String {
        let cells = blocks.map { block in
            block.words.map { block.lines[$0].split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
        }
        let understood = analyser.understand(cells.map { $0.map { Word(text: $0[1], start: 0, end: 0) } })
        var output = ""
        for (number, block) in blocks.enumerated() where !block.lines.isEmpty {
            var lines = block.lines
            var tags = [String](repeating: "O", count: block.words.count)
            for name in understood[number].names {
                for index in name.words { tags[index] = (index == name.words.lowerBound ? "B-" : "I-") + name.kind.rawValue }
            }
            for (index, line) in block.words.enumerated() {
                lines[line] = rewrite(cells[number][index], understood[number].words[index], tags[index]).joined(separator: "\t")
            }
            output += lines.joined(separator: "\n") + "\n\n"
        }
        return output
    }
}
