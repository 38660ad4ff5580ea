import ArgumentParser
import Briefing
import Desk
import Foundation
import Record

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copies the record with its accounts and readers, also while others write them.",
        discussion: """
            Each file is copied as it stands at one moment, checked against the original and put in its place whole; nothing is
            overwritten. The accounts and the readers of the letter are copied where they are, beside the copy and readable by
            whom they were readable: keep them as private. A copy is used like the original, and restored by putting its files
            where the original's were, while nothing runs.

              demarche backup copies/2025-07-04.sqlite
              demarche backup /mnt/safe/crisis.sqlite --record crisis.sqlite --readers /srv/letter/readers.sqlite
            """)

    @Argument(help: ArgumentHelp("The file to copy the record to.", valueName: "record-copy"))
    var copy: String

    @Option(help: ArgumentHelp("The readers' file, where it is not beside the record.", valueName: "path"))
    var readers: String?

    @OptionGroup var record: RecordOption

    func run() throws {
        // Refuses what is no record.
        _ = try record.reading()
        let accounts = Accounts.path(besides: record.path)
        let readers = readers ?? Readers.path(beside: record.path)
        let backup = Backup()
        try backup.copy(record.path, to: copy)
        var told = [String]()
        if FileManager.default.fileExists(atPath: accounts) {
            try backup.copy(accounts, to: Accounts.path(besides: copy))
            told.append("its accounts")
        }
        if self.readers != nil || FileManager.default.fileExists(atPath: readers) {
            try backup.copy(readers, to: Readers.path(beside: copy))
            told.append("its readers")
        }
        try backup.finish()
        let counts = try Record(path: copy, .read).counts()
        Lines.write(
            "\(copy): \(counts.reports) reports, \(counts.events) events, \(counts.incidents) incidents"
                + told.map { "; \($0)" }.joined())
    }
}
