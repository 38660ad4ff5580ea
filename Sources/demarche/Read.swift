import ArgumentParser
import Coding
import Foundation
import Language
import Reading
import Record

struct Read: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reads reports into the record: their events, and the incidents these amount to.",
        discussion: """
            Sources are text files, HTML pages, feeds, JSON lines of reports, archives of crawled pages (.warc.gz), and folders
            of them; - is JSON lines on standard input. A report that is known changes nothing, so reading may be repeated and
            taken up again; --resume goes on at the record of an archive where an earlier run was stopped.

            Of an address (https://…) the page is read, where the host's robots.txt lets it, or the items of the feed, and a copy
            kept with each report.

              demarche read Samples
              demarche read clipping.txt --published 2025-06-30 --outlet "The Moscow Times"
              demarche read reports.jsonl.gz --record crisis.sqlite
              demarche read CC-NEWS-*.warc.gz --resume
              demarche read https://northern-wire.example/2025/06/envoy --contact you@example.org
            """)

    @Argument(help: "Files, folders, addresses, or - for standard input.")
    var sources: [String]

    @Option(help: "The day of publication of reports that do not tell it, as 2025-06-30.")
    var published: String?

    @Option(help: "The outlet of reports that do not tell it.")
    var outlet: String?

    @Flag(help: "Go on in archives where an earlier run was stopped.")
    var resume = false

    @Flag(help: "Code also the pages of archives that name no two states near a word that tells of an act.")
    var everyPage = false

    @Flag(name: .customLong("no-copies"), help: "Do not keep the pages fetched from addresses.")
    var leavesOutCopies = false

    @OptionGroup var fetching: FetchOptions

    @OptionGroup var record: RecordOption

    @OptionGroup var world: WorldOption

    func run() throws {
        if let published, Day(published) == nil {
            throw ValidationError("“\(published)” is not a date; write it as 2025-06-30.")
        }
        let addresses = sources.filter(WebAddress.isMeant)
        let (found, failures) = Source.found(at: sources.filter { !WebAddress.isMeant(by: $0) })
        let record = try record.writing()
        let coder = try Coder(analyser: .standard(), world: world.world(), ontology: .standard())
        var tally = Tally(failed: failures.count)
        for failure in failures { Lines.complain(failure.description) }
        let progress = Progress(total: found.reduce(0) { $0 + $1.size }, unit: "reports")
        let archives = ArchiveReading(
            record: record, coder: coder, progress: progress, everyPage: everyPage, resumes: resume)
        for source in found {
            if source.form == .archive {
                try take(archives.read(source), of: source, &tally, progress)
                continue
            }
            do {
                try source.forEachReport { result in
                    try take(result.map { ($0, nil) }, record, coder, &tally, progress)
                }
            } catch let error as ReadingError {
                tally.failed += 1
                progress.interrupt()
                Lines.complain(error.description)
            }
            progress.advance(bytes: source.size)
        }
        let web = WebReading(visitor: fetching.visitor())
        for address in addresses {
            do {
                for item in try web.items(at: WebAddress(address)) {
                    let result = item.map { ($0.report, leavesOutCopies ? nil : $0.copy) }
                    try take(result, record, coder, &tally, progress)
                }
            } catch let error as ReadingError {
                tally.failed += 1
                progress.interrupt()
                Lines.complain(error.description)
            }
        }
        progress.finish()
        let counts = try record.counts()
        Lines.write(
            """
            \(tally.read) reports read, \(tally.known) already known, \(tally.failed) failed; \(tally.events) new events
            the record now holds \(counts.reports) reports, \(counts.events) events, \(counts.incidents) incidents
            """)
        if tally.failed > 0 { throw ExitCode.failure }
    }

    private struct Tally {
        var read = 0
        var known = 0
        var failed = 0
        var events = 0
    }

    private func take(_ outcome: ArchiveReading.Outcome, of source: Source, _ tally: inout Tally, _ progress: Progress) {
        tally.read += outcome.read
        tally.known += outcome.known
        tally.events += outcome.events
        progress.interrupt()
        if let failure = outcome.failure {
            tally.failed += 1
            Lines.complain(failure.description)
        }
        Lines.write("\(source.name): \(outcome.account.told(as: "coded"))")
    }

    private func take(
        _ result: Result<(Report, PageCopy?), ReadingError>, _ record: Record, _ coder: Coder, _ tally: inout Tally,
        _ progress: Progress
    ) throws {
        switch result {
        case .failure(let error):
            tally.failed += 1
            progress.interrupt()
            Lines.complain(error.description)
        case .success(let (found, copy)):
            var report = found
            report.published = report.published ?? published
            report.outlet = report.outlet ?? outlet
            guard report.published != nil else {
                tally.failed += 1
                progress.interrupt()
                Lines.complain(
                    "\(report.title ?? report.url ?? report.id): has no date of publication, on which its events depend; "
                        + "give one with --published 2025-06-30")
                return
            }
            switch try Intake(record: record, coder: coder).take(report, copy: copy) {
            case .known: tally.known += 1
            case .added(let events):
                tally.read += 1
                tally.events += events
            }
        }
    }
}
