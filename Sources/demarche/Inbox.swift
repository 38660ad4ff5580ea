import ArgumentParser
import Reading

/// The reports behind the sources a user named; what is wrong with one is told and the others are still read.
struct Inbox {
    let sources: [String]
    /// For reports that do not tell it themselves.
    let published: String?
    let outlet: String?

    /// What a source holds: a report, or something of an archive.
    enum Item {
        case report(Extraction)
        case page(ArchivedPage)
        case skipped(Archive.Skip)
    }

    /// - Throws: `ExitCode.failure` at the end, where any source or report could not be read.
    func forEach(_ body: (Report) throws -> Void) throws { try forEachExtraction { try body($0.report) } }

    /// The same, with what the pages of reports tell besides.
    func forEachExtraction(_ body: (Extraction) throws -> Void) throws {
        let failures = try forEach(archives: []) { item in
            switch item {
            case .report(let found): try body(found)
            case .page(let page):
                if case .success(let found) = page.extraction() { try body(found) }
            case .skipped: break
            }
        }
        if failures.sources + failures.reports > 0 { throw ExitCode.failure }
    }

    /// How many sources could not be read, or not to their end, and how many single reports of the others.
    struct Failures {
        var sources = 0
        var reports = 0
    }

    /// - Parameter archives: files that are archives whatever their names.
    func forEach(archives: [String] = [], _ body: (Item) throws -> Void) throws -> Failures {
        if let published, Day(published) == nil {
            throw ValidationError("“\(published)” is not a date; write it as 2025-06-30.")
        }
        let (found, failures) = Source.found(at: sources)
        var failed = Failures(sources: failures.count)
        for failure in failures { Lines.complain(failure.description) }
        for source in archives.map({ Source(name: $0, form: .archive) }) + found {
            do {
                try read(source, &failed, body)
            } catch let error as ReadingError {
                failed.sources += 1
                Lines.complain(error.description)
            }
        }
        return failed
    }

    /// Whether any source is an archive.
    func hasArchives(_ named: [String]) -> Bool {
        !named.isEmpty || Source.found(at: sources).sources.contains { $0.form == .archive }
    }

    private func read(_ source: Source, _ failed: inout Failures, _ body: (Item) throws -> Void) throws {
        if source.form == .archive {
            try Archive(source.name).forEachItem { item, _ in
                switch item {
                case .page(let page): try body(.page(page))
                case .skipped(let skip): try body(.skipped(skip))
                }
            }
            return
        }
        try source.forEachExtraction { result in
            switch result {
            case .success(var found):
                found.report.published = found.report.published ?? published
                found.report.outlet = found.report.outlet ?? outlet
                try body(.report(found))
            case .failure(let error):
                failed.reports += 1
                Lines.complain(error.description)
            }
        }
    }
}
