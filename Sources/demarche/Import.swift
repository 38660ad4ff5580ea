import ArgumentParser
import Coding
import Foundation
import Reading
import Record

struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Takes coded shards into the record: what `demarche code --reports` wrote, here or on other machines.",
        discussion: """
            Each shard is taken in whole or not at all. Shards may be imported in any order and grouping, and again: the
            record holds the same in the end.

              demarche code --warc CC-NEWS-1.warc.gz --out CC-NEWS-1.jsonl.gz --reports
              demarche import CC-NEWS-*.jsonl.gz --record month.sqlite
            """)

    @Argument(help: "Files of coded reports (.jsonl, .jsonl.gz, .jsonl.zst), folders of them, or - for standard input.")
    var shards: [String]

    @OptionGroup var record: RecordOption

    func run() throws {
        let (found, failures) = Source.found(at: shards)
        for failure in failures { Lines.complain(failure.description) }
        var failed = failures.count
        let record = try record.writing()
        var total = Record.Import()
        let progress = Progress(total: found.reduce(0) { $0 + $1.size }, unit: "reports")
        for source in found {
            do {
                let shard = try CodedShard(source)
                let result = try record.add(shard.readings)
                total.added += result.added
                total.known += result.known
                total.events += result.events
                progress.advance(bytes: source.size, count: shard.readings.count)
            } catch let error as ReadingError {
                failed += 1
                progress.interrupt()
                Lines.complain(error.description)
            }
        }
        progress.finish()
        let counts = try record.counts()
        Lines.write(
            """
            \(found.count + failures.count - failed) shards imported, \(failed) failed; \(total.added) reports added, \
            \(total.known) already known; \(total.events) new events
            the record now holds \(counts.reports) reports, \(counts.events) events, \(counts.incidents) incidents
            """)
        if failed > 0 { throw ExitCode.failure }
    }
}
