import ArgumentParser
import Reading
import Record

struct FeedsExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "The feeds that are followed, as a list other feed readers take (OPML).",
        discussion: """
              demarche feeds export > subscriptions.opml
            """)

    @OptionGroup var record: RecordOption

    func run() throws {
        let outlines = try record.reading().subscriptions().map { OPML.Outline(address: $0.address, title: $0.title) }
        Lines.write(String(OPML.document(of: outlines, title: "Feeds of \(record.path)").dropLast()))
    }
}
