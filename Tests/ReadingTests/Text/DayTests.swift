import Testing

@testable import Reading

@Suite struct DayTests {
    @Test(arguments: ["1970-01-01", "2000-02-29", "2024-12-31", "2025-06-28", "0001-01-01", "9999-12-31"])
    func readsWhatItWrites(iso: String) throws {
        let day = try #require(Day(iso))
        #expect(day.description == iso)
        #expect(Day(number: day.number) == day)
    }

    @Test(arguments: ["2025-02-29", "2025-13-01", "2025-6-1", "25-06-01", "2025-06-31", "yesterday", "", "2025-06-28x"])
    func refusesWhatIsNoDay(text: String) { #expect(Day(text) == nil) }

    @Test func knowsTheWeekday() throws {
        #expect(try #require(Day("2025-06-30")).weekday == 1)
        #expect(try #require(Day("2024-12-29")).weekday == 7)
        #expect(try #require(Day("1969-12-31")).weekday == 3)
    }

    @Test func takesTheDayOfAnInstant() { #expect(Day("2025-06-28T23:10:00Z")?.description == "2025-06-28") }
}
