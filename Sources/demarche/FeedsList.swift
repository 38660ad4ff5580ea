import ArgumentParser
import Record

struct FeedsList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The feeds that are followed, an address and a title a line.")

    @OptionGroup var record: RecordOption

    func run() throws {
        for feed in try record.reading().subscriptions() {
            Lines.write(feed.address + (feed.title.map { "\t\($0)" } ?? ""))
        }
    }
}
