import Coding
import Reading
import Record

/// Takes reports into a record: what is new is understood and stored with its events.
struct Intake: Sendable {
    let record: Record
    let coder: Coder

    /// - Parameter copy: the page the report was read from, to be kept with it.
    func take(_ report: Report, copy: PageCopy? = nil) throws -> Record.Addition {
        try record.take(report, copy: copy) { coder }
    }
}
