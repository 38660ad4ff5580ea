import ArgumentParser
import Briefing
import Foundation

struct BriefTest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Sends an issue to one address of yours, signed and all, with links that end no subscription.")

    @Argument(help: "Your address.")
    var address: String

    @OptionGroup var issue: IssueOptions
    @OptionGroup var options: BriefOptions

    func run() throws {
        guard let address = try? Address(address) else { throw ValidationError("That is no mail address.") }
        let settings = try options.read()
        let issue = try issue.issue(by: options.publisher(settings))
        try settings.sender(to: options.readersFile(settings)).test(issue, to: address, at: Date())
        Lines.write("issue \(issue.id) was sent to the address given")
    }
}
