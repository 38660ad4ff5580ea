import Testing

@testable import demarche

@Suite struct ProgressTests {
    @Test(arguments: [
        (0, 0, 100, 0, 3, "░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0 %, 0 reports, 0 a second, 0 s left"),
        (50, 0, 100, 12_000, 60, "███████████████░░░░░░░░░░░░░░░ 50 %, 12,000 reports, 200 a second, 60 s left"),
        // What an earlier run did tells nothing of how fast this one is.
        (60, 40, 100, 500, 10, "██████████████████░░░░░░░░░░░░ 60 %, 500 reports, 50 a second, 20 s left"),
        (1, 0, 100, 5, 60, "░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 1 %, 5 reports, 0 a second, 99 min left"),
        (1, 0, 1_000, 5, 600, "░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0 %, 5 reports, 0 a second, 167 h left"),
        (5, 0, 0, 1_234_567, 10, "1,234,567 reports, 123,456 a second"),
    ])
    func tellsHowFar(done: Int, before: Int, total: Int, count: Int, seconds: Int, line: String) {
        #expect(
            Progress.line(done: done, before: before, total: total, count: count, unit: "reports", after: .seconds(seconds))
                == line)
    }
}
