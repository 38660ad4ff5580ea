import Foundation
import GRDB
import Language
import Reading
import Testing

@testable import Coding
@testable import Record

/// Records that older versions made.
@Suite struct VersionsTests {
    @Test func mergesAnewWhatTheFirstVersionHeld() throws {
        let reports = MergingTests.reports(20, seed: 5)
        let path = Fixture.path()
        let queue = try DatabaseQueue(path: path)
        try Schema.migrator(.standard()).migrate(queue, upTo: "1 reports, events, incidents")
        try queue.write { db in
            for (report, reading) in reports {
                try db.execute(
                    sql: "INSERT INTO report (id, outlet, published, text) VALUES (?, ?, ?, ?)",
                    arguments: [report.id, report.outlet, report.published, report.text])
                for sentence in reading.sentences {
                    try db.execute(
                        sql: "INSERT INTO sentence (report, number, start, end, text) VALUES (?, ?, ?, ?, ?)",
                        arguments: [report.id, sentence.index, sentence.start, sentence.end, sentence.text])
                }
                for event in reading.events {
                    try db.execute(
                        sql: """
                            INSERT INTO event (id, report, sentence, actor, recipient, type, act, start, end, pair, json)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """,
                        arguments: [
                            event.id, event.report, event.sentence.index, event.actor.key, event.recipient?.key ?? "",
                            event.type.rawValue, event.act, event.date?.start.description, event.date?.end.description,
                            OurRecord.pair(event.actor.key, event.recipient?.key ?? ""), try OurRecord.json(event),
                        ])
                }
            }
        }
        try queue.close()
        #expect(try OurRecord(path: path).incidents() == Fixture.record(of: reports).incidents())
        #expect(try OurRecord(path: path).counts().reports == 20)
    }
}
