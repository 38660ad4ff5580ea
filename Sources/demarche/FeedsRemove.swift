import ArgumentParser
import Record

struct FeedsRemove: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Follows feeds no more. What was read from them stays.")

    @Argument(help: "Addresses, as `demarche feeds list` tells them.")
    var addresses: [String]

    @OptionGroup var record: RecordOption

    func run() throws {
        let record = try record.writing()
        var failed = false
        for address in addresses where try !record.unfollow(address) {
            Lines.complain("\(address): is not followed; `demarche feeds list` tells what is")
            failed = true
        }
        if failed { throw ExitCode.failure }
    }
}
