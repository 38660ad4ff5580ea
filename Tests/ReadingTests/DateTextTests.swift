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
    ])
    func readsDates(text: String, published: String) { #expect(DateText.published(text) == published) }

    @Test(arguments: ["", "last Saturday", "32 June 2025", "28 Juneau 2025", "June 2025"])
    func findsNoneWhereThereIsNone(text: String) { #expect(DateText.published(text) == nil) }
}
