import ArgumentParser
import Briefing
import Foundation

struct ReadersExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "All that is kept of one reader, or of all, as JSON lines.",
        discussion: """
              demarche readers export reader@example.org
              demarche readers export > readers.jsonl
            """)

    @Argument(help: "An address; all where none is given.")
    var address: String?

    @OptionGroup var options: BriefOptions

    func run() throws {
        let readers = try options.readersFile(options.read())
        guard let address else {
            for reader in try readers.all() { try Lines.json(reader) }
            return
        }
        guard let address = try? Address(address) else { throw ValidationError("That is no mail address.") }
        guard let reader = try readers.reader(address) else {
            Lines.complain("nothing is kept of that address")
            throw ExitCode.failure
        }
        try Lines.json(reader)
    }
}

struct ReadersErase: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Forgets one reader: address, choices, evidence, deliveries.")

    @Argument(help: "The address.")
    var address: String

    @OptionGroup var options: BriefOptions

    func run() throws {
        guard let address = try? Address(address) else { throw ValidationError("That is no mail address.") }
        guard try options.readersFile(options.read()).erase(address) else {
            Lines.complain("nothing was kept of that address")
            throw ExitCode.failure
        }
        Lines.write("nothing is kept of that address any more; a backup may still hold it")
    }
}
