/// A report in a plain text file: pasted from a page or typed, headed by what its source knew.
///
/// The head is recognised, not required: a title (first line, without a full stop), a byline ("By …"), and a line of
/// outlet and date ("Northern Wire, 28 June 2025") before the first paragraph.
enum PlainText {
    static func report(_ text: String) -> Report {
        var lines = unwrapped(text)
        var report = Report(id: "", text: "")
        lines = Furniture.standard.removed(from: lines)
        if let first = lines.first, first.utf8.count < 200, !first.hasSuffix("."), lines.count > 1,
            DateText.inWords(first) == nil
        {
            report.title = first
            lines.removeFirst()
        }
        while let line = lines.first, line.utf8.count < 120, !line.hasSuffix(".") {
            if let match = line.firstMatch(of: #/^[Bb][Yy]:?\s+(.+)$/#), report.byline == nil {
                report.byline = String(match.1)
            } else if report.published == nil, let published = DateText.published(line) {
                report.published = published
                let name = line.prefix { $0 != "," && $0 != "|" && $0 != "·" && !$0.isNumber }.trimmingWhitespace
                let isMonth = name.split(separator: " ").last.map { DateText.month($0) != nil } ?? true
                let isLabel = name.lowercased().hasPrefix("published") || name.lowercased().hasPrefix("date")
                if !name.isEmpty, !isMonth, !isLabel, report.outlet == nil { report.outlet = name }
            } else {
                break
            }
            lines.removeFirst()
        }
        report.text = lines.joined(separator: "\n\n")
        report.language = WrittenLanguage.standard.code(of: report.text)
        report.id = Report.identity(url: nil, outlet: report.outlet, title: report.title, text: report.text)
        return report
    }

    /// Paragraphs as lines. Text wrapped at a fixed width (most lines nearly equally long, none a paragraph) is joined
    /// up to the next empty line.
    static func unwrapped(_ text: String) -> [String] {
        let lines = text.lines
        // Of a paragraph it is enough to know that it is one.
        let lengths = lines.filter { !$0.isEmpty }.map { $0.utf8.count > 1_000 ? $0.utf8.count : $0.count }
        let longest = lengths.max() ?? 0
        let full = lengths.filter { $0 * 10 >= longest * 8 }.count
        let isWrapped = longest > 40 && longest <= 100 && lengths.count > 6 && full * 2 > lengths.count
        guard isWrapped else { return lines.filter { !$0.isEmpty } }
        var paragraphs: [String] = []
        var open = false
        for line in lines {
            if line.isEmpty {
                open = false
            } else if open, let last = paragraphs.last {
                paragraphs[paragraphs.count - 1] = last + " " + line
            } else {
                paragraphs.append(line)
                open = true
            }
        }
        return paragraphs
    }
}
