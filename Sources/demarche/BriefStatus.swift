import ArgumentParser
import Briefing
import Foundation

struct BriefStatus: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "How many letters of each issue were sent, and how many readers there are.",
        discussion: """
            Readers are named by an identity that tells nothing of who they are.

              demarche brief status --uncertain 2025-07-04
            """)

    @Option(help: "List the readers of an issue of whom it is not known whether the letter came.")
    var uncertain: String?

    @OptionGroup var options: BriefOptions

    func run() throws {
        let readers = try options.readersFile(options.read())
        if let uncertain {
            for id in try readers.readers(of: uncertain, in: .uncertain) { Lines.write(id) }
            return
        }
        let counts = try readers.counts()
        Lines.write(
            "readers: \(counts[.active] ?? 0) active, \(counts[.pending] ?? 0) to confirm, \(counts[.left] ?? 0) left, \(counts[.suppressed] ?? 0) suppressed"
                + (try readers.isPaused ? "; sending is paused" : ""))
        for issue in try readers.issues() { Lines.write(Self.line(issue.id, try readers.tally(of: issue.id))) }
    }

    static func line(_ issue: String, _ tally: [DeliveryState: Int]) -> String {
        let parts = DeliveryState.allCases.compactMap { state in tally[state].map { "\($0) \(state.rawValue)" } }
        return "issue \(issue): " + (parts.isEmpty ? "no readers" : parts.joined(separator: ", "))
    }
}
