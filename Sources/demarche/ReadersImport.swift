import ArgumentParser
import Briefing
import Foundation
import Reading

struct ReadersImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Takes in a list: an address a line, then a comma and pairs such as AZE-RUS where wanted.",
        discussion: """
            Without --consented each gets the letter that asks to confirm (`demarche readers invite`). Who left, complained or
            could not be reached is not taken in again.

              demarche readers import list.csv --origin "Conference 2025, sheet of the desk" --consented 2025-05-01
            """)

    @Argument(help: "A file, or - for what is piped in.")
    var file: String

    @Option(help: "Where the list comes from, kept as evidence.")
    var origin: String

    @Option(help: "The day they agreed, where you can show that they did.")
    var consented: String?

    @OptionGroup var options: BriefOptions

    func run() throws {
        let consent = try consented.map { text in
            guard let day = Day(text) else { throw ValidationError("“\(text)” is not a date; write it as 2025-05-01.") }
            return Date(timeIntervalSince1970: Double(day.number * 86_400))
        }
        let data =
            file == "-" ? try FileHandle.standardInput.readToEnd() ?? Data() : try Data(contentsOf: URL(fileURLWithPath: file))
        let result = try options.readersFile(options.read()).add(
            list: String(decoding: data, as: UTF8.self), origin: origin, wording: "imported: \(origin)", consent: consent,
            at: Date())
        Lines.write(
            "\(result.added) added, \(result.known) known already, \(result.suppressed) left out as they left or could not be reached"
        )
        guard result.wrong.isEmpty else {
            let lines = result.wrong.prefix(20).map(String.init).joined(separator: ", ")
            Lines.complain(
                "\(result.wrong.count) lines are no address, or name no pair: \(lines)\(result.wrong.count > 20 ? " …" : "")")
            throw ExitCode.failure
        }
    }
}

struct ReadersInvite: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite", abstract: "Sends those of an import the one letter that asks to confirm.")

    @OptionGroup var options: BriefOptions

    func run() throws {
        let settings = try options.read()
        let readers = try options.readersFile(settings)
        let sender = try settings.sender(to: readers)
        var (sent, failed) = (0, 0)
        for invitation in try readers.invitations(at: Date()) {
            do {
                try sender.invite(invitation, at: Date())
                sent += 1
            } catch {
                failed += 1
                Lines.complain("\(error)")
            }
        }
        Lines.write("\(sent) asked to confirm, \(failed) not")
        if failed > 0 { throw ExitCode.failure }
    }
}
