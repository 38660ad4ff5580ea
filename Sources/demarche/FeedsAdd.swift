import ArgumentParser
import Foundation
import Reading
import Record

struct FeedsAdd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Follows feeds, each looked at first.",
        discussion: """
            The address may be that of a web page that names its feed.

              demarche feeds add https://northern-wire.example/ https://m.example/atom.xml
            """)

    @Argument(help: "Addresses of feeds, or of pages that have one.")
    var addresses: [String]

    @Flag(name: .customLong("unseen"), help: "Do not look at the feeds first.")
    var isUnseen = false

    @OptionGroup var fetching: FetchOptions
    @OptionGroup var record: RecordOption

    func run() throws {
        let record = try record.writing()
        let visitor = fetching.visitor()
        var failed = false
        for text in addresses {
            do {
                let address = try WebAddress(text)
                var (found, title) = (address, String?.none)
                if !isUnseen {
                    let named = try visitor.feed(namedAt: address)
                    (found, title) = (named.address, named.feed.title)
                }
                let isNew = try record.follow(found.description, title: title, at: Int(Date().timeIntervalSince1970))
                Lines.write("\(found)\(isNew ? "" : " is followed already")\(title.map { ": \($0)" } ?? "")")
            } catch let error as ReadingError {
                Lines.complain(error.description)
                failed = true
            }
        }
        if failed { throw ExitCode.failure }
    }
}
