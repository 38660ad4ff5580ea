public import Foundation
internal import Reading

/// The annotated reports of a folder, and which are for training, for choosing and for reporting.
public struct Corpus: Sendable {
    public enum Part: String, Sendable, CaseIterable, Codable {
        case train, dev, test
    }

    public let reports: [AnnotatedReport]
    public let problems: [CorpusReader.Problem]
    private let parts: [String: Part]

    /// - Parameter folder: with `reports/*.txt` and, where there is a split, `split.txt`; or a folder of reports itself.
    /// - Throws: where the folder cannot be read.
    public init(folder: URL, reader: CorpusReader) throws {
        let files = FileManager.default
        let inner = folder.appendingPathComponent("reports")
        let holder = files.fileExists(atPath: inner.path) ? inner : folder
        var reports: [AnnotatedReport] = []
        var problems: [CorpusReader.Problem] = []
        for name in try files.contentsOfDirectory(atPath: holder.path).sorted()
        where name.hasSuffix(".txt") && name != "split.txt" {
            let text = try String(contentsOf: holder.appendingPathComponent(name), encoding: .utf8)
            let (report, found) = reader.read(text, file: name)
            problems += found
            if let report {
                reports.append(report)
            } else {
                problems.append(CorpusReader.Problem(file: name, line: 1, cause: "the head or the sentences are not whole"))
            }
        }
        self.reports = reports
        var parts: [String: Part] = [:]
        let split = folder.appendingPathComponent("split.txt")
        if files.fileExists(atPath: split.path) {
            let known = Set(reports.map(\.id))
            for (index, line) in try String(contentsOf: split, encoding: .utf8).split(separator: "\n").enumerated()
            where line.first != "#" {
                let halves = line.split(separator: ":", maxSplits: 1)
                guard halves.count == 2, let part = Part(rawValue: String(halves[0])) else {
                    problems.append(
                        CorpusReader.Problem(file: "split.txt", line: index + 1, cause: "expected “dev: c0001 c0002”"))
                    continue
                }
                for id in halves[1].split(separator: " ").map(String.init) {
                    if !known.contains(id) || parts.updateValue(part, forKey: id) != nil {
                        problems.append(
                            CorpusReader.Problem(file: "split.txt", line: index + 1, cause: "\(id) is no report, or stands twice")
                        )
                    }
                }
            }
        }
        self.parts = parts
        self.problems = problems
    }

    public func part(of report: AnnotatedReport) -> Part { parts[report.id] ?? .train }
}
