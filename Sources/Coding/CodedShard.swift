package import Reading
internal import Foundation

/// What `demarche code --reports` wrote: reports, each before its events.
package struct CodedShard: Sendable {
    package private(set) var readings: [(report: Report, reading: Coder.Reading)] = []

    /// - Throws: `ReadingError` where a line is no report with its sentences, nor an event of the report before.
    package init(_ source: Source) throws {
        var current: CodedReport?
        var events: [Event] = []
        var readings: [(report: Report, reading: Coder.Reading)] = []
        func finish() {
            if let current { readings.append((current.report, current.reading(with: events))) }
            events = []
        }
        try source.forEachLine { number, line in
            func wrong(_ cause: String) -> ReadingError {
                ReadingError(
                    "\(source.name), line \(number)", cause, remedy: "write the shard again with `demarche code --reports`")
            }
            do {
                let kind = try JSONDecoder().decode(Kind.self, from: Data(line))
                guard kind.event != nil else {
                    finish()
                    current = try JSONDecoder().decode(CodedReport.self, from: Data(line))
                    return
                }
                let event = try JSONDecoder().decode(Event.self, from: Data(line))
                guard let report = current, event.report == report.report.id,
                    report.sentences.indices.contains(event.sentence.index)
                else { throw wrong("is an event of no report before it") }
                events.append(event)
            } catch is DecodingError {
                throw wrong("is neither a coded report nor an event")
            }
        }
        finish()
        self.readings = readings
    }

    /// Events have an identity of their own, reports have not.
    private struct Kind: Decodable {
        let event: String?
    }
}
