import ArgumentParser
import Briefing
import Foundation

struct ReadersReturns: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "returns",
        abstract: "Reads letters that came back and complaints, from a mailbox file or as the mail server pipes them in.",
        discussion: """
              demarche readers returns /var/mail/returns
              returns: "|demarche readers returns - --settings /etc/demarche/briefing.txt"     (in /etc/aliases)
            """)

    @Argument(help: "A mailbox (mbox), or - for one message piped in.")
    var file: String

    @OptionGroup var options: BriefOptions

    func run() throws {
        let settings = try options.read()
        let data =
            file == "-" ? try FileHandle.standardInput.readToEnd() ?? Data() : try Data(contentsOf: URL(fileURLWithPath: file))
        let result = try options.readersFile(settings).take(MailboxFile(Array(data)), returns: settings.head.returns, at: Date())
        Lines.write(
            "\(result.reports) letters returned, \(result.complaints) complaints, \(result.others) other messages; \(result.suppressed) readers suppressed"
        )
    }
}
