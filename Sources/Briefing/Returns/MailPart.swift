internal import Foundation

/// A part of a mail as it is taken apart to see what came back: headers and body, with the parts inside it.
///
/// Reads any bytes: what is no mail is a part of plain text. Depth and number of parts are bounded.
struct MailPart: Sendable {
    /// Fields in their order, names in lower case, values unfolded.
    struct Fields: Sendable {
        private(set) var fields: [(name: String, value: String)] = []

        func value(_ name: String) -> String? { fields.first { $0.name == name }?.value }
        func values(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

        /// Reads fields up to an empty line.
        ///
        /// - Returns: how many lines were read, with the empty one.
        init(_ lines: ArraySlice<ArraySlice<UInt8>>, count: inout Int) {
            for line in lines {
                count += 1
                if line.isEmpty { break }
                if line.first == 32 || line.first == 9, !fields.isEmpty {
                    if fields[fields.count - 1].value.utf8.count < 4096 {
                        fields[fields.count - 1].value += " " + MailPart.trimmed(line)
                    }
                } else if let colon = line.firstIndex(of: UInt8(ascii: ":")), fields.count < 300 {
                    fields.append(
                        (MailPart.trimmed(line[..<colon]).lowercased(), MailPart.trimmed(line[(colon + 1)...].prefix(4096))))
                }
            }
        }
    }

    let headers: Fields
    private let body: [ArraySlice<UInt8>]
    let parts: [MailPart]

    init(_ bytes: some Collection<UInt8>) {
        let bytes = Array(bytes.prefix(4 << 20))
        let lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map { $0.last == 13 ? $0.dropLast() : $0 }
        self.init(lines[...], depth: 0)
    }

    private init(_ lines: ArraySlice<ArraySlice<UInt8>>, depth: Int) {
        var count = 0
        headers = Fields(lines, count: &count)
        let rest = lines.dropFirst(count)
        body = Array(rest)
        let type = Self.type(headers)
        if depth < 8, type.name.hasPrefix("multipart/"), let boundary = type.boundary, !boundary.isEmpty {
            parts = Self.split(rest, at: Array("--\(boundary)".utf8)).map { MailPart($0, depth: depth + 1) }
        } else if depth < 8, type.name == "message/rfc822" {
            parts = [MailPart(rest, depth: depth + 1)]
        } else {
            parts = []
        }
    }

    /// This part and all inside it.
    var all: [MailPart] { [self] + parts.flatMap(\.all) }

    var type: (name: String, boundary: String?) { Self.type(headers) }

    /// The body as groups of fields, parted by empty lines.
    var fieldGroups: [Fields] {
        var groups: [Fields] = []
        var rest = body[...]
        while !rest.isEmpty, groups.count < 100 {
            var count = 0
            groups.append(Fields(rest, count: &count))
            rest = rest.dropFirst(count)
        }
        return groups
    }

    private static func type(_ headers: Fields) -> (name: String, boundary: String?) {
        let text = headers.value("content-type") ?? "text/plain"
        let name = text.prefix { $0 != ";" && !$0.isWhitespace }.lowercased()
        guard let start = text.range(of: "boundary=", options: .caseInsensitive)?.upperBound else { return (name, nil) }
        let rest = text[start...]
        let boundary =
            rest.hasPrefix("\"") ? rest.dropFirst().prefix { $0 != "\"" } : rest.prefix { $0 != ";" && !$0.isWhitespace }
        return (name, String(boundary.prefix(200)))
    }

    private static func split(_ lines: ArraySlice<ArraySlice<UInt8>>, at delimiter: [UInt8]) -> [ArraySlice<ArraySlice<UInt8>>] {
        var parts: [ArraySlice<ArraySlice<UInt8>>] = []
        var start: Int?
        for index in lines.indices where lines[index].starts(with: delimiter) {
            let rest = lines[index].dropFirst(delimiter.count)
            let isEnd = rest.starts(with: [UInt8(ascii: "-"), UInt8(ascii: "-")])
            guard isEnd || rest.allSatisfy({ $0 == 32 || $0 == 9 }) else { continue }
            if let start, parts.count < 50 { parts.append(lines[start..<index]) }
            start = index + 1
            if isEnd { return parts }
        }
        // A message cut short is read as far as it goes.
        if let start, parts.count < 50 { parts.append(lines[start...]) }
        return parts
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        var bytes = bytes.drop { $0 == 32 || $0 == 9 }
        while let last = bytes.last, last == 32 || last == 9 || last == 13 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
