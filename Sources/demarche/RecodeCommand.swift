import ArgumentParser
import Coding
import Foundation
import Language
import Reading
import Record

struct RecodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recode",
        abstract: "Reads all stored reports with this version's coder, and shows what would change before it is kept.",
        discussion: """
            What people corrected stays as they have it.

              demarche recode
              demarche recode --json > difference.jsonl
              demarche recode --keep
            """)

    @Flag(help: "Keep the new reading.")
    var keep = false

    @Flag(help: "Every event that changes as JSON lines, in place of a summary.")
    var json = false

    @Option(help: "So many changes are shown in full.")
    var show = 20

    @OptionGroup var record: RecordOption
    @OptionGroup var world: WorldOption

    private struct Line: Encodable {
        let change: String
        let before: Event?
        let after: Event?
    }

    private struct Tally {
        var reports = 0
        var added = 0
        var removed = 0
        var changed = 0
        var kept = 0
        var shown = 0
    }

    func run() throws {
        let record = keep ? try record.writing() : try record.reading()
        let coder = try Coder(analyser: .standard(), world: world.world(), ontology: .standard())
        var tally = Tally()
        var batch = Batch { (report: Report) in
            (report, coder.read(report))
        } take: { (readings: [(Report, Coder.Reading)]) in
            for (report, reading) in readings {
                try tell(keep ? try record.keep(report, reading) : try record.recoding(report, reading), &tally)
            }
        }
        try record.forEachReport { try batch.add($0) }
        try batch.finish()
        guard !json else { return }
        Lines.write(
            "\(tally.reports) reports: \(tally.added) events added, \(tally.removed) removed, \(tally.changed) changed; "
                + "\(tally.kept) stay as people corrected them")
        Lines.write(keep ? "kept" : "nothing was written; `demarche recode --keep` keeps it")
    }

    private func tell(_ recoding: Recoding, _ tally: inout Tally) throws {
        tally.reports += 1
        tally.added += recoding.added.count
        tally.removed += recoding.removed.count
        tally.changed += recoding.changed.count
        tally.kept += recoding.kept.count
        if json {
            for event in recoding.removed { try Lines.json(Line(change: "removed", before: event, after: nil)) }
            for event in recoding.added { try Lines.json(Line(change: "added", before: nil, after: event)) }
            for (before, after) in recoding.changed { try Lines.json(Line(change: "changed", before: before, after: after)) }
            return
        }
        let lines =
            recoding.removed.map { ("- \(Telling.line($0))", $0) } + recoding.added.map { ("+ \(Telling.line($0))", $0) }
            + recoding.changed.map { ("~ \(Telling.line($0.before))\n  \(Telling.line($0.after))", $0.after) }
        for (line, event) in lines where tally.shown < show {
            tally.shown += 1
            Lines.write("\(line)\n    \(event.report): “\(event.sentence.text)”")
        }
    }
}
