/// What newspapers call a person after the full name was given once.
enum Surname {
    /// States where the family's name comes first.
    private static let familyFirst: Set<String> = ["CHN", "PRK", "KOR", "TWN", "HKG", "MAC", "SGP", "VNM"]
    /// States where two family names follow the first ones, of which the father's is used.
    private static let twoFamilies: Set<String> = [
        "ARG", "BOL", "CHL", "COL", "CRI", "CUB", "DOM", "ECU", "ESP", "GTM", "HND", "MEX", "NIC", "PAN", "PER", "PRY", "SLV",
        "URY", "VEN",
    ]
    private static let particles: Set<String> = [
        "al", "el", "bin", "ben", "ibn", "abu", "von", "van", "der", "de", "da", "di", "du", "dos", "la", "le", "lo", "ter",
        "ten",
        "al-", "san", "st.",
    ]
    /// Kings and popes are called by their first names, after their title.
    private static let byFirstName: Set<String> = ["monarch", "crown-prince", "religious-leader", "prince"]

    static func all(of name: String, in state: String, office: String) -> Set<String> {
        let words = name.split(separator: " ").map(String.init)
        guard words.count > 1 else { return [] }
        let isNumbered = words[words.count - 1].utf8.allSatisfy { "IVX".utf8.contains($0) }
        var found: Set<String> = []
        if byFirstName.contains(office) { found.insert(words[0]) }
        if isNumbered { return found }
        if familyFirst.contains(state), words[1].contains("-") || words.count == 3 || words[0].utf8.count <= 5 {
            found.insert(words[0])
            if state != "VNM", words[1].contains("-") || state == "PRK" || state == "CHN" || state == "TWN" { return found }
        }
        let last = words[words.count - 1]
        guard last != "Jr.", last != "Jr", last.utf8.count > 1 else { return found }
        if words[words.count - 2] != "dos" { found.insert(last) }
        // "al-Assad" is Assad too.
        if let hyphen = last.firstIndex(of: "-"), particles.contains(last[..<hyphen].lowercased()) {
            found.insert(String(last[last.index(after: hyphen)...]))
        }
        var first = words.count - 1
        while first > 1, particles.contains(words[first - 1].lowercased()) { first -= 1 }
        if first < words.count - 1 { found.insert(words[first...].joined(separator: " ")) }
        if words.count > 2, twoFamilies.contains(state) {
            found.insert(words[(words.count - 2)...].joined(separator: " "))
            if !particles.contains(words[words.count - 2].lowercased()) { found.insert(words[words.count - 2]) }
        }
        return found
    }

    /// Whether a text is the first name of a king or pope, by which nobody is called without a title.
    static func isFirstName(of name: String, office: String, text: String) -> Bool {
        byFirstName.contains(office) && name.contains(" ") && name.split(separator: " ").first.map(String.init) == text
    }
}
