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
                let (found, title) = isUnseen ? (address, nil) : try Self.feed(at: address, visitor)
                let isNew = try record.follow(found.description, title: title, at: Int(Date().timeIntervalSince1970))
                Lines.write("\(found)\(isNew ? "" : " is followed already")\(title.map { ": \($0)" } ?? "")")
            } catch let error as ReadingError {
                Lines.complain(error.description)
                failed = true
            }
        }
        if failed { throw ExitCode.failure }
    }

    /// The feed at an address, or the first that the page there names.
    private static func feed(at address: WebAddress, _ visitor: Visitor) throws -> (WebAddress, title: String?) {
        let response = try visitor.feed(at: address)
        let body = try response.content()
        if let feed = Feed(body, charset: response.charset, address: response.address.description) {
            return (response.movedTo ?? address, feed.title)
        }
        for link in FeedLinks.found(in: body, address: response.address.description) {
            let named = try WebAddress(link)
            let response = try visitor.feed(at: named)
            if let feed = Feed(try response.content(), charset: response.charset, address: response.address.description) {
                return (response.movedTo ?? named, feed.title)
            }
        }
        throw ReadingError(
            address.description, "is no feed, and names none", remedy: "look on the outlet's site for “RSS”, and give its address"
        )
    }
}
