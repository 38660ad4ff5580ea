/// Exactly what is kept of a reader, why, and until when.
struct PrivacyPage: Page {
    /// Whether addresses lie sealed.
    let isSealed: Bool

    func title(_ words: Words) -> String { words["privacy.title"] }

    @HTMLBuilder func content(_ words: Words) -> HTML {
        tag("h1") { title(words) }
        ["kept", "not", "until", "others"].map { part in
            tag("section", .id(part)) {
                tag("h2") { words["privacy.\(part)"] }
                tag("p") {
                    words["privacy.\(part).text"]
                    if part == "kept" { " " + words[isSealed ? "privacy.sealed" : "privacy.open"] }
                }
            }
        }
    }

    var json: any Encodable & Sendable { ["sealed": isSealed] }
}
