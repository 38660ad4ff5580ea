import ArgumentParser
import Foundation
import Reading
import Record

struct FeedsImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Follows the feeds of a feed reader's list (OPML).")

    @Argument(help: "The list's file.")
    var path: String

    @OptionGroup var record: RecordOption

    func run() throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            Lines.complain("\(path): the file cannot be opened; check the path")
            throw ExitCode.failure
        }
        let outlines = try OPML.outlines(in: Array(data), of: path)
        let record = try record.writing()
        var (added, known, failed) = (0, 0, 0)
        for outline in outlines {
            do {
                let address = try WebAddress(outline.address).description
                let isNew = try record.follow(address, title: outline.title, at: Int(Date().timeIntervalSince1970))
                if isNew { added += 1 } else { known += 1 }
            } catch let error as ReadingError {
                Lines.complain(error.description)
                failed += 1
            }
        }
        Lines.write("\(added) feeds added, \(known) already followed, \(failed) failed")
        if failed > 0 { throw ExitCode.failure }
    }
}
