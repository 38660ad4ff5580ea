/// The headers of a message in their order, each folded and encoded as RFC 5322 and RFC 2047 ask.
struct Headers: Sendable {
    /// Name and value, the value folded.
    private(set) var fields: [(name: String, value: String)] = []

    /// A field of plain tokens: values are ours, and have only printable ASCII.
    mutating func add(_ name: String, _ value: String) {
        let safe = String(decoding: value.utf8.map { (32...126).contains($0) ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
        fields.append((name, Self.folded(safe, from: name.utf8.count + 2)))
    }

    /// A field of free text in any letters.
    mutating func add(_ name: String, text: String) {
        fields.append((name, Self.words(text, from: name.utf8.count + 2)))
    }

    mutating func add(_ name: String, _ mailbox: Mailbox) {
        let address = mailbox.address.text
        guard !mailbox.name.isEmpty else { return add(name, address) }
        let isPlain = mailbox.name.utf8.allSatisfy {
            (32...126).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
        }
        let phrase = isPlain ? "\"\(mailbox.name)\"" : Self.words(mailbox.name, from: name.utf8.count + 2)
        fields.append((name, "\(phrase)\(phrase.utf8.count + address.utf8.count > 60 ? "\r\n " : " ")<\(address)>"))
    }

    /// Before a field of that name, so that a signature may stand on top.
    mutating func prepend(_ name: String, folded value: String) { fields.insert((name, value), at: 0) }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        for (name, value) in fields {
            bytes += Array("\(name): \(value)\r\n".utf8)
        }
        return bytes
    }

    /// Folds at spaces to lines of 76.
    private static func folded(_ value: String, from start: Int) -> String {
        var lines = ""
        var column = start
        for (index, word) in value.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
            if index > 0 {
                let breaks = column + 1 + word.utf8.count > 76
                lines += breaks ? "\r\n " : " "
                column = breaks ? 1 : column + 1
            }
            lines += word
            column += word.utf8.count
        }
        return lines
    }

    /// As it is where it is plain, else as encoded words, none splitting a character.
    private static func words(_ text: String, from start: Int) -> String {
        let text = text.split(whereSeparator: { $0.isNewline || $0 == "\t" }).joined(separator: " ")
        let isPlain = text.utf8.allSatisfy { (32...126).contains($0) } && !text.contains("=?") && !text.hasPrefix(" ")
        if isPlain, text.split(separator: " ").allSatisfy({ $0.utf8.count < 70 }) { return folded(text, from: start) }
        var words: [String] = []
        var word = ""
        var room = 76 - start - 12
        for scalar in text.unicodeScalars {
            let encoded = String(scalar).utf8.map(Self.quoted).joined()
            if encoded.utf8.count > room {
                words.append(word)
                word = ""
                room = 76 - 1 - 12
            }
            word += encoded
            room -= encoded.utf8.count
        }
        words.append(word)
        return words.filter { !$0.isEmpty }.map { "=?utf-8?Q?\($0)?=" }.joined(separator: "\r\n ")
    }

    private static func quoted(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: " "): "_"
        case 48...57, 65...90, 97...122: String(UnicodeScalar(byte))
        default: "=" + QuotedPrintable.hexadecimal(byte)
        }
    }
}
