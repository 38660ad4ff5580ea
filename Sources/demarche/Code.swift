import ArgumentParser
import Coding
import Foundation
import Language
import Reading

struct Code: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reports in, events out: JSON lines, without a record.",
        discussion: """
            Reads reports (JSON lines on standard input, or the sources named) and writes their events, one a line, in the
            order of the reports, on all cores. The same reports always give the same events.

              demarche code < reports.jsonl > events.jsonl
              demarche code report.html
              demarche code --warc CC-NEWS-1.warc.gz --out CC-NEWS-1.jsonl.gz --reports

            Of archives, pages that are not in English or name no two states near a word that tells of an act are passed over
            at once; --every-page codes them all. With --out the file is there whole or not at all, and a closing account
            tells what was passed over and why; exit status 3 says that a source was damaged, and the file holds the rest.
            """)

    @Argument(help: "Files or folders of reports; - is standard input.")
    var sources: [String] = []

    @Option(help: "An archive of pages (WARC or WET; plain, gzip or zstd), whatever its name.")
    var warc: [String] = []

    @Option(help: "The file to write, compressed where it ends in .gz or .zst (default: standard output).")
    var out: String?

    @Flag(help: "Write each report that has events before them, which `demarche import` needs.")
    var reports = false

    @Flag(help: "Code the pages of archives that are passed over otherwise.")
    var everyPage = false

    @Option(help: "How many cores to use (default: all); one where other programs do the sharing out.")
    var cores: Int?

    @Option(help: "The day of publication of reports that do not tell it, as 2025-06-30.")
    var published: String?

    @OptionGroup var world: WorldOption

    /// What a report came to: lines, or why there are none.
    private typealias Outcome = Result<Data, Archive.Skip>

    private enum Input: Sendable {
        case report(Report)
        case page(ArchivedPage)
    }

    func run() throws {
        let inbox = Inbox(sources: sources.isEmpty && warc.isEmpty ? ["-"] : sources, published: published, outlet: nil)
        let coder = try Coder(analyser: .standard(), world: world.world(), ontology: .standard())
        let file = try out.map { try OutputFile($0) }
        var account = Account()
        let (withReports, everyPage, published) = (reports, everyPage, published)
        var batch = Batch<Input, Outcome>(cores: cores) { input in
            switch input {
            case .report(let report): Self.lines(coder.read(report), of: report, withReports)
            case .page(let page):
                Self.report(on: page, by: everyPage ? nil : coder).flatMap { report in
                    var report = report
                    report.published = report.published ?? published
                    return Self.lines(coder.read(report), of: report, withReports)
                }
            }
        } take: { outcomes in
            for outcome in outcomes {
                switch outcome {
                case .failure(let skip): account.note(skip)
                case .success(let lines):
                    account.notePage()
                    if let file { try file.write(lines) } else { try FileHandle.standardOutput.write(contentsOf: lines) }
                }
            }
        }
        var isDamaged = false
        let failure = Result {
            try inbox.forEach(archives: warc) { item in
                switch item {
                case .report(let report): try batch.add(.report(report))
                case .page(let page): try batch.add(.page(page), bytes: page.size)
                case .skipped(let skip):
                    if skip == .cut { isDamaged = true }
                    account.note(skip)
                }
            }
        }
        try batch.finish()
        if case .failure(let error) = failure {
            guard error is ExitCode else { throw error }
            isDamaged = true
        }
        try file?.finish()
        if inbox.hasArchives(warc) { Lines.complain("\((warc + sources).joined(separator: ", ")): \(account.told(as: "coded"))") }
        if isDamaged { throw file == nil ? ExitCode.failure : ExitCode(3) }
    }

    /// The report on a page, or why it need not be coded.
    private static func report(on page: ArchivedPage, by coder: Coder?) -> Result<Report, Archive.Skip> {
        guard coder == nil || page.mayBeEnglish else { return .failure(.language) }
        return page.report().flatMap { report in
            coder.map { $0.mayTell(report) } ?? true ? .success(report) : .failure(.states)
        }
    }

    private static func lines(_ reading: Coder.Reading, of report: Report, _ withReports: Bool) -> Outcome {
        var lines = Data()
        if withReports, !reading.events.isEmpty, let line = try? Lines.encoded(CodedReport(report, reading)) { lines += line }
        for event in reading.events {
            if let line = try? Lines.encoded(event) { lines += line }
        }
        return .success(lines)
    }
}
