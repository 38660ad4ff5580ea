import ArgumentParser
import Reading

/// The reports behind the sources a user named; what is wrong with one is told and the others are still read.
struct Inbox {
    let sources: [String]
    /// For reports that do not tell it themselves.
    let published: String?
    let outlet: String?

    /// - Throws: `ExitCode.failure` at the end, where any source or report could not be read.
    func forEach(_ body: (Report) throws -> Void) throws {
        if let published, Day(published) == nil {
            throw ValidationError("“\(published)” is not a date; write it as 2025-06-30.")
        }
        let (found, failures) = Source.found(at: sources)
        var failed = failures.count
        for failure in failures { Lines.complain(failure.description) }
        for source in found {
            try source.forEachReport { result in
                switch result {
                case .success(var report):
                    report.published = report.published ?? published
                    report.outlet = report.outlet ?? outlet
                    try body(report)
                case .failure(let error):
                    failed += 1
                    Lines.complain(error.description)
                }
            }
        }
        if failed > 0 { throw ExitCode.failure }
    }
}
