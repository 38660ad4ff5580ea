/// Comma-separated values (RFC 4180), safe to open in a spreadsheet.
package enum CSV {
    /// A line without its end.
    package static func line(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") }

    /// Quoted where need be; a cell that a spreadsheet would take for a formula is kept from being one.
    package static func cell(_ text: String) -> String {
        let isFormula = text.unicodeScalars.first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } == true
        let safe = isFormula && !isNumber(text) ? "'" + text : text
        guard safe.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return safe }
        // By code points: a quotation mark that bears an accent is one too.
        return "\"" + safe.unicodeScalars.reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) } + "\""
    }

    private static func isNumber(_ text: String) -> Bool {
        Double(text) != nil && text.utf8.allSatisfy { (48...57).contains($0) || $0 == 45 || $0 == 46 }
    }
}
