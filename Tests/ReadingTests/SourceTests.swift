import Foundation
import Testing

@testable import Reading

@Suite struct SourceTests {
    /// A folder of its own for each test.
    private func folder() throws -> URL {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("demarche-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return url
    }

    private func read(_ path: String) throws -> (reports: [Report], errors: [ReadingError]) {
        let (sources, failures) = Source.found(at: [path])
        var reports: [Report] = []
        var errors = failures
        for source in sources {
            try source.forEachReport { result in
                switch result {
                case .success(let report): reports.append(report)
                case .failure(let error): errors.append(error)
                }
            }
        }
        return (reports, errors)
    }

    @Test(arguments: [
        ("empty.txt", Data(), "is empty"),
        ("binary.txt", Data([0, 1, 2, 3, 0, 0, 9]), "is not text"),
        ("blank.txt", Data("  \n\n .. \n".utf8), "holds no report text"),
        ("none.html", Data("<html><body><nav>Home</nav></body></html>".utf8), "holds no report text"),
        ("cut.jsonl", Data("{\"id\": \"a\", \"text\": \"Cut sho".utf8), "is not a report in JSON"),
        ("kind.jsonl", Data("{\"id\": \"a\", \"text\": 7}".utf8), "is of the wrong kind"),
        ("date.jsonl", Data("{\"id\": \"a\", \"text\": \"Prose.\", \"published\": \"soon\"}".utf8), "is not a publication date"),
    ])
    func tellsWhatIsWrong(name: String, content: Data, cause: String) throws {
        let file = try folder().appendingPathComponent(name)
        try content.write(to: file)
        let (reports, errors) = try read(file.path)
        #expect(reports.isEmpty)
        let error = try #require(errors.first)
        #expect(error.cause.contains(cause))
        #expect(error.source.hasPrefix(file.path))
        #expect(!error.remedy.isEmpty)
    }

    @Test func readsTheOthersWhereOneIsBad() throws {
        let folder = try folder()
        try Data().write(to: folder.appendingPathComponent("a.txt"))
        try Data("Baku summoned the envoy on Saturday.".utf8).write(to: folder.appendingPathComponent("b.txt"))
        try Data("not a report".utf8).write(to: folder.appendingPathComponent("README.md"))
        let (reports, errors) = try read(folder.path)
        #expect(reports.map(\.text) == ["Baku summoned the envoy on Saturday."])
        #expect(errors.count == 1)
    }

    @Test func refusesTwoHundredMegabytesInOneLine() throws {
        let file = try folder().appendingPathComponent("long.txt")
        #expect(FileManager.default.createFile(atPath: file.path, contents: nil))
        let handle = try FileHandle(forWritingTo: file)
        let chunk = Data(repeating: UInt8(ascii: "a"), count: 1 << 20)
        for _ in 0..<200 { try handle.write(contentsOf: chunk) }
        try handle.close()
        let (reports, errors) = try read(file.path)
        try? FileManager.default.removeItem(at: file)
        #expect(reports.isEmpty)
        #expect(errors.first?.cause.contains("larger than") == true)
    }

    @Test func namesAMissingFile() throws {
        let (_, errors) = try read("/no/such/file.txt")
        #expect(errors.first?.description == "/no/such/file.txt: no such file or folder; check the path")
    }

    @Test func takesTheDayFromAFileName() throws {
        let file = try folder().appendingPathComponent("2025-06-28-envoy.txt")
        try Data("Baku summoned the envoy on Saturday.".utf8).write(to: file)
        #expect(try read(file.path).reports.first?.published == "2025-06-28")
    }
}
