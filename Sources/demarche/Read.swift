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
            Sources are text files, HTML pages, feeds, JSON lines of reports, and folders of them; - is JSON lines on
            standard input. A report that is known changes nothing, so reading may be repeated and taken up again.

              demarche read Samples
              demarche read clipping.txt --published 2025-06-30 --outlet "The Moscow Times"
              zcat reports.jsonl.gz | demarche read - --record crisis.sqlite
            """)

    @Argument(help: "Files, folders, or - for standard input.")
    var sources: [String]

    @Option(help: "The day of publication of reports that do not tell it, as 2025-06-30.")
    var published: String?

    @Option(help: "The outlet of reports that do not tell it.")
    var outlet: String?

    @OptionGroup var record: RecordOption

    @OptionGroup var world: WorldOption

    func run() throws {
        if let published, Day(published) == nil {
            throw ValidationError("“\(published)” is not a date; write it as 2025-06-30.")
        }
        let (found, failures) = Source.found(at: sources)
        let record = try record.writing()
        let coder = try Coder(analyser: .standard(), world: world.world(), ontology: .standard())
        var tally = Tally(failed: failures.count)
        for failure in failures { Lines.complain(failure.description) }
        let progress = Progress(total: found.count, unit: "sources")
        for source in found {
            try source.forEachReport { result in try take(result, record, coder, &tally, progress) }
            progress.advance()
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

    private func take(
        _ result: Result<Report, ReadingError>, _ record: Record, _ coder: Coder, _ tally: inout Tally, _ progress: Progress
    ) throws {
        switch result {
        case .failure(let error):
            tally.failed += 1
            progress.interrupt()
            Lines.complain(error.description)
        case .success(var report):
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
            switch try Intake(record: record, coder: coder).take(report) {
            case .known: tally.known += 1
            case .added(let events):
                tally.read += 1
                tally.events += events
            }
        }
    }
}
