/// What an editor makes of an issue: a plain-text file of headers, an empty line, and the foreword.
///
///     subject: A week of envoys
///     first: AZE-RUS
///     cut: IND-CAN, i4b4f0c
///     first: i92d1
///
///     Two arrests and four notes of protest. Paragraphs are parted by an empty line.
public struct Plan: Hashable, Sendable {
    public var subject: String?
    /// Pairs and incidents to be told before all others, in this order.
    public var first: [String] = []
    /// Pairs and incidents to be left out.
    public var cut: Set<String> = []
    /// Paragraphs.
    public var foreword: [String] = []

    public init() {}

    /// - Parameter name: of the file.
    public init(_ text: String, name: String) throws(BriefingError) {
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)[...]
        var number = 0
        while let line = lines.first, !line.allSatisfy(\.isWhitespace) {
            lines.removeFirst()
            number += 1
            guard !line.hasPrefix("#") else { continue }
            let parts = line.split(separator: ":", maxSplits: 1).map(Self.trimmed)
            guard parts.count == 2 else { throw Self.unknown(line, number, name) }
            let values = parts[1].split(separator: ",").map(Self.trimmed)
            switch parts[0].lowercased() {
            case "subject": subject = parts[1]
            case "first": first += values
            case "cut": cut.formUnion(values)
            default: throw Self.unknown(line, number, name)
            }
        }
        foreword = lines.split(whereSeparator: { $0.allSatisfy(\.isWhitespace) })
            .map { $0.map(Self.trimmed).joined(separator: " ") }
    }

    /// The plan as its file has it. What was read from it stands there again, but for remarks.
    public var text: String {
        var lines: [String] = []
        if let subject { lines.append("subject: " + Self.line(subject)) }
        if !first.isEmpty { lines.append("first: " + first.joined(separator: ", ")) }
        if !cut.isEmpty { lines.append("cut: " + cut.sorted().joined(separator: ", ")) }
        for paragraph in foreword { lines += ["", Self.line(paragraph)] }
        // Without headers the foreword begins after an empty line too.
        return lines.joined(separator: "\n") + "\n"
    }

    private static func line(_ text: String) -> String {
        trimmed(Substring(text.split(whereSeparator: \.isNewline).joined(separator: " ")))
    }

    private static func unknown(_ line: Substring, _ number: Int, _ name: String) -> BriefingError {
        BriefingError(
            "\(name), line \(number)", "“\(line.prefix(60))” is no line of a plan",
            remedy: "write “subject:”, “first:” or “cut:”, and the foreword after an empty line")
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    /// Things in the editor's order, those not named after them as they were.
    func ordered<Thing>(_ things: [Thing], by name: (Thing) -> String) -> [Thing] {
        let places = Dictionary(first.enumerated().map { ($1, $0) }, uniquingKeysWith: min)
        return things.enumerated().filter { !cut.contains(name($1)) }
            .sorted { (places[name($0.element)] ?? .max, $0.offset) < (places[name($1.element)] ?? .max, $1.offset) }
            .map(\.element)
    }
}
