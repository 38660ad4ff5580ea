/// The place, and often the agency, that a report's first line names before its first words: "BAKU (AP) — The ministry …".
package struct Dateline: Hashable, Sendable {
    package let place: String
    package let agency: String?

    /// `nil` where a line does not begin so.
    package init?(_ line: some StringProtocol) {
        let head = String(line.prefix(90))
        guard let end = [" — ", " – ", " -- ", " - ", "— ", "– "].lazy.compactMap({ head.firstRange(of: $0)?.lowerBound }).min()
        else { return nil }
        var place = head[..<end].trimmingWhitespace
        var agency: String?
        if place.hasSuffix(")"), let open = place.lastIndex(of: "(") {
            agency = place[place.index(after: open)...].dropLast().trimmingWhitespace
            place = place[..<open].trimmingWhitespace
        }
        // "MADRID", "FORT WORTH, Texas": the town is in capitals, its country or state need not be.
        let town = place.prefix { $0 != "," }
        guard town.utf8.count >= 3, town.utf8.count <= 40, place.utf8.count <= 60, town.first?.isLetter == true,
            town.allSatisfy({ !$0.isLowercase && !$0.isNumber }), town.contains(where: \.isLetter)
        else { return nil }
        self.place = place
        self.agency = agency?.isEmpty == true ? nil : agency
    }
}
