import Foundation
import Reading
import Record

/// Tension in one direction as a table for people.
struct TensionTable {
    let tension: Tension
    let weeks: [Tension.Week]
    let names: [String]
    let incidents: [String: Incident]

    private static let width = 25

    func write() {
        Lines.write("\(names[0]) → \(names[1])")
        guard !weeks.isEmpty else {
            Lines.write("The record tells of no dated act in this time.\n")
            return
        }
        Lines.write(
            "The share of reported acts in these sources that were hostile, weighted by severity; not a forecast.\n"
                + "In the long run \(points(100 * tension.longRunShare)) of 100.\n")
        let hasBar = isatty(STDOUT_FILENO) == 1
        Lines.write(
            "week of      index   90 % band   " + (hasBar ? pad("0 … 100", Self.width + 2) : "") + "incidents  reports that week")
        var rest = weeks[...]
        while let week = rest.first {
            if let index = week.index, let bands = week.bands {
                row(week, index, bands, hasBar)
                rest = rest.dropFirst()
            } else {
                let silent = rest.prefix { $0.index == nil }
                silence(silent)
                rest = rest.dropFirst(silent.count)
            }
        }
        latest()
        Lines.write("")
    }

    private func row(_ week: Tension.Week, _ index: Double, _ bands: Tension.Bands, _ hasBar: Bool) {
        let band = "\(points(bands.ninety.lowerBound))–\(points(bands.ninety.upperBound))"
        Lines.write(
            pad(week.start.description, 13) + left(points(index), 5) + left(band, 12) + "   "
                + (hasBar ? bar(index, bands) + "  " : "")
                + left(String(week.incidents), 9) + left(String(week.origins), 9)
                + (week.isChange ? "  another level from here on" : ""))
    }

    private func silence(_ weeks: ArraySlice<Tension.Week>) {
        guard let first = weeks.first, let last = weeks.last else { return }
        let span = weeks.count == 1 ? first.start.description : "\(first.start) to the week of \(last.start)"
        let told = weeks.reduce(0) { $0 + $1.incidents }
        Lines.write("\(span): too few reports (\(told) \(told == 1 ? "incident" : "incidents"))")
        for week in weeks where week.isChange { Lines.write("\(week.start): another level from here on") }
    }

    /// What the last week with a line rests on.
    private func latest() {
        guard let week = weeks.last(where: { $0.index != nil }) else { return }
        let parts = tension.contributions(to: week).filter { abs($0.points) >= 0.05 }
            .sorted { (abs($1.points), $0.incident) < (abs($0.points), $1.incident) }
        guard !parts.isEmpty else { return }
        Lines.write("\nWhat moves the week of \(week.start) most away from the long run:")
        for part in parts.prefix(5) {
            let told = incidents[part.incident].map { "\($0.date.map(Telling.dates) ?? "undated")  \($0.act)  " } ?? ""
            Lines.write("  " + left(String(format: "%+.1f", part.points), 6) + "  \(told)\(part.incident)")
        }
    }

    /// The index in its 90 % band, from 0 to 100.
    private func bar(_ index: Double, _ bands: Tension.Bands) -> String {
        func cell(_ value: Double) -> Int { min(Self.width - 1, Int(value / 100 * Double(Self.width))) }
        let (low, high) = (cell(bands.ninety.lowerBound), cell(bands.ninety.upperBound))
        return (0..<Self.width).map { $0 == cell(index) ? "●" : (low...high).contains($0) ? "─" : "·" }.joined()
    }

    private func points(_ number: Double) -> String { String(Int(number.rounded())) }

    private func pad(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(0, width - text.count)) }
    private func left(_ text: String, _ width: Int) -> String { String(repeating: " ", count: max(0, width - text.count)) + text }
}
