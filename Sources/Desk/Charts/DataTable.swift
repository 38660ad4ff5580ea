/// The numbers behind a drawing, folded away under it.
struct DataTable {
    let summary: String
    let columns: [String]
    let rows: [[String]]
    let label: String

    var html: HTML {
        tag("details", .class("data")) {
            tag("summary") { summary }
            Table(columns: columns, rows: rows.map { $0.map { HTML(text: $0) } }, label: label).html
        }
    }
}

/// A table that scrolls sideways where it is too wide, by keys too.
struct Table {
    let columns: [String]
    let rows: [[HTML]]
    let label: String
    /// Columns of numbers, set flush right.
    var numeric: Set<Int> = []

    var html: HTML {
        tag("div", .class("scroll"), .with("role", "region"), .with("tabindex", 0), .label(label)) {
            tag("table") {
                tag("thead") {
                    tag("tr") {
                        columns.enumerated().map { index, column in
                            tag("th", .with("scope", "col"), .class(numeric.contains(index) ? "number" : "")) { column }
                        }
                    }
                }
                tag("tbody") {
                    rows.map { row in
                        tag("tr") {
                            row.enumerated().map { index, cell in
                                tag("td", .class(numeric.contains(index) ? "number" : "")) { cell }
                            }
                        }
                    }
                }
            }
        }
    }
}
