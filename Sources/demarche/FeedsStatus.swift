import ArgumentParser
import Foundation
import Record

struct FeedsStatus: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "How each feed is doing: when it was asked, what it brought, what is wrong with it.")

    @OptionGroup var record: RecordOption

    func run() throws {
        let feeds = try record.reading().subscriptions()
        for feed in feeds {
            Lines.write(feed.title.map { "\($0)  \(feed.address)" } ?? feed.address)
            let asked = feed.checked.map { "asked \(Self.told($0))" } ?? "not asked yet"
            Lines.write("    \(asked), \(feed.reports) reports")
            if let error = feed.error {
                Lines.write("    failed \(feed.failures) times, again after \(Self.told(feed.due)): \(error)")
            }
        }
        let failing = feeds.count { $0.failures > 0 }
        Lines.write("\(feeds.count) feeds, \(failing) failing, \(feeds.reduce(0) { $0 + $1.reports }) reports")
    }

    private static func told(_ seconds: Int) -> String {
        Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
    }
}
