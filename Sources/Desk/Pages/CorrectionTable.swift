internal import Record

/// Corrections, each with who made it, when and why.
struct CorrectionTable {
    let corrections: [Correction]
    let words: Words

    var html: HTML {
        Table(
            columns: [
                words["correction.number"], words["correction.time"], words["correction.kind"], words["correction.subject"],
                words["correction.author"], words["correction.reason"],
            ],
            rows: corrections.map { correction in
                [
                    HTML(text: String(correction.number)), HTML(text: correction.time),
                    HTML(text: words["correction.kind.\(correction.kind)"] + detail(correction)),
                    correction.subject.hasPrefix("i")
                        ? tag("a", .href(Address("incidents", correction.subject))) { correction.subject }
                        : HTML(text: correction.subject), HTML(text: correction.author), HTML(text: correction.reason),
                ]
            }, label: words["corrections.title"], numeric: [0]
        ).html
    }

    private func detail(_ correction: Correction) -> String {
        let fields = (correction.detail.fields ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
        return fields.isEmpty ? "" : " (" + fields.joined(separator: ", ") + ")"
    }
}
