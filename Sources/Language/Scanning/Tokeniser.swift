/// Cuts UTF-8 into tokens in one pass over its white-space-parted pieces, in time linear in their length.
struct Tokeniser {
    /// Longer tokens are cut: no word of a language has so many bytes.
    private static let longest = 1_000

    /// The tokens of valid UTF-8, in order, none overlapping another.
    static func tokens(of bytes: [UInt8]) -> [Token] {
        var tokens: [Token] = []
        tokens.reserveCapacity(bytes.count / 5 + 8)
        let span = bytes.span
        var flags: Token.Flags = [.newlineBefore]
        var index = 0
        while index < span.count {
            let (kind, width) = classify(span, at: index)
            switch kind {
            case .space:
                flags.insert(.spaceBefore)
                index += width
            case .newline:
                flags.insert(.newlineBefore)
                index += width
            default:
                var end = index
                var mayHoldAddress = false
                while end < span.count {
                    let (next, width) = classify(span, at: end)
                    if next == .space || next == .newline { break }
                    if next == .other { mayHoldAddress = mayHoldAddress || Addresses.mark(span[end]) }
                    end += width
                }
                cut(span, index..<end, flags, mayHoldAddress, into: &tokens)
                flags = []
                index = end
            }
        }
        return tokens
    }

