internal import Record
internal import Reading

/// What people found to be otherwise than the program read it.
struct CorrectionsPage: Page {
    let corrections: [Correction]

    init(_ call: Call) throws { corrections = try call.library.record.corrections().reversed() }

    func title(_ words: Words) -> String { words["corrections.title"] }

    @HTMLBuilder func content(_ words: Words) -> HTML {
        tag("h1") { title(words) }
        tag("p", .class("lead")) { words["corrections.lead"] }
        if corrections.isEmpty {
            tag("p", .class("empty")) { words["corrections.none"] }
        } else {
            CorrectionTable(corrections: corrections, words: words).html
        }
    }

    var json: any Encodable & Sendable { ["corrections": corrections] }

    func listing(_ words: Words) -> Listing? {
        Listing(
            title: title(words), columns: ["number", "time", "kind", "subject", "author", "reason"],
            rows: corrections.map { [String($0.number), $0.time, $0.kind, $0.subject, $0.author, $0.reason] },
            entries: corrections.map { correction in
                Listing.Entry(
                    id: "correction-\(correction.number)",
                    title: "\(words["correction.kind.\(correction.kind)"]): \(correction.subject)",
                    summary: "\(correction.author): \(correction.reason)", address: Address("corrections"),
                    first: Day(correction.time), last: Day(correction.time), updated: correction.time)
            })
    }
}
