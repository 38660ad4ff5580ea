import Foundation
import Language

/// Measures the Language stage on the texts of standard input, parted by form feeds: medians of CPU time, one thread.
@main struct Throughput {
    static func main() throws {
        let input = FileHandle.standardInput.readDataToEndOfFile()
        let texts = String(decoding: input, as: UTF8.self).split(separator: "\u{0C}").map(String.init)
        let (analyser, loading) = try timed { try Analyser.standard() }
        print("loading    \(Int((loading * 1_000).rounded())) ms")
        let tokens = texts.reduce(0) { $0 + ScannedText($1).tokens.count }
        print("tokens     \(tokens) in \(texts.count) texts")

        let scanning = median(of: 15) { for text in texts { _ = ScannedText(text) } }
        print("scanning   \(Int(Double(tokens) / scanning)) tokens per CPU-second")
        let reading = median(of: 5) { for text in texts { _ = analyser.sentences(of: ScannedText(text)) } }
        print("analysis   \(Int(Double(tokens) / reading)) tokens per CPU-second, from text to trees and names")

        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
        print("resident   \((Int(peak.filter(\.isNumber)) ?? 0) / 1_024) MB at most")
    }

    private static func timed<Result>(_ work: () throws -> Result) rethrows -> (Result, Double) {
        let start = processorTime()
        let result = try work()
        return (result, processorTime() - start)
    }

    private static func median(of count: Int, _ work: () -> Void) -> Double {
        (0..<count).map { _ in timed(work).1 }.sorted()[count / 2]
    }

    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
