/// Groups tokens into sentences: at line ends, and at full stops that end one.
enum SentenceSplitter {
    /// The sentences of a text as ranges of token indices. A line never holds part of two paragraphs, so every
    /// line end parts sentences; whoever reads hard-wrapped text joins its lines first.
    static func sentences(of tokens: [Token], in bytes: [UInt8]) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = 0
        var index = 0
        while index < tokens.count {
            if tokens[index].flags.contains(.newlineBefore) {
                if index > start { sentences.append(start..<index) }
                start = index
                if let end = datelineEnd(from: index, tokens, bytes) {
                    sentences.append(start..<end)
                    start = end
                    index = end
                    continue
                }
            }
            if let end = boundary(after: index, from: start, tokens, bytes) {
                sentences.append(start..<end)
                start = end
                index = end
            } else {
                index += 1
            }
        }
        if start < tokens.count { sentences.append(start..<tokens.count) }
        return sentences
    }

    /// Where a dateline that begins a line ends: "QUITO, April 5 (Northern Wire) -". It stands apart from the sentence.
    private static func datelineEnd(from start: Int, _ tokens: [Token], _ bytes: [UInt8]) -> Int? {
        guard isCapitals(tokens[start], bytes) else { return nil }
        var index = start + 1
        var isInParentheses = false
        while index < min(tokens.count, start + 16), !tokens[index].flags.contains(.newlineBefore) {
            let token = tokens[index]
            let kind = Tokeniser.classify(bytes.span, at: Int(token.start)).0
            switch kind {
            case .dash, .hyphen:
                guard token.hasSpaceBefore, index + 1 < tokens.count, !tokens[index + 1].flags.contains(.newlineBefore) else {
                    return nil
                }
                return isLower(bytes[Int(tokens[index + 1].start)]) ? nil : index + 1
            case .opening: isInParentheses = true
            case .closing: isInParentheses = false
            case .letter where !isInParentheses:
                let word = String(decoding: bytes[token.bytes], as: UTF8.self).lowercased()
                guard isCapitals(token, bytes) || Abbreviations.months.contains(String(word.prefix(3))) else { return nil }
            default: break
            }
            index += 1
        }
        return nil
    }

    private static func isCapitals(_ token: Token, _ bytes: [UInt8]) -> Bool {
        token.kind == .word && token.length > 1 && bytes[token.bytes].allSatisfy { !isLower($0) }
            && isUpper(bytes[Int(token.start)])
    }

    /// Where the next sentence begins, if a token ends one (closing marks after it included).
    private static func boundary(after index: Int, from start: Int, _ tokens: [Token], _ bytes: [UInt8]) -> Int? {
        let token = tokens[index]
        let isAbbreviation = token.flags.contains(.abbreviation)
        // What begins with "..." goes on.
        guard isAbbreviation || isTerminal(token, bytes) && index > start else { return nil }
        var next = index + 1
        while next < tokens.count, !tokens[next].flags.contains(.newlineBefore), closes(tokens[next], bytes) { next += 1 }
        guard next < tokens.count else { return nil }
        let following = tokens[next]
        if following.flags.contains(.newlineBefore) { return next }
        if isAbbreviation {
            guard following.hasSpaceBefore, beginsSentence(following, after: token, next, tokens, bytes) else { return nil }
            return next
        }
        guard following.hasSpaceBefore || isUpper(bytes[Int(following.start)]) else { return nil }
        switch following.kind {
        case .word:
            guard isLower(bytes[Int(following.start)]) else { return next }
            return next == index + 1 && endsPlainly(index, tokens, bytes) ? next : nil
        case .number, .address: return next
        case .symbol: return bytes[Int(following.start)] == UInt8(ascii: "$") || following.length > 2 ? next : nil
        case .punctuation: return opens(following, bytes) ? next : nil
        }
    }

    /// Where those who write without capitals end a sentence: at a question mark, or at a full stop after a word in lower
    /// case that is no abbreviation ("Yahoo! said", "approx. 5", "and... then" go on).
    private static func endsPlainly(_ index: Int, _ tokens: [Token], _ bytes: [UInt8]) -> Bool {
        let token = tokens[index]
        if bytes[Int(token.start)] == UInt8(ascii: "?") { return true }
        guard bytes[Int(token.start)] == UInt8(ascii: "!") || token.length == 1 else { return false }
        let before = tokens[index - 1]
        return before.kind == .word && before.length > 2 && bytes[before.bytes].allSatisfy { isLower($0) || $0 >= 0x80 }
    }

    /// After an abbreviation only some words begin a sentence: most capitalised ones go on with a name.
    private static func beginsSentence(
        _ following: Token, after abbreviation: Token, _ index: Int, _ tokens: [Token], _ bytes: [UInt8]
    ) -> Bool {
        let stem = String(decoding: bytes[abbreviation.bytes].dropLast(), as: UTF8.self).lowercased()
        guard !Abbreviations.titles.contains(stem), !Abbreviations.beforeNumbers.contains(stem) else { return false }
        if following.kind == .punctuation {
            let isBracket = bytes[Int(following.start)] == UInt8(ascii: "(") || bytes[Int(following.start)] == UInt8(ascii: "[")
            return opens(following, bytes) && !isBracket && abbreviation.length > 2
        }
        guard following.kind == .word, isUpper(bytes[Int(following.start)]) else { return false }
        let word = String(decoding: bytes[following.bytes], as: UTF8.self).lowercased()
        guard Abbreviations.starters.contains(word) else { return false }
        // "J. The" is no name, but "I" and "A" after an initial may well be another initial.
        return abbreviation.length > 2 || following.length > 1
    }

    private static func isTerminal(_ token: Token, _ bytes: [UInt8]) -> Bool {
        guard token.kind == .punctuation else { return false }
        return Tokeniser.classify(bytes.span, at: Int(token.start)).0 == .terminal
    }

    /// Closing quotation marks and brackets that stand directly after the end of a sentence belong to it.
    private static func closes(_ token: Token, _ bytes: [UInt8]) -> Bool {
        guard token.kind == .punctuation, !token.hasSpaceBefore else { return false }
        let kind = Tokeniser.classify(bytes.span, at: Int(token.start)).0
        return kind == .closing || kind == .apostrophe || bytes[Int(token.start)] == UInt8(ascii: "\"")
    }

    private static func opens(_ token: Token, _ bytes: [UInt8]) -> Bool {
        let kind = Tokeniser.classify(bytes.span, at: Int(token.start)).0
        return kind == .opening || kind == .apostrophe || kind == .dash || bytes[Int(token.start)] == UInt8(ascii: "\"")
    }

    private static func isUpper(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }

    private static func isLower(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
}
