import Foundation
import Testing

/// Tension, exports, citations and search, as a user would call them.
extension CommandTests {
    @Test func showsTensionExportsCitesAndSearches() throws {
        let folder = try folder()
        #expect(try run("read", Self.samples + "/azerbaijan-russia", in: folder).status == 0)

        let tension = try run("tension", "Azerbaijan", "russia", in: folder)
        #expect(tension.status == 0, "\(tension.errors)")
        #expect(tension.output.contains("not a forecast"))
        #expect(tension.output.contains("too few reports"))
        let weeks = try run("tension", "AZE", "RUS", "--since", "2025-06-01", "--json", in: folder)
        for line in weeks.output.split(separator: "\n") {
            let week = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            #expect((week["index"] is NSNull) == (week["band90"] is NSNull))
            #expect(try #require(week["week"] as? String) > "2025-05-25")
        }
        #expect(try run("tension", "AZE", "AZE", in: folder).status == 64)
        #expect(try run("tension", "AZE", "RUS", "--since", "soon", in: folder).errors.contains("is not a date"))

        let table = try run("export", "AZE", "RUS", "--format", "csv", "-o", "table.csv", in: folder)
        #expect(table.status == 0, "\(table.errors)")
        let rows = try String(contentsOf: folder.appendingPathComponent("table.csv"), encoding: .utf8)
        #expect(rows.split(separator: "\r\n").last?.hasPrefix("# ") == true)
        #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("table.csv.partial").path))
        #expect(try run("export", "--format", "sqlite", in: folder).status == 64)
        #expect(try run("export", "AZE", "--format", "sqlite", "-o", "a.sqlite", in: folder).status == 64)
        #expect(try run("export", "-o", "/no/such/folder/x.csv", in: folder).errors.contains("cannot be made"))
        #expect(
            try run("export", "AZE", "RUS", "--format", "jsonl", in: folder).output
                == run("incidents", "AZE", "RUS", in: folder).output)
        #expect(try run("cite", "AZE", "RUS", in: folder).output.contains("@misc{demarche-"))

        let found = try run("search", "ambassador", "summoned", in: folder)
        #expect(found.output.contains("Reports"))
        #expect(try run("search", "\"'*( AND NEAR", "zzzz", in: folder).errors.contains("nothing in"))
    }
}
