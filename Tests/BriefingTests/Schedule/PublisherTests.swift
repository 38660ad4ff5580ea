import Foundation
import Reading
import Record
import Testing

@testable import Briefing

@Suite struct PublisherTests {
    /// Over a record in which nothing moves.
    private func publisher() throws -> Publisher {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("publisher-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent("briefing.txt")
        try Data(
            """
            letter The Friday briefing
              site: https://news.example.org/
              from: Demarche <briefing@example.org>
              returns: returns@example.org
              when: friday 07:00 UTC
            server smtp.example.org

            """.utf8
        ).write(to: file)
        return Publisher(
            settings: try BriefingSettings(file), record: try Record(), world: try IssueTests.world.get(),
            ontology: try IssueTests.ontology.get())
    }

    private func date(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

    @Test func aClockThatWasWrongDoesNotSilenceTheLetter() throws {
        let (publisher, readers) = (try publisher(), try Readers(path: ReadersTests.path()))
        func run(_ now: String) throws -> Publisher.Run { try publisher.runDue(readers, now: date(now)) }
        #expect(try run("2025-07-01T00:00:00Z") == .nothingDue, "what was due before is not sent")
        let early = try #require(Day("2031-01-03"))
        #expect(try run("2031-01-05T00:00:00Z") == .nothingMoved(early))
        #expect(try run("2025-07-01T00:01:00Z") == .nothingDue)
        #expect(try run("2025-07-04T06:59:00Z") == .nothingDue)
        let friday = try #require(Day("2025-07-04"))
        #expect(try run("2025-07-04T07:00:00Z") == .nothingMoved(friday))
        #expect(try run("2025-07-04T07:01:00Z") == .nothingDue)
    }
}
