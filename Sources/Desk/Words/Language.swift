/// A language of the interface.
enum Language: String, Sendable, CaseIterable {
    case english = "en"
    case french = "fr"

    var name: String {
        switch self {
        case .english: "English"
        case .french: "Français"
        }
    }

    /// The one a visitor asks for in the address, or else the first that the browser prefers.
    init(asked: String?, accepted: String?) {
        if let asked, let language = Language(rawValue: asked) {
            self = language
            return
        }
        let wishes = (accepted ?? "").split(separator: ",").prefix(20).enumerated().map { index, wish in
            let parts = wish.split(separator: ";").map { $0.drop { $0 == " " } }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            return (tag: parts.first.map { $0.prefix(2).lowercased() } ?? "", weight: weight, index: index)
        }
        self =
            wishes.filter { $0.weight > 0 }.sorted { ($1.weight, $0.index) < ($0.weight, $1.index) }
            .lazy.compactMap { Language(rawValue: $0.tag) }.first ?? .english
    }
}