    /// The class of the character that begins at a byte, and its width in bytes.
    static func classify(_ span: Span<UInt8>, at index: Int) -> (ByteClass, Int) {
        let byte = span[index]
        if byte < 0x80 { return (ByteClass.ascii[Int(byte)], 1) }
        let width = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        guard index + width <= span.count else { return (.symbol, span.count - index) }
        var scalar = UInt32(byte) & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07)
        for offset in 1..<width { scalar = scalar << 6 | UInt32(span[index + offset] & 0x3F) }
        return (ByteClass.of(scalar), width)
    }

    /// Cuts one piece between white space.
    private static func cut(
        _ span: Span<UInt8>, _ piece: Range<Int>, _ flags: Token.Flags, _ mayHoldAddress: Bool, into tokens: inout [Token]
    ) {
        var flags = flags
        func emit(_ range: Range<Int>, _ kind: Token.Kind, _ extra: Token.Flags = []) {
            var start = range.lowerBound
            while range.upperBound - start > longest {
                var end = start + longest
                while span[end] & 0xC0 == 0x80 { end -= 1 }
                tokens.append(Token(start: start, end: end, kind: kind, flags: flags))
                flags = []
                start = end
            }
            tokens.append(Token(start: start, end: range.upperBound, kind: kind, flags: flags.union(extra)))
            flags = []
        }

        var index = piece.lowerBound
        while index < piece.upperBound {
            let (kind, width) = classify(span, at: index)
            switch kind {
            case .letter, .digit:
                if mayHoldAddress || span[index] | 0x20 == UInt8(ascii: "w"),
                    let end = Addresses.end(span, index..<piece.upperBound)
                {
                    emit(index..<end, .address)
                    index = end
                    continue
                }
                let end = wordEnd(span, index..<piece.upperBound)
                if let stop = abbreviationEnd(span, index..<end, piece.upperBound) {
                    emit(index..<stop, .word, .abbreviation)
                    index = stop
                } else {
                    cutWord(span, index..<end, emit)
                    index = end
                }
            case .apostrophe:
                // A clitic on its own ('s after a closing quotation mark), a year ('90s), or a quotation mark.
                if let end = cliticEnd(span, index..<piece.upperBound), index > piece.lowerBound {
                    emit(index..<end, .word)
                    index = end
                } else if index + width < piece.upperBound, classify(span, at: index + width).0 == .digit {
                    let end = wordEnd(span, index + width..<piece.upperBound)
                    emit(index..<end, .number)
                    index = end
                } else {
                    let end = runEnd(span, index, width, piece.upperBound)
                    emit(index..<end, .punctuation)
                    index = end
                }
            case _ where index == piece.lowerBound && isTag(span, piece):
                // "@name", "#word", ".doc".
                let end = wordEnd(span, index + 1..<piece.upperBound)
                emit(index..<end, .word)
                index = end
            case .other where emoticonEnd(span, index, piece) == piece.upperBound,
                .symbol where emoticonEnd(span, index, piece) == piece.upperBound:
                emit(index..<piece.upperBound, .symbol)
                index = piece.upperBound
            case .hyphen where lineEnd(span, index..<piece.upperBound) - index > 2,
                .symbol where lineEnd(span, index..<piece.upperBound) - index > 2:
                let end = lineEnd(span, index..<piece.upperBound)
                emit(index..<end, .symbol)
                index = end
            case .terminal, .hyphen, .dash:
                // Runs hold together: "...", "?!", "--".
                let end = runEnd(span, index, width, piece.upperBound, alike: kind)
                emit(index..<end, .punctuation)
                index = end
            case .symbol:
                let end = runEnd(span, index, width, piece.upperBound)
                emit(index..<end, .symbol)
                index = end
            default:
                emit(index..<index + width, .punctuation)
                index += width
            }
        }
    }

    /// The end of a run of the same character, or of the same class.
    private static func runEnd(_ span: Span<UInt8>, _ start: Int, _ width: Int, _ limit: Int, alike: ByteClass? = nil) -> Int {
        var end = start + width
        while end + width <= limit {
            if let alike {
                let (next, nextWidth) = classify(span, at: end)
                guard next == alike else { break }
                end += nextWidth
                continue
            }
            for offset in 0..<width where span[end + offset] != span[start + offset] { return end }
            end += width
        }
        return end
    }

    /// The end of a drawn line, of whichever marks: "=====", "***", "---=".
    private static func lineEnd(_ span: Span<UInt8>, _ range: Range<Int>) -> Int {
        var end = range.lowerBound
        while end < range.upperBound,
            span[end] == UInt8(ascii: "=") || span[end] == UInt8(ascii: "-") || span[end] == UInt8(ascii: "*")
                || span[end] == UInt8(ascii: "~")
        { end += 1 }
        return end
    }

    /// A piece that begins with the mark of a name or a file, and goes on with a letter.
    private static func isTag(_ span: Span<UInt8>, _ piece: Range<Int>) -> Bool {
        guard piece.count > 1 else { return false }
        let next = span[piece.lowerBound + 1]
        switch span[piece.lowerBound] {
        case UInt8(ascii: "@"), UInt8(ascii: "#"): return ByteClass.ascii[Int(min(next, 0x7F))] == .letter
        case UInt8(ascii: "."): return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next)
        default: return false
        }
    }

    /// The end of ":)", ";-(", "=D" and the like; letters are part of one only where it is the whole piece.
    private static func emoticonEnd(_ span: Span<UInt8>, _ start: Int, _ piece: Range<Int>) -> Int? {
        guard span[start] == UInt8(ascii: ":") || span[start] == UInt8(ascii: ";") || span[start] == UInt8(ascii: "=") else {
            return nil
        }
        var index = start + 1
        if index < piece.upperBound, span[index] == UInt8(ascii: "-") { index += 1 }
        let mouth = index
        while index < piece.upperBound, span[index] == UInt8(ascii: ")") || span[index] == UInt8(ascii: "(") { index += 1 }
        if index > mouth { return index }
        guard start == piece.lowerBound, index < piece.upperBound,
            span[index] == UInt8(ascii: "D") || span[index] == UInt8(ascii: "P")
        else { return nil }
        return index + 1
    }

    /// The end of a word or number that begins a range: letters and digits with what may stand between them.
    private static func wordEnd(_ span: Span<UInt8>, _ range: Range<Int>) -> Int {
        var index = range.lowerBound
        var before = ByteClass.other
        while index < range.upperBound {
            let (kind, width) = classify(span, at: index)
            switch kind {
            case .letter, .digit: break
            case .apostrophe, .terminal, .other, .hyphen:
                guard index + width < range.upperBound else { return index }
                let after = classify(span, at: index + width).0
                let joins =
                    switch (kind, span[index]) {
                    case (.apostrophe, _):
                        before == .letter && after == .letter
                            || span[index - 1] == UInt8(ascii: "0") && isDecade(span, after: index + width, range)
                    case (.terminal, UInt8(ascii: ".")):
                        (before == .letter || before == .digit) && (after == .letter || after == .digit)
                            && !startsSentence(span, after: index + width, wordStart: range.lowerBound, dot: index)
                    case (.other, UInt8(ascii: ",")): before == .digit && after == .digit
                    case (.other, UInt8(ascii: ":")), (.other, UInt8(ascii: "/")): before == .digit && after == .digit
                    case (.other, UInt8(ascii: "&")), (.other, UInt8(ascii: "@")):
                        before != .other && (after == .letter || after == .digit)
                    case (.hyphen, _):
                        before == .digit && after == .digit
                            && (isDate(span, around: index, in: range) || isTelephone(span, around: index, in: range))
                            || before == .letter && after == .letter && isPrefix(span, range.lowerBound..<index)
                    default: false
                    }
                guard joins else { return index }
            default: return index
            }
            before = kind
            index += width
        }
        return index
    }

    /// "end.The" is two sentences with a lost space; "U.S." and "example.com" are not.
    private static func startsSentence(_ span: Span<UInt8>, after next: Int, wordStart: Int, dot: Int) -> Bool {
        dot - wordStart > 2 && isUpper(span[next]) && !isUpper(span[dot - 1]) && span[dot - 1] >= UInt8(ascii: "a")
    }

    private static func isUpper(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }

    /// Digits with two hyphens, as dates and telephone numbers have, hold together; a range ("10-15") does not.
    private static func isDate(_ span: Span<UInt8>, around hyphen: Int, in range: Range<Int>) -> Bool {
        var hyphens = 0
        for index in range.lowerBound..<min(range.upperBound, range.lowerBound + 24) {
            if span[index] == UInt8(ascii: "-") {
                hyphens += 1
            } else if !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(span[index]) {
                break
            }
        }
        return hyphens >= 2
    }

    /// "345-9945": three digits, four digits.
    private static func isTelephone(_ span: Span<UInt8>, around hyphen: Int, in range: Range<Int>) -> Bool {
        guard hyphen - range.lowerBound == 3, range.upperBound - hyphen > 4 else { return false }
        return (1...4).allSatisfy { isDigit(span[hyphen + $0]) } && (hyphen + 5 == range.upperBound || !isDigit(span[hyphen + 5]))
    }

    /// The "s" of "1990's", which is no clitic.
    private static func isDecade(_ span: Span<UInt8>, after next: Int, _ range: Range<Int>) -> Bool {
        lower(span[next]) == UInt8(ascii: "s") && (next + 1 == range.upperBound || classify(span, at: next + 1).0 != .letter)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// Prefixes keep their hyphen and hold on to their word, unlike the parts of compounds.
    private static func isPrefix(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count <= 7, let word = lowered(span, range) else { return false }
        return Abbreviations.prefixes.contains(word)
    }

    /// ASCII in lower case.
    private static func lowered(_ span: Span<UInt8>, _ range: Range<Int>) -> String? {
        var text = ""
        for index in range {
            guard span[index] < 0x80 else { return nil }
            text.unicodeScalars.append(Unicode.Scalar(lower(span[index])))
        }
        return text
    }

    /// The end of a word with the full stop that belongs to it: an initial, an abbreviation, a letter-dot-letter form.
    private static func abbreviationEnd(_ span: Span<UInt8>, _ word: Range<Int>, _ limit: Int) -> Int? {
        let dot = word.upperBound
        guard word.count <= 8, dot < limit, span[dot] == UInt8(ascii: "."),
            dot + 1 == limit || span[dot + 1] != UInt8(ascii: ".")
        else { return nil }
        if word.count == 1 { return isUpper(span[word.lowerBound]) ? dot + 1 : nil }
        guard let text = lowered(span, word) else { return nil }
        if text == "etc", endsText(span, after: dot + 1) { return nil }
        if Abbreviations.beforeNumbers.contains(text) {
            var next = dot + 1
            while next < span.count, ByteClass.ascii[Int(min(span[next], 0x7F))] == .space { next += 1 }
            return next < span.count && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(span[next]) ? dot + 1 : nil
        }
        let isKnown = Abbreviations.titles.contains(text) || Abbreviations.others.contains(text)
        let isDotted = text.count > 2 && text.utf8.enumerated().allSatisfy { ($1 == UInt8(ascii: ".")) == ($0 % 2 == 1) }
        return isKnown || isDotted ? dot + 1 : nil
    }

    /// Whether a line ends, or a capital letter follows.
    private static func endsText(_ span: Span<UInt8>, after index: Int) -> Bool {
        var next = index
        while next < span.count, span[next] == UInt8(ascii: " ") { next += 1 }
        return next == span.count || isUpper(span[next]) || classify(span, at: next).0 == .newline
    }

    /// Parts clitics from a word, units from a number, and emits the parts.
    private static func cutWord(
        _ span: Span<UInt8>, _ range: Range<Int>, _ emit: (Range<Int>, Token.Kind, Token.Flags) -> Void
    ) {
        let kind: Token.Kind = classify(span, at: range.lowerBound).0 == .digit ? .number : .word
        if let split = kind == .word ? cliticStart(span, range) : unitStart(span, range) {
            emit(range.lowerBound..<split, kind, [])
            emit(split..<range.upperBound, .word, [])
            return
        }
        emit(range, kind, [])
    }

    /// Where the clitic of a word begins: "n't", "'s", "'re", "'ve", "'ll", "'d", "'m", and those without apostrophe.
    private static func cliticStart(_ span: Span<UInt8>, _ range: Range<Int>) -> Int? {
        var index = range.upperBound - 1
        let earliest = max(range.lowerBound + 1, range.upperBound - 6)
        while index >= earliest {
            if span[index] & 0xC0 != 0x80, classify(span, at: index).0 == .apostrophe {
                let width = classify(span, at: index).1
                let tail = index + width..<range.upperBound
                if tail.count == 1, lower(span[tail.lowerBound]) == UInt8(ascii: "t"), index - 1 > range.lowerBound,
                    lower(span[index - 1]) == UInt8(ascii: "n")
                {
                    return index - 1
                }
                return isClitic(span, tail) ? index : nil
            }
            index -= 1
        }
        guard range.count > 1, range.count <= Contractions.longest,
            Contractions.mayEnd(lower(span[range.upperBound - 2]), lower(span[range.upperBound - 1])),
            let word = lowered(span, range)
        else { return nil }
        if let split = Contractions.splits[word] { return range.lowerBound + split }
        return isUpper(span[range.lowerBound]) ? nil : Contractions.lowerSplits[word].map { range.lowerBound + $0 }
    }

    /// Where the unit of a number begins: "5|pm", "50|m", "3.5|km".
    private static func unitStart(_ span: Span<UInt8>, _ range: Range<Int>) -> Int? {
        var start = range.upperBound
        while start > range.lowerBound, span[start - 1] < 0x80, ByteClass.ascii[Int(span[start - 1])] == .letter { start -= 1 }
        guard start < range.upperBound, isDigit(span[start - 1]), range.upperBound - start <= 4,
            let unit = lowered(span, start..<range.upperBound), Abbreviations.units.contains(unit)
        else { return nil }
        return start
    }

    private static func cliticEnd(_ span: Span<UInt8>, _ range: Range<Int>) -> Int? {
        let width = classify(span, at: range.lowerBound).1
        var end = range.lowerBound + width
        while end < range.upperBound, classify(span, at: end).0 == .letter { end += classify(span, at: end).1 }
        return isClitic(span, range.lowerBound + width..<end) ? end : nil
    }

    private static func isClitic(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
        switch range.count {
        case 1:
            switch lower(span[range.lowerBound]) {
            case UInt8(ascii: "s"), UInt8(ascii: "d"), UInt8(ascii: "m"): true
            default: false
            }
        case 2: matches(span, range, "re") || matches(span, range, "ve") || matches(span, range, "ll")
        default: false
        }
    }

    static func lower(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }

    static func matches(_ span: Span<UInt8>, _ range: Range<Int>, _ word: StaticString) -> Bool {
        guard range.count == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { letters in
            for offset in 0..<letters.count where lower(span[range.lowerBound + offset]) != letters[offset] { return false }
            return true
        }
    }
}
