import Coding
import Crypto
import Foundation
import FoundationXML
import GRDB
import Reading
import Testing

@testable import Record

@Suite struct ExportTests {
    private func exported(_ format: Export.Format, _ selection: OurRecord.Selection = OurRecord.Selection()) throws -> String {
        var text = ""
        let export = Export(format, title: "A & <B>", made: "2025-07-02T10:20:30Z") { $0 == "AZE" ? "Azer<baijan" : $0 }
        try export.write(selection, of: SmallRecord.make()) { text += $0 }
        return text
    }

    @Test func tablesEndWithTheirNumberOfRowsAndHoldNoFormula() throws {
        let text = try exported(.csv)
        #expect(text.hasSuffix("# 3 rows\r\n"))
        #expect(text.contains(",\"'=HYPERLINK(\"\"http://x\"\") said"))
        #expect(text.contains("'=cmd|' /C calc'!A0"))
        #expect(text.contains(",-2.0,") && text.contains(",-49.9,"))
        #expect(try exported(.csv, OurRecord.Selection(states: ["FRA"])).split(separator: "\r\n").count == 2)
    }

    @Test(arguments: [Export.Format.rss, .atom, .graphml]) func isWellFormed(format: Export.Format) throws {
        let text = try exported(format)
        let parser = XMLParser(data: Data(text.utf8))
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
        #expect(text.contains("Azer&lt;baijan"))
        #expect(!text.contains("javascript:"))
    }

    @Test func timelineIsJSONWithEscapedHTML() throws {
        let text = try exported(.timeline)
        let value = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let slides = try #require(value["events"] as? [[String: Any]])
        #expect(slides.count == 2)
        let told = try #require((slides[0]["text"] as? [String: String])?["text"])
        #expect(!told.contains("<b>") && !told.contains("javascript:"))
        #expect(try exported(.timeline, OurRecord.Selection(states: ["FRA"])).contains("\"events\":["))
    }

    @Test func calendarLinesAreFoldedAndEscaped() throws {
        let text = try exported(.calendar)
        let lines = text.components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") })
        let unfolded = text.replacing("\r\n ", with: "")
        #expect(unfolded.contains("DTSTART;VALUE=DATE:20250628\r\nDTEND;VALUE=DATE:20250629"))
        #expect(unfolded.contains("DTSTAMP:20250702T102030Z"))
        #expect(unfolded.contains("LOCATION:Bakı\\; \"Baku\""))
        #expect(unfolded.contains("GEO:40.4;-49.9"))
        #expect(!unfolded.contains("URL:javascript"))
        #expect(unfolded.components(separatedBy: "BEGIN:VEVENT").count == 3)
    }

    @Test func hasTheColumnsOfGDELTAndPOLECAT() throws {
        let gdelt = try exported(.gdelt).split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false)
        }
        #expect(gdelt.map(\.count) == [61, 61])
        let summoned = try #require(gdelt.first { $0[1] == "20250628" })
        #expect(summoned[5] == "AZEGOV" && summoned[26] == "114" && summoned[28] == "11" && summoned[29] == "3")
        let polecat = try exported(.polecat).split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false)
        }
        #expect(polecat.map(\.count) == [40, 40, 40, 40])
    }

    @Test func everyActHasACode() throws {
        let codes = try CAMEO.standard().codes
        #expect(try Set(Ontology.standard().acts.keys) == Set(codes.keys))
    }

    @Test func theHashOfACitationIsThatOfTheLines() throws {
        let lines = try exported(.jsonl)
        let hash = SHA256.hash(data: Data(lines.utf8)).map { String(format: "%02x", $0) }.joined()
        let snapshot = try Snapshot(of: OurRecord.Selection(), in: SmallRecord.make())
        #expect(snapshot.hash == hash)
        #expect(snapshot.incidents == 3 && snapshot.reports == 3)
        let citation = Citation(snapshot, subject: "A_1 & {B}", day: Day("2025-07-02")!, version: "0.1.0")
        for format in Citation.Format.allCases { #expect(try citation.text(format).contains(hash)) }
        #expect(try citation.text(.bibtex).contains("A\\_1 \\& \\{B\\}"))
        #expect(try citation.text(.ris).hasSuffix("ER  - \r\n"))
        let items = try JSONSerialization.jsonObject(with: Data(citation.text(.csl).utf8)) as? [[String: Any]]
        #expect(items?.first?["type"] as? String == "dataset")
    }

    @Test func theCopyIsAWholeRecordWithViews() throws {
        let record = try SmallRecord.make()
        let path = record.path + ".copy"
        try record.copy(to: path)
        #expect(try OurRecord(path: path, .read).counts().incidents == 3)
        for view in ["reports", "events", "incidents", "pairs"] {
            #expect(try DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(view)") ?? 0 } > 0)
        }
        #expect(throws: OurRecordError.self) { try record.copy(to: path) }
    }
}
