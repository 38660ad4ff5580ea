import Coding
import Foundation
import Reading
import Record
import World

/// How a record behaves as it grows: invented reports are read into it until it holds ten thousand, a hundred thousand and a
/// million events, and at each size it is timed what a reader waits for.
///
///     growth [EVENTS…]      10000 100000 1000000 where none are given
@main
struct Growth {
    static func main() throws {
        let asked = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        let sizes = (asked.isEmpty ? [10_000, 100_000, 1_000_000] : asked).sorted()
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("growth-\(UUID().uuidString).sqlite").path
        defer { for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) } }
        let record = try Record(path: path)
        var press = Press()

        let empty = try seconds { try press.print(1_000, into: record) }
        print(row("events", "incidents", "MB", "1,000 reports s", "× empty", "dossier incidents", "ms", "all at once ms"))
        for size in sizes {
            while try record.counts().events < size - 4_000 { try press.print(1_000, into: record) }
            let added = try seconds { try press.print(1_000, into: record) }
            let counts = try record.counts()
            let states = Press.busiest
            let entries = try Dossier(of: states, in: record, evidence: false).entries.count
            let listed = try median { _ = try Dossier(of: states, in: record, evidence: false).entries.count }
            let bytes = try URL(fileURLWithPath: path).resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
            let since = press.days(ofIncidents: 10_000, of: entries)
            let ten = try median {
                _ = try Dossier(of: states, in: record, since: since, evidence: false).entries.count
            }
            print(
                row(
                    String(counts.events), String(counts.incidents), String(bytes / 1_000_000), format(added),
                    format(added / empty), String(entries), format(ten * 1_000), format(listed * 1_000)))
        }
    }

    private static func seconds(_ body: () throws -> Void) rethrows -> Double {
        let clock = ContinuousClock()
        let spent = try clock.measure(body).components
        return Double(spent.seconds) + Double(spent.attoseconds) / 1e18
    }

    /// Of seven times, after one that warms.
    private static func median(_ body: () throws -> Void) rethrows -> Double {
        try body()
        return try (0..<7).map { _ in try seconds(body) }.sorted()[3]
    }

    private static func format(_ number: Double) -> String { String(format: "%.2f", number) }

    private static func row(_ cells: String...) -> String {
        cells.map { $0.count < 18 ? String(repeating: " ", count: 18 - $0.count) + $0 : $0 }.joined()
    }
}
