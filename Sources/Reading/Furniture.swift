/// Tells the lines of a page that are its furniture (nags, credits, navigation) from those of the report.
///
/// The patterns are data a person can edit: `Resources/furniture.txt`.
package struct Furniture: Sendable {
    private var whole: Set<String> = []
    private var prefixes: [String] = []
    private var suffixes: [String] = []
    private var pieces: [[String]] = []
    private var endings: [String] = []

    /// - Parameter patterns: a pattern a line; `*` stands for any text, `#` begins a comment, `end:` a pattern after
    ///   which nothing is read.
    init(patterns: String) {
        for line in patterns.split(separator: "\n") {
            var pattern = line.trimmingWhitespace
            guard !pattern.isEmpty, !pattern.hasPrefix("#") else { continue }
            if pattern.hasPrefix("end:") {
                pattern = pattern.dropFirst(4).trimmingWhitespace
                endings.append(pattern.hasSuffix("*") ? String(pattern.dropLast()) : pattern)
                continue
            }
            let parts = pattern.split(separator: "*", omittingEmptySubsequences: true).map(String.init)
            switch (pattern.hasPrefix("*"), pattern.hasSuffix("*"), parts.count) {
            case (false, false, 1): whole.insert(parts[0])
            case (false, true, 1): prefixes.append(parts[0])
            case (true, false, 1): suffixes.append(parts[0])
            default: pieces.append((pattern.hasPrefix("*") ? [] : ["^"]) + parts + (pattern.hasSuffix("*") ? [] : ["$"]))
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
            if index > 0, endings.contains(where: { plain.hasPrefix($0) }) { break }
            if !isFurniture(plain), !Self.isCredit(line) { kept.append(line) }
        }
        return kept
    }

    private func isFurniture(_ line: String) -> Bool {
        // Prose quotes people who nag; nags quote nobody.
        let isQuoting = line.utf8.count > 120 && line.contains(where: { "“”\"".contains($0) })
        guard line.utf8.count < 300, !isQuoting else { return false }
        if line.isEmpty || whole.contains(line) { return true }
        // A long line that merely begins like a nag is prose more often than not.
        if line.utf8.count < 120, prefixes.contains(where: { line.hasPrefix($0) }) { return true }
        if line.utf8.count < 120, suffixes.contains(where: { line.hasSuffix($0) }) { return true }
        return pieces.contains { Self.matches(line, $0) }
    }

    private static func matches(_ line: String, _ parts: [String]) -> Bool {
        var rest = Substring(line)
        for (index, part) in parts.enumerated() {
            switch part {
            case "^": continue
            case "$": return index > 0 && line.hasSuffix(parts[index - 1])
            default:
                if index == 1, parts[0] == "^" {
                    guard rest.hasPrefix(part) else { return false }
                    rest = rest.dropFirst(part.count)
                } else {
                    guard let range = rest.firstRange(of: part) else { return false }
                    rest = rest[range.upperBound...]
                }
            }
        }
        return true
    }

    /// A picture's credit: a short line without a verb's full stop that ends in an agency or archive after a slash.
    private static func isCredit(_ line: String) -> Bool {
        guard line.utf8.count < 90, !line.hasSuffix("."), !line.hasSuffix("?"), line.contains(" / ") || line.contains("/") else {
            return false
        }
        let last = line.split(separator: "/").last.map { $0.trimmingWhitespace } ?? ""
        let words = line.split(separator: " ").count
        return line.contains("/") && words <= 9 && !last.isEmpty && last.first?.isUppercase == true
            && last.split(separator: " ").count <= 3 && !line.contains("http")
    }

    private static func folded(_ line: String) -> String {
        line.collapsingWhitespace.lowercased().replacing("’", with: "'")
    }
}
