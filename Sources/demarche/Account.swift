import Reading

/// What became of the records of archives: how many pages were read, and why the others were not.
struct Account {
    private(set) var pages = 0
    private(set) var skipped: [Archive.Skip: Int] = [:]

    mutating func note(_ skip: Archive.Skip) { skipped[skip, default: 0] += 1 }
    mutating func notePage() { pages += 1 }

    /// "6,000 pages read; not read: 6,012 records that hold no page, 12 not pages"
    func told(as verb: String) -> String {
        let reasons = Archive.Skip.allCases.compactMap { skip in
            skipped[skip].map { "\(Progress.grouped($0)) \(skip.rawValue)" }
        }
        let rest = reasons.isEmpty ? "nothing passed over" : "passed over: " + reasons.joined(separator: ", ")
        return "\(Progress.grouped(pages)) pages \(verb); \(rest)"
    }
}
