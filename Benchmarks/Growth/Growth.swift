import Coding
import Foundation
import Reading
import Record
import World

/// How a record behaves as it grows: invented reports are read into it until it holds ten thousand, a hundred thousand and a
/// million events, and at each size it is timed what a reader waits for.
///
///     growth [RECORD] [EVENTS…]      10000 100000 1000000 where none are given; the record is kept where it is named
@main
struct Growth {
    static func main() throws {
        let words = CommandLine.arguments.dropFirst()
        let asked = words.compactMap { Int($0) }
        let sizes = (asked.isEmpty ? [10_000, 100_000, 1_000_000] : asked).sorted()
        let kept = words.first { Int($0) == nil }
        let path =
            kept ?? FileManager.default.temporaryDirectory.appendingPathComponent("growth-\(UUID().uuidString).sqlite").path
        defer { if kept == nil { remove(path) } }
        // What an empty record costs is the middle of three, as the disk is not always as quick.
        let empty = try middle(of: 3) {
            let other = path + "-empty"
            defer { remove(other) }
            let record = try Record(path: other)
            var press = try Press()
            return try Span { try read(press.print(1_000), into: record) }
        }
        let record = try Record(path: path)
        var press = try Press()
        tell(
            row(
                "events", "incidents", "MB", "1,000 reports s", "× empty", "of a dossier", "ms", "of a pair", "ms",
                "search median ms", "longest ms"))
        for size in sizes {
            while try record.counts().events < min(size, Self.read) - 12_000 { _ = try record.add(press.print(1_000)) }
            if try record.counts().events < size - 12_000 { try Retelling(of: path).times(size / Self.read) }
            try press.pass(reports: record.counts().reports)
            let added = try middle(of: 3) { try Span { try read(press.print(1_000), into: record) } }
            let counts = try record.counts()
            let all = try Dossier(of: Press.busiest, in: record, evidence: false).entries.map(\.incident)
            let since = all.count > 10_000 ? all[all.count - 10_000].date?.start : nil
            let (ten, tenTime) = try dossier(Press.busiest, in: record, since: since)
            let (one, oneTime) = try dossier(Press.ordinary, in: record)
            let search = try Self.questions.map { question in try warm { _ = try record.search(question) } }
                .sorted { $0.processor < $1.processor }
            let bytes = try URL(fileURLWithPath: path).resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
            tell(
                row(
                    String(counts.events), String(counts.incidents), String(bytes / 1_000_000), added.text(1),
                    String(format: "%.2f (%.2f)", added.wall / empty.wall, added.processor / empty.processor), String(ten),
                    tenTime.text(1_000), String(one), oneTime.text(1_000), search[search.count / 2].text(1_000),
                    search[search.count - 1].text(1_000)))
        }
    }

    /// Words in few reports, in many and in all, one alone, several, and one that goes on.
    private static let questions = [
        "name17", "name17 name18", "officials", "officials name42", "expel diplomats", "\"drone strike\"", "name1*", "press",
    ]

    private static func dossier(_ states: [String], in record: Record, since: Day? = nil) throws -> (incidents: Int, Span) {
        var count = 0
        let time = try warm { count = try Dossier(of: states, in: record, since: since, evidence: false).entries.count }
        return (count, time)
    }

    /// So many events are read; larger records tell them again.
    private static let read = 100_000

    /// Each report in a transaction of its own.
    private static func read(_ reports: [(report: Report, reading: Coder.Reading)], into record: Record) throws {
        for (report, reading) in reports { _ = try record.add(report, reading) }
    }

    private static func remove(_ path: String) {
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }

    /// How long something took, in seconds: by the clock, and of a processor.
    private struct Span {
        let wall: Double
        let processor: Double

        init(_ body: () throws -> Void) rethrows {
            let before = clock()
            let spent = try ContinuousClock().measure(body).components
            wall = Double(spent.seconds) + Double(spent.attoseconds) / 1e18
            processor = Double(clock() - before) / Double(CLOCKS_PER_SEC)
        }

        /// The processor's in parentheses.
        func text(_ unit: Double) -> String { String(format: "%.2f (%.2f)", unit * wall, unit * processor) }
    }

    private static func middle(of count: Int, _ body: () throws -> Span) rethrows -> Span {
        try (0..<count).map { _ in try body() }.sorted { $0.processor < $1.processor }[count / 2]
    }

    /// Of seven times, after one that warms.
    private static func warm(_ body: () throws -> Void) rethrows -> Span {
        try body()
        return try middle(of: 7) { try Span(body) }
    }

    /// At once, also into a file.
    private static func tell(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

    private static func row(_ cells: String...) -> String {
        cells.map { $0.count < 18 ? String(repeating: " ", count: 18 - $0.count) + $0 : $0 }.joined()
    }
}
