extension Listing {
    /// Comma-separated values (RFC 4180).
    var csv: String { ([columns] + rows).map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined() }

    /// Quoted where need be; what a spreadsheet would take for a formula is kept from being one.
    static func cell(_ text: String) -> String {
        var text = text
        // A number is no formula; but one that is written with a plus is none of ours.
        let isNumber = Double(text) != nil && !text.hasPrefix("+")
        if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first), !isNumber { text = "'" + text }
        guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return text }
        // By code points: a quotation mark that bears an accent is one too.
        let doubled = text.unicodeScalars.reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) }
        return "\"" + doubled + "\""
    }
}
