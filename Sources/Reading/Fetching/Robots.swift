/// What a host's robots.txt lets this program fetch (RFC 9309).
struct Robots: Sendable {
    private struct Rule {
        let pattern: Wildcard
        /// Of the pattern, in bytes.
        let length: Int
        let allows: Bool

        /// `*` stands for anything, a `$` at the end for the end.
        init(_ path: [UInt8], allows: Bool) {
            pattern = Wildcard(path.last == UInt8(ascii: "$") ? Array(path.dropLast()) : path + [UInt8(ascii: "*")])
            length = path.count
            self.allows = allows
        }
    }

    private var rules: [Rule] = []
    /// Seconds between two requests, which some hosts ask for.
    private(set) var delay: Int?

    /// Everything may be fetched: there is no robots.txt.
    static let open = Robots(rules: [])

    private init(rules: [Rule]) { self.rules = rules }

    /// What is beyond is not read (RFC 9309, section 2.5).
    private static let limit = 500 << 10

    /// - Parameters:
    ///   - bytes: of robots.txt.
    ///   - name: the program's, as the file may call it.
    init(_ bytes: [UInt8], for name: String) {
        let name = name.lowercased()
        var own: (rules: [Rule], delay: Int?)?
        var others: (rules: [Rule], delay: Int?) = ([], nil)
        // The groups the current lines belong to. A group begins with one or more lines of user-agent.
        var isOwn = false
        var isOthers = false
        var isHead = false
        for line in String(decoding: bytes.prefix(Self.limit), as: UTF8.self).split(whereSeparator: \.isNewline) {
            let parts = line.prefix { $0 != "#" }.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { continue }
            let value = parts[1].trimmingWhitespace
            switch parts[0].trimmingWhitespace.lowercased().drop(while: { $0 == "\u{FEFF}" }) {
            case "user-agent":
                if !isHead { (isOwn, isOthers) = (false, false) }
                isHead = true
                let product = value.lowercased().prefix { $0.isLetter || $0 == "-" || $0 == "_" || $0 == "*" }
                if product == name {
                    isOwn = true
                    own = own ?? ([], nil)
                } else if product == "*" {
                    isOthers = true
                }
            case "allow", "disallow":
                isHead = false
                guard !value.isEmpty else { continue }
                let rule = Rule(Self.normal(value), allows: parts[0].lowercased().contains("dis") == false)
                if isOwn { own?.rules.append(rule) }
                if isOthers { others.rules.append(rule) }
            case "crawl-delay":
                isHead = false
                guard let seconds = Double(value), seconds.isFinite, seconds >= 0 else { continue }
                let delay = Int(min(seconds, 60).rounded(.up))
                if isOwn { own?.delay = delay }
                if isOthers { others.delay = delay }
            default: continue
            }
        }
        (rules, delay) = own ?? others
    }

    /// The longest rule that matches decides; where two are as long, the one that allows.
    func allows(_ path: String) -> Bool {
        let path = Self.normal(path)
        if path.starts(with: Array("/robots.txt".utf8)), path.count == 11 { return true }
        var best: (length: Int, allows: Bool) = (0, true)
        for rule in rules where rule.length >= best.length && rule.pattern.matches(path) {
            best = (rule.length, rule.allows || rule.length == best.length && best.allows)
        }
        return best.allows
    }

    /// Percent-encoding made the same on both sides: what need not be encoded is not, and digits are upper case.
    private static func normal(_ path: String) -> [UInt8] {
        func digit(_ byte: UInt8) -> UInt8? {
            switch byte {
            case 0x30...0x39: byte - 0x30
            case 0x41...0x46: byte - 0x37
            case 0x61...0x66: byte - 0x57
            default: nil
            }
        }
        func hexadecimal(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x37 + digit }
        let bytes = Array(path.utf8)
        var normal: [UInt8] = []
        var index = 0
        while index < bytes.count {
            var byte = bytes[index]
            var isEncoded = false
            if byte == UInt8(ascii: "%"), index + 2 < bytes.count, let high = digit(bytes[index + 1]),
                let low = digit(bytes[index + 2])
            {
                byte = high << 4 | low
                isEncoded = true
                index += 2
            }
            index += 1
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || "-._~".utf8.contains(byte)
            if isPlain || !isEncoded && byte > 0x20 && byte < 0x7F {
                normal.append(byte)
            } else {
                normal += [UInt8(ascii: "%"), hexadecimal(byte >> 4), hexadecimal(byte & 15)]
            }
        }
        return normal
    }
}
