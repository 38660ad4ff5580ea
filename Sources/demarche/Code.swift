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
            tells what was passed over and why. Exit status 1 says that a source could not be read and no file was written, 3 that
            one was cut short, or a line of it no report, and the file holds the rest.
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
        let (withReports, everyPage) = (reports, everyPage)
        var batch = Batch<Input, Outcome>(cores: cores) { input in
            switch input {
            case .report(let report): Self.lines(coder.read(report), of: report, withReports)
            case .page(let page):
                Self.lines(of: page, by: coder, everyPage, withReports)
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
        var cuts = 0
        let failures = try inbox.forEach(archives: warc) { item in
            switch item {
            case .report(let found): try batch.add(.report(found.report))
            case .page(let page): try batch.add(.page(page), bytes: page.size)
            case .skipped(let skip):
                if skip == .cut { cuts += 1 }
                account.note(skip)
            }
        }
        try batch.finish()
        if failures.sources == 0 { try file?.finish() }
        if inbox.hasArchives(warc) { Lines.complain("\((warc + sources).joined(separator: ", ")): \(account.told(as: "coded"))") }
        if failures.sources > 0 { throw ExitCode.failure }
        if failures.reports + cuts > 0 { throw file == nil ? ExitCode.failure : ExitCode(3) }
    }

    private static func lines(
        of page: ArchivedPage, by coder: Coder, _ everyPage: Bool, _ withReports: Bool
    ) -> Outcome {
        guard everyPage || page.mayBeEnglish else { return .failure(.language) }
        return page.report().flatMap { report in
            guard let reading = everyPage ? coder.read(report) : coder.readWhereTelling(report) else { return .failure(.states) }
            return lines(reading, of: report, withReports)
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
