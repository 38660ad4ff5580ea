import ArgumentParser
import Briefing
import Foundation
import Reading

struct BriefSend: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send",
        abstract: "Sends an issue to its readers, each at most once; begun again, it goes on where it stood.",
        discussion: """
            What an issue says and who gets it is settled when its sending begins. Exit status 1: something has to be looked at.

              demarche brief send
              demarche brief send --on 2025-07-04 --no-wait
            """)

    @OptionGroup var issue: IssueOptions
    @OptionGroup var options: BriefOptions

    @Flag(inversion: .prefixedNo, help: "Stay until letters that the server put off have been tried again.")
    var wait = true

    @Flag(help: "Send again to those of whom it is not known whether the letter came: they may get two.")
    var retryUncertain = false

    func run() throws {
        let isStopped = StopSignal.listen()
        let settings = try options.read()
        let readers = try options.readersFile(settings)
        let id = try issue.day().description
        if try readers.issue(id) == nil { try readers.open(issue.issue(by: options.publisher(settings)), at: Date()) }
        if retryUncertain { _ = try readers.retryUncertain(of: id) }
        try settings.sender(to: readers).send(id, waits: wait, isStopped: isStopped) { tally in
            let all = tally.values.reduce(0, +)
            Lines.complain("issue \(id): \(tally[.accepted] ?? 0) of \(all) letters sent")
        }
        let tally = try readers.tally(of: id)
        Lines.write(BriefStatus.line(id, tally))
        let isOpen = [.waiting, .claimed, .deferred].contains { tally[$0, default: 0] > 0 }
        if isOpen || tally[.uncertain, default: 0] > 0 { throw ExitCode.failure }
    }
}
