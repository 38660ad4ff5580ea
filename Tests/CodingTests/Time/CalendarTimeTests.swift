import Reading
import Testing

@testable import Coding

@Suite struct CalendarTimeTests {
    @Test func countsYearsOverTheBirthOfChrist() {
        let year = CalendarTime(year: -1, .year)
        #expect(year.description == "BC0002")
        #expect(year.shifted(by: 2, .year)?.description == "0001")
    }

    @Test func countsDaysBeforeChrist() {
        let day = CalendarTime(year: -479, .day(month: 12, day: 31))
        #expect(day.shifted(by: 1, .day)?.description == "BC0479-01-01")
    }

    @Test(arguments: [(2, "2025-01"), (-11, "2023-12"), (12, "2025-11")])
    func countsMonthsOverYears(count: Int, expected: String) {
        #expect(CalendarTime(year: 2024, .month(11)).shifted(by: count, .month)?.description == expected)
    }

    @Test func goesNoMorePreciselyThanItWasTold() {
        #expect(CalendarTime(year: 2024, .year).shifted(by: 1, .day) == nil)
        #expect(CalendarTime(year: 2024, .year).widened(to: .month) == nil)
        #expect(CalendarTime(year: nil, .month(3)).description == "XXXX-03")
    }

    @Test func numbersWeeksAsISODoes() throws {
        #expect(CalendarTime.week(of: try #require(Day("2024-12-30"))).description == "2025-W01")
        #expect(CalendarTime.week(of: try #require(Day("2021-01-03"))).description == "2020-W53")
        let week = CalendarTime(year: 2025, .week(26))
        #expect(week.days?.lowerBound == Day("2025-06-23"))
    }
}
