import ArgumentParser
import Coding
import Reading
import Record

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "One report as it was understood: each sentence with its events under it.",
        discussion: """
            The beginning of an identity is enough where only one report has it.

              demarche report 8c1f
            """)

    @Argument(help: "The report's identity, as `demarche events` gives it.")
    var id: String

    @OptionGroup var record: RecordOption

    func run() throws {
        guard let (report, sentences) = try record.reading().report(id) else {
            Lines.complain("no report “\(id)”, or several, in \(record.path); `demarche events` tells the identities")
            throw ExitCode.failure
        }
        let facts = [report.outlet, report.byline, report.published].compactMap(\.self).joined(separator: " · ")
        if let title = report.title { Lines.write(title) }
        Lines.write([report.id, facts].filter { !$0.isEmpty }.joined(separator: "  "))
        if let url = report.url { Lines.write(url) }
        for (number, sentence) in sentences.enumerated() {
            Lines.write("")
            Lines.write("\(number + 1)  \(sentence.text)")
            for event in sentence.events { Lines.write("     \(Telling.line(event))") }
        }
    }
}
