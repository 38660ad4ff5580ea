import Coding
import Foundation
import Reading
import Record

/// Reads archives into a record, their pages on all cores, and remembers with what it read how far it came.
struct ArchiveReading {
    let record: Record
    let coder: Coder
    let progress: Progress
    /// Whether pages that cannot tell of an act between states are coded as well.
    let everyPage: Bool
    /// Whether to go on where an earlier run was stopped.
    let resumes: Bool

    /// What reading an archive came to.
    struct Outcome {
        var account = Account()
        var read = 0
        var known = 0
        var events = 0
        var failure: ReadingError?
    }

    private enum Page: Sendable {
        case known
        case read(Report, Coder.Reading, Archive.Skip?)
        case skipped(Archive.Skip)
    }

    func read(_ source: Source) throws -> Outcome {
        var outcome = Outcome()
        let name = URL(fileURLWithPath: source.name).standardizedFileURL.path
        let size = source.size
        let mark = resumes ? try record.mark(ofArchive: name, size: size) : nil
        if let mark { progress.skip(bytes: mark.isWhole ? size : mark.position.offset) }
        if let mark, mark.isWhole { return outcome }
        var position = mark?.position ?? Archive.Position(offset: 0, bytes: 0)
        var told = position.offset
        func keep(_ pages: [Page], isWhole: Bool) throws {
            let readings = pages.compactMap { page in
                if case .read(let report, let reading, _) = page { (report, reading) } else { nil }
            }
            let kept = try record.add(
                readings, upTo: Record.ArchiveMark(name: name, size: size, position: position, isWhole: isWhole))
            for page in pages {
                switch page {
                case .known: outcome.known += 1
                case .skipped(let skip), .read(_, _, let skip?): outcome.account.note(skip)
                case .read: outcome.account.notePage()
                }
            }
            for addition in kept {
                switch addition {
                case .known: outcome.known += 1
                case .added(let events):
                    outcome.read += 1
                    outcome.events += events
                }
            }
            progress.advance(bytes: max(0, position.offset - told), count: pages.count)
            told = max(told, position.offset)
        }
        let (record, coder, everyPage) = (record, coder, everyPage)
        var batch = Batch<ArchivedPage, Page> {
            Self.read($0, coder, record, everyPage)
        } take: {
            try keep($0, isWhole: false)
        }
        do {
            try Archive(source.name).forEachItem(from: mark?.position) { item, end in
                switch item {
                case .skipped(let skip): outcome.account.note(skip)
                case .page(let page):
                    // The batch may be taken in within this call, this page with it.
                    position = end
                    try batch.add(page, bytes: page.size)
                }
            }
            try batch.finish()
            try keep([], isWhole: true)
        } catch let error as ReadingError {
            try batch.finish()
            outcome.failure = error
        }
        progress.advance(bytes: max(0, size - told))
        return outcome
    }

    private static func read(_ page: ArchivedPage, _ coder: Coder, _ record: Record, _ everyPage: Bool) -> Page {
        switch page.report() {
        case .failure(let skip): return .skipped(skip)
        case .success(let report):
            guard report.published != nil else { return .skipped(.date) }
            if let holds = try? record.holds(report: report.id), holds { return .known }
            guard !everyPage else { return .read(report, coder.read(report), nil) }
            guard page.mayBeEnglish else { return .read(report, coder.uncoded(report), .language) }
            guard let reading = coder.readWhereTelling(report) else { return .read(report, coder.uncoded(report), .states) }
            return .read(report, reading, nil)
        }
    }
}
