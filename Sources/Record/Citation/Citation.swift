public import Reading
internal import Foundation

/// A reference to a snapshot of the record, for a text that rests on it.
public struct Citation: Sendable {
    public enum Format: String, Sendable, CaseIterable {
        case bibtex, ris
        case csl = "csl-json"
    }

    private let snapshot: Snapshot
    private let title: String
    private let day: Day
    private let version: String

    /// - Parameters:
    ///   - subject: what the selection is of: "Azerbaijan and Russia".
    ///   - day: on which it is cited.
    ///   - version: of the program.
    public init(_ snapshot: Snapshot, subject: String, day: Day, version: String) {
        self.snapshot = snapshot
        title = "Reported acts: \(subject)" + (snapshot.span.map { ", \($0.lowerBound) to \($0.upperBound)" } ?? "")
        self.day = day
        self.version = version
    }

    public func text(_ format: Format) throws -> String {
        switch format {
        case .bibtex: bibtex
        case .ris: ris
        case .csl: try csl()
        }
    }

    private var note: String {
        "\(snapshot.incidents) incidents from \(snapshot.reports) reports; SHA-256 of the canonical JSON lines: \(snapshot.hash)"
    }

    private var key: String { "demarche-\(snapshot.hash.prefix(12))" }

    private var bibtex: String {
        """
        @misc{\(key),
          author = {{Demarche}},
          title = {{\(Self.latex(title))}},
          year = {\(day.year)},
          month = {\(day.month)},
          howpublished = {Data set, Demarche \(Self.latex(version))},
          note = {\(Self.latex(note)); snapshot of \(day)}
        }

        """
    }

    private var ris: String {
        let lines = [
            ("TY", "DATA"), ("ID", key), ("AU", "Demarche"), ("TI", Self.line(title)), ("PY", String(day.year)),
            ("DA", day.description.replacing("-", with: "/")), ("ET", version), ("N1", note), ("ER", ""),
        ]
        return lines.map { "\($0)  - \($1)\r\n" }.joined()
    }

    private struct Item: Encodable {
        struct Author: Encodable { let literal: String }
        struct Dates: Encodable {
            let parts: [[Int]]
            enum CodingKeys: String, CodingKey { case parts = "date-parts" }
        }

        let id: String
        let type = "dataset"
        let title: String
        let author: [Author]
        let issued: Dates
        let version: String
        let note: String

        enum CodingKeys: String, CodingKey { case id, type, title, author, issued, version, note }
    }

    private func csl() throws -> String {
        let (year, month, number) = day.components
        let item = Item(
            id: key, title: title, author: [Item.Author(literal: "Demarche")],
            issued: Item.Dates(parts: [[year, month, number]]),
            version: version, note: note)
        return try Record.json([item]) + "\n"
    }

    private static func line(_ text: String) -> String { text.replacing("\n", with: " ").replacing("\r", with: " ") }

    /// Marks that LaTeX would act on, as themselves.
    private static func latex(_ text: String) -> String {
        var escaped = ""
        for character in line(text) {
            switch character {
            case "\\": escaped += "\\textbackslash{}"
            case "~": escaped += "\\textasciitilde{}"
            case "^": escaped += "\\textasciicircum{}"
            case "&", "%", "$", "#", "_", "{", "}": escaped += "\\\(character)"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}
