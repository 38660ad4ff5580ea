/// How the letter speaks of the index.
package enum IndexWords {
    /// "Towards Russia 71 ↑ (58 to 80)" with who.
    package static func line(_ line: Issue.IndexLine) -> String {
        let who = "\(line.actor) towards \(line.recipient)"
        guard let value = line.value else { return "\(who): too few reports" }
        let arrow =
            switch line.arrow {
            case .up?: " ↑"
            case .down?: " ↓"
            case .level?: " →"
            case nil: ""
            }
        let band = line.low.flatMap { low in line.high.map { ", 90 % band \(low) to \($0)" } } ?? ""
        return "\(who): index \(value)\(arrow)\(band)"
    }

    package static let meaning =
        "The index is the share of reported acts in these sources that were hostile, weighted by severity, from 0 to 100; it is not a forecast."
}
