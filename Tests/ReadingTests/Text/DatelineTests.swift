import Testing

@testable import Reading

@Suite struct DatelineTests {
    @Test(
        arguments: [
            ("BAKU (AP) — The ministry summoned the envoy.", "BAKU", "AP"),
            ("FORT WORTH, Texas – A man was arrested.", "FORT WORTH, Texas", nil),
            ("MADRID — Talks went on.", "MADRID", nil),
            ("NEW YORK/LONDON (Northern Wire) - Oil fell.", "NEW YORK/LONDON", "Northern Wire"),
        ] as [(String, String, String?)])
    func isRead(line: String, place: String, agency: String?) {
        let dateline = Dateline(line)
        #expect(dateline?.place == place)
        #expect(dateline?.agency == agency)
    }

    @Test(arguments: [
        "The envoy — a friend — left.", "Baku – it rained.", "— Yes", "2025 — a year", "", "A long line without any mark at all",
    ])
    func isNotSeenInProse(line: String) { #expect(Dateline(line) == nil) }
}
