import Foundation
import Reading
import Testing

@testable import Briefing

@Suite struct ScheduleTests {
    private func date(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

    @Test(
        arguments: [
            ("friday 07:00 Europe/Berlin", "2025-03-20T12:00:00Z", "2025-03-21T06:00:00Z"),
            // Summer time begins on 30 March 2025.
            ("friday 07:00 Europe/Berlin", "2025-03-28T06:00:00Z", "2025-04-04T05:00:00Z"),
            // It ends on 26 October 2025.
            ("friday 07:00 Europe/Berlin", "2025-10-24T05:00:00Z", "2025-10-31T06:00:00Z"),
            // An hour that is skipped: half past two comes as half past three.
            ("sunday 02:30 Europe/Berlin", "2025-03-29T12:00:00Z", "2025-03-30T01:30:00Z"),
            // An hour that comes twice: the first counts, and counts once.
            ("sunday 02:30 Europe/Berlin", "2025-10-25T12:00:00Z", "2025-10-26T00:30:00Z"),
            ("sunday 02:30 Europe/Berlin", "2025-10-26T00:30:00Z", "2025-11-02T01:30:00Z"),
            ("friday 00:00 Asia/Baku", "2025-07-01T00:00:00Z", "2025-07-03T20:00:00Z"),
            ("friday 23:59 America/New_York", "2025-07-04T12:00:00Z", "2025-07-05T03:59:00Z"),
            // Summer time of half an hour.
            ("sunday 02:15 Australia/Lord_Howe", "2025-10-03T12:00:00Z", "2025-10-04T15:45:00Z"),
            // Samoa had no 30 December 2011, a Friday.
            ("friday 07:00 Pacific/Apia", "2011-12-28T12:00:00Z", "2011-12-30T17:00:00Z"),
            ("friday 07:00 UTC", "2025-07-04T07:00:00Z", "2025-07-11T07:00:00Z"),
            ("friday 07:00 UTC", "2025-07-04T06:59:59Z", "2025-07-04T07:00:00Z"),
        ])
    func knowsTheNextRun(_ schedule: String, _ after: String, _ next: String) throws {
        #expect(try Schedule(schedule).next(after: date(after)) == date(next))
    }

    @Test(
        arguments: [
            // Nothing is due, it is due, it was done.
            ("2025-07-04T04:59:59Z", "2025-06-27T05:00:00Z", nil),
            ("2025-07-04T05:00:00Z", "2025-06-27T05:00:00Z", "2025-07-04T05:00:00Z"),
            ("2025-07-04T09:00:00Z", "2025-07-04T05:00:00Z", nil),
            // Missed by a machine that was off: caught up once, however many were missed.
            ("2025-07-06T12:00:00Z", "2025-06-27T05:00:00Z", "2025-07-04T05:00:00Z"),
            ("2025-07-30T12:00:00Z", "2025-06-27T05:00:00Z", "2025-07-25T05:00:00Z"),
            // A clock that was set back.
            ("2025-07-01T00:00:00Z", "2025-07-04T05:00:00Z", nil),
        ])
    func knowsWhatIsDue(_ now: String, _ last: String, _ due: String?) throws {
        let schedule = try Schedule("friday 07:00 Europe/Berlin")
        #expect(try schedule.due(now: date(now), last: date(last)) == due.map(date))
    }

    @Test func runsOnceAWeekThroughAYearOfChanges() throws {
        for zone in [
            "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Auckland",
        ] {
            let schedule = try Schedule("friday 02:30 \(zone)")
            var now = try date("2025-01-01T00:00:00Z")
            var last = now
            var runs = 0
            while now < (try date("2026-01-01T00:00:00Z")) {
                if let run = schedule.due(now: now, last: last) {
                    #expect(schedule.day(of: run).weekday == 5)
                    last = run
                    runs += 1
                }
                now += 1800
            }
            #expect((52...53).contains(runs), "\(zone)")
        }
    }

    @Test(arguments: [
        "", "friday", "friday 07:00", "freitag 07:00 UTC", "friday 24:00 UTC", "friday 7 UTC", "friday 07:00 Mars/Base",
    ])
    func whatIsNoScheduleIsRefused(_ text: String) { #expect(throws: BriefingError.self) { try Schedule(text) } }
}
