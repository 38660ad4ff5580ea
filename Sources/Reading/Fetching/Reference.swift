/// References as documents write them, made whole against the address they stand under (RFC 3986, section 5.2).
enum Reference {
    /// The reference itself where it is whole, or where there is nothing to resolve it against, or where it is so long that
    /// it leads nowhere.
    static func resolved(_ reference: String, against base: String?) -> String {
        guard reference.utf8.count <= 8_192 else { return reference }
        let reference = reference.trimmingWhitespace
        if scheme(of: reference) != nil { return reference }
        guard let base, let baseScheme = scheme(of: base) else { return reference }
        let rest = base.dropFirst(baseScheme.count + 1)
        guard rest.hasPrefix("//") else { return reference }
        if reference.isEmpty { return base }
        if reference.hasPrefix("//") { return baseScheme + ":" + reference }
        let body = rest.dropFirst(2)
        let end = body.firstIndex { "/?#".contains($0) } ?? body.endIndex
        let origin = baseScheme + "://" + body[..<end]
        let basePath = body[end...].prefix { $0 != "?" && $0 != "#" }
        switch reference.first {
        case "/": return origin + withoutDots(reference)
        case "?": return origin + (basePath.isEmpty ? "/" : basePath) + reference
        case "#": return base.prefix { $0 != "#" } + reference
        default:
            let folder = basePath.lastIndex(of: "/").map { basePath[...$0] } ?? "/"
            return origin + withoutDots(folder + reference)
        }
    }

    /// The scheme a reference begins with, where it does.
    static func scheme(of reference: String) -> String? {
        var length = 0
        for byte in reference.utf8 {
            switch byte {
            case UInt8(ascii: ":"): return length > 0 ? String(reference.utf8.prefix(length)) : nil
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): length += 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
                guard length > 0 else { return nil }
                length += 1
            default: return nil
            }
        }
        return nil
    }

    /// `.` and `..` taken out of the path.
    private static func withoutDots(_ reference: some StringProtocol) -> String {
        let end = reference.firstIndex { $0 == "?" || $0 == "#" } ?? reference.endIndex
        let path = reference[..<end]
        guard path.contains("/.") else { return String(reference) }
        var kept: [Substring] = []
        let segments = Substring(path).split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            switch segment {
            case ".": if isLast { kept.append("") }
            case "..":
                _ = kept.popLast()
                if isLast { kept.append("") }
            default: kept.append(segment)
            }
        }
        return "/" + kept.joined(separator: "/") + reference[end...]
    }
}
