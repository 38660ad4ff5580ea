/// References as documents write them, made whole against the address they stand under (RFC 3986, section 5.2).
enum Reference {
    private static let longest = (reference: 8_192, base: 1_024)

    /// The reference itself where it is whole, or where there is nothing to resolve it against, or where either is so long that
    /// it leads nowhere.
    static func resolved(_ reference: String, against base: String?) -> String {
        guard reference.utf8.count <= longest.reference, base?.utf8.count ?? 0 <= longest.base else { return reference }
        let reference = reference.trimmingWhitespace
        if scheme(of: reference) != nil { return reference }
        guard let base, let baseScheme = scheme(of: base) else { return reference }
        let rest = base.dropFirst(baseScheme.count + 1)
        guard rest.hasPrefix("//") else { return reference }
        if reference.isEmpty { return base }
        if reference.hasPrefix("//") { return baseScheme + ":" + reference }
        let body = rest.dropFirst(2)
        let end = body.utf8.firstIndex { "/?#".utf8.contains($0) } ?? body.endIndex
        let origin = baseScheme + "://" + body[..<end]
        let basePath = body[end..<(body[end...].utf8.firstIndex { "?#".utf8.contains($0) } ?? body.endIndex)]
        switch reference.first {
        case "/": return origin + withoutDots(reference)
        case "?": return origin + (basePath.isEmpty ? "/" : basePath) + reference
        case "#": return base.prefix { $0 != "#" } + reference
        default:
            let folder = basePath.utf8.lastIndex(of: UInt8(ascii: "/")).map { basePath[...$0] } ?? "/"
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
        let slash = UInt8(ascii: "/")
        let bytes = Array(reference.utf8)
        let end = bytes.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? bytes.count
        var path: [UInt8] = []
        path.reserveCapacity(bytes.count)
        var at = 0
        while at < end {
            let next = bytes[(at + 1)..<end].firstIndex(of: slash) ?? end
            let segment = bytes[(at + 1)..<next]
            let dots = (1...2).contains(segment.count) && segment.allSatisfy { $0 == UInt8(ascii: ".") } ? segment.count : 0
            if dots == 2 { path.removeSubrange((path.lastIndex(of: slash) ?? 0)...) }
            if dots == 0 {
                path += bytes[at..<next]
            } else if next == end {
                path.append(slash)
            }
            at = next
        }
        return String(decoding: (path.isEmpty ? [slash] : path) + bytes[end...], as: UTF8.self)
    }
}
