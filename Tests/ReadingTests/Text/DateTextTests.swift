import Testing

@testable import Reading

@Suite struct DateTextTests {
    @Test(arguments: [
        ("2025-06-28", "2025-06-28"),
        ("2025-06-28T23:30:00-03:00", "2025-06-29T02:30:00Z"),
        ("Sat, 28 Jun 2025 18:05:00 +0400", "2025-06-28T14:05:00Z"),
        ("Published on 28 June 2025", "2025-06-28"),
        ("Jun. 28, 2025", "2025-06-28"),
        ("June 28th, 2025 at noon", "2025-06-28"),
        ("2025/6/28", "2025-06-28"),
        ("2025-06-28 21:15:00 +0400", "2025-06-28T17:15:00Z"),
        ("2025-06-28T21:15Z", "2025-06-28T21:15:00Z"),
        ("2025-06-28T21:15:00.123+04:00", "2025-06-28T17:15:00Z"),
        ("20250628T211500Z", "2025-06-28"),
        ("28.06.2025", "2025-06-28"),
        ("28/6/2025", "2025-06-28"),
        ("06/28/2025 4:10 PM", "2025-06-28"),
        ("28-Jun-2025", "2025-06-28"),
        ("Posted: Sat 6:45 PM, Jun 28, 2025 |", "2025-06-28"),
        ("June 28, 2025, 9:15 p.m. EDT", "2025-06-29T01:15:00Z"),
        ("the 28th of June, 2025", "2025-06-28"),
        ("1751130000", "2025-06-28"),
        ("1751130000000", "2025-06-28"),
    ])
    func readsDates(text: String, published: String) { #expect(DateText.published(text) == published) }

    @Test(arguments: [
        "", "6/7/2025", "99999999999999999999", "1-2-3-4-5", "last Saturday", "32 June 2025", "28 Juneau 2025", "June 2025",
    ])
    func findsNoneWhereThereIsNone(text: String) { #expect(DateText.published(text) == nil) }
}
