/// Tells the lines of a page that are its furniture (nags, credits, navigation) from those of the report.
///
/// The patterns are data a person can edit: `Resources/furniture.txt`.
package struct Furniture: Sendable {
    private var whole: Set<[UInt8]> = []
    /// By their first byte.
    private var prefixes: [[[UInt8]]] = Array(repeating: [], count: 256)
    private var suffixes: [[UInt8]] = []
    private var others: [Wildcard] = []
    private var endings: [[UInt8]] = []

    /// - Parameter patterns: a pattern a line; `*` stands for any text, `#` begins a comment, `end:` a pattern after
    ///   which nothing is read.
    init(patterns: String) {
        for line in patterns.split(separator: "\n") {
            let pattern = line.trimmingWhitespace
            guard !pattern.isEmpty, !pattern.hasPrefix("#") else { continue }
            if pattern.hasPrefix("end:") {
                let ending = pattern.dropFirst(4).trimmingWhitespace
                endings.append(Array((ending.hasSuffix("*") ? ending.dropLast() : ending[...]).utf8))
                continue
            }
            let wildcard = Wildcard(Array(pattern.utf8))
            guard let first = wildcard.parts.first else { continue }
            switch (pattern.hasPrefix("*"), pattern.hasSuffix("*"), wildcard.parts.count) {
            case (false, false, 1): whole.insert(first)
            case (false, true, 1): prefixes[Int(first[0])].append(first)
            case (true, false, 1): suffixes.append(first)
            default: others.append(wildcard)
            }
        }
    }

    /// The patterns that come with the program.
    package static let standard: Furniture = {
        // Without its patterns a page is still a page; whoever needs them is told by the other stages' data.
        Furniture(patterns: (try? ResourceFolder.text("furniture.txt", of: "Reading")) ?? "")
    }()

    /// The lines that belong to the report.
    package func removed(from lines: [String]) -> [String] {
        var kept: [String] = []
        for (index, line) in lines.enumerated() {
            let plain = Self.folded(line)
            if index > 0, endings.contains(where: { plain.starts(with: $0) }) { break }
            if !isFurniture(plain), !Self.isCredit(line) { kept.append(line) }
        }
        return kept
    }

    private func isFurniture(_ line: [UInt8]) -> Bool {
        guard let first = line.first else { return true }
        // Prose quotes people who nag; nags quote nobody.
        guard line.count < 300, line.count <= 120 || !Self.quotes(line) else { return false }
        if whole.contains(line) { return true }
        // A long line that merely begins like a nag is prose more often than not.
        if line.count < 120 {
            if prefixes[Int(first)].contains(where: { line.starts(with: $0) }) { return true }
            if suffixes.contains(where: { line.count >= $0.count && line.suffix($0.count).elementsEqual($0) }) { return true }
        }
        return others.contains { $0.matches(line) }
    }

    private static func quotes(_ line: [UInt8]) -> Bool {
        line.indices.contains { at in
            line[at] == 0x22
                || line[at] == 0xE2 && at + 2 < line.count && line[at + 1] == 0x80
                    && (line[at + 2] == 0x9C || line[at + 2] == 0x9D)
        }
    }

    /// A picture's credit: a short line without a verb's full stop that ends in an agency or archive after a slash.
    private static func isCredit(_ line: String) -> Bool {
        guard line.utf8.count < 90, line.utf8.contains(0x2F), !line.hasSuffix("."), !line.hasSuffix("?") else { return false }
        let last = line.split(separator: "/").last.map { $0.trimmingWhitespace } ?? ""
        let words = line.split(separator: " ").count
        return words <= 9 && last.first?.isUppercase == true && last.split(separator: " ").count <= 3 && !line.contains("http")
    }

    /// The start of a line in lower case, with plain apostrophes: a longer line is no furniture but for how it begins.
    private static func folded(_ line: String) -> [UInt8] {
        let start = line.utf8.count < 600 ? line : String(decoding: line.utf8.prefix(600), as: UTF8.self)
        let collapsed = Array(start.collapsingWhitespace.utf8)
        guard collapsed.contains(where: { $0 >= 0x80 }) else { return collapsed.map(\.lowercased) }
        let lower = Array(String(decoding: collapsed, as: UTF8.self).lowercased().utf8)
        guard lower.contains(0xE2) else { return lower }
        var folded: [UInt8] = []
        folded.reserveCapacity(lower.count)
        var at = 0
        while at < lower.count {
            if lower[at] == 0xE2, at + 2 < lower.count, lower[at + 1] == 0x80, lower[at + 2] == 0x99 {
                folded.append(0x27)
                at += 3
            } else {
                folded.append(lower[at])
                at += 1
            }
        }
        return folded
    }
}
