import Foundation
import Testing

/// Backs up as a user would.
@Suite struct BackupCommandTests {
    private let commands = CommandTests()

    @Test func copiesTheRecordWithItsAccountsAndReaders() throws {
        let folder = try commands.folder()
        func run(_ words: String..., input: String? = nil) throws -> CommandTests.Outcome {
            try commands.run(words, input: input, in: folder)
        }
        func exists(_ name: String) -> Bool {
            FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path)
        }
        #expect(try run("backup", "copy.sqlite").errors.contains("demarche.sqlite: there is no record yet"))
        #expect(try run("read", CommandTests.samples + "/other-pairs").status == 0)
        #expect(try run("backup", "bare.sqlite").status == 0)
        #expect(!exists("bare.accounts.sqlite") && !exists("bare.readers.sqlite"))

        #expect(try run("user", "add", "leyla", "--role", "owner", input: "a long enough password\n").status == 0)
        let settings = "letter W\n  site: https://n.example/\n  from: W <w@n.example>\n  returns: r@n.example\nserver s.example\n"
        try Data(settings.utf8).write(to: folder.appendingPathComponent("briefing.txt"))
        try Data("reader@n.example\n".utf8).write(to: folder.appendingPathComponent("list.csv"))
        let list = try run("readers", "import", "list.csv", "--origin", "list", "--consented", "2025-05-01")
        #expect(list.status == 0, "\(list.errors)")
        let done = try run("backup", "copy.sqlite")
        #expect(done.status == 0, "\(done.errors)")
        #expect(done.output.hasPrefix("copy.sqlite: ") && done.output.contains("; its accounts; its readers"))

        #expect(try run("cite", "--record", "copy.sqlite").output == run("cite").output)
        #expect(try run("user", "list", "--record", "copy.sqlite").output == run("user", "list").output)
        #expect(try run("readers", "export", "--record", "copy.sqlite").output == run("readers", "export").output)

        let again = try run("backup", "copy.sqlite")
        #expect(again.status == 1 && again.errors.contains("copy.sqlite: is there already"))
        #expect(try run("backup", "none/copy.sqlite").errors.contains("none/copy.sqlite: cannot be written"))
        let stray = try run("backup", "other.sqlite", "--readers", "none.sqlite")
        #expect(stray.errors.contains("none.sqlite: there is no such file"))
        #expect(!exists("other.sqlite"), "all of it or nothing")
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix(".") }
        #expect(left.isEmpty, "\(left)")
    }
}
