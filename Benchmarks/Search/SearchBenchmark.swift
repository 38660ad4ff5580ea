import Foundation
import Record

/// Times the search of a record: the median of 15 warm runs for each question, in milliseconds.
///
///     swift run -c release search-benchmark RECORD QUESTION…
@main struct SearchBenchmark {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count > 1 else {
            print("usage: search-benchmark RECORD QUESTION…")
            exit(64)
        }
        let record = try Record(path: arguments[0], .read)
        let counts = try record.counts()
        print("\(counts.reports) reports, \(counts.events) events, \(counts.incidents) incidents")
        var medians: [Double] = []
        for question in arguments.dropFirst() {
            var times: [Double] = []
            var found = 0
            for _ in 0..<15 {
                let start = DispatchTime.now().uptimeNanoseconds
                let results = try record.search(question)
                times.append(Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6)
                found = results.incidents.count + results.reports.count + results.names.count
            }
            medians.append(times.sorted()[times.count / 2])
            print(String(format: "%8.1f ms  %2d found  ", medians[medians.count - 1], found) + question)
        }
        print(String(format: "%8.1f ms  median of all", medians.sorted()[medians.count / 2]))
    }
}
