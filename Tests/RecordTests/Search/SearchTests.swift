import GRDB
import Reading
import Testing

@testable import Record

@Suite struct SearchTests {
    @Test(arguments: ["summoned", "SUMMONED", "summon* envoy", "\"said b\"", "aœ", "aliyev*", "arrest baku"])
    func findsIncidentsByTheirWords(words: String) throws {
        // The schwa is a letter of its own; accents are not.
        let found = try SmallRecord.make().search(words.replacing("aliyev*", with: "əliyev*"))
        #expect(!found.incidents.isEmpty)
    }

    @Test func findsReportsAndNames() throws {
        let record = try SmallRecord.make()
        #expect(try record.search("envoy rb").reports.map(\.report) == ["rb"])
        #expect(try record.search("ilham").names.map(\.events) == [3])
        #expect(try record.search("nowhere").isEmpty)
        #expect(try record.search("\"*").isEmpty)
        #expect(try record.search("summoned", limit: 1).incidents.count == 1)
    }

    @Test func wordsThatAreInTooMuchBringTheLatestFirst() throws {
        let record = try OurRecord(path: Fixture.path())
        for (id, title) in [("r1", "Envoy envoy envoy"), ("r2", "The envoy and much else of the day")] {
            _ = try record.add(Report(id: id, title: title, text: title), sentences: [], events: [])
        }
        #expect(try record.search("envoy").reports.map(\.report) == ["r1", "r2"])
        #expect(try record.search("envoy", limit: 10, common: 2).reports.map(\.report) == ["r2", "r1"])
        #expect(try record.search("envoy", limit: 10, common: 3).reports.map(\.report) == ["r1", "r2"])
    }

    @Test func forgetsWhatIsGoneAndLearnsWhatIsAnotherNow() throws {
        let record = try SmallRecord.make()
        try record.database.write { db in
            try db.execute(sql: "UPDATE event SET act = 'deport' WHERE id = 'eb'")
            try db.execute(sql: "UPDATE report SET title = 'Ferry' WHERE id = 'ra'")
        }
        #expect(try record.search("deport").incidents.map(\.incident.events) == [["eb"]])
        #expect(try record.search("arrest").incidents.isEmpty)
        #expect(try record.search("ferry").reports.map(\.report) == ["ra"])
        for table in ["report_words", "event_words", "name_words"] {
            try record.database.write { try $0.execute(sql: "INSERT INTO \(table)(\(table)) VALUES ('integrity-check')") }
        }
    }
}
