import ArgumentParser
import Briefing
import Coding
import Foundation
import Reading
import Record
import Synchronization
import World

/// Whose letter it is, from which record, to which readers.
struct BriefOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The settings of the letter.", valueName: "file"))
    var settings = "briefing.txt"

    @Option(help: ArgumentHelp("The readers' file (default: beside the record).", valueName: "path"))
    var readers: String?

    @OptionGroup var record: RecordOption

    func read() throws -> BriefingSettings { try BriefingSettings(URL(fileURLWithPath: settings)) }

    func readersFile(_ settings: BriefingSettings) throws -> Readers {
        try Readers(path: readers ?? Readers.path(beside: record.path), vault: settings.vault)
    }

    func publisher(_ settings: BriefingSettings) throws -> Publisher {
        Publisher(
            settings: settings, record: try record.reading(), world: try World.standard(), ontology: try Ontology.standard())
    }
}

/// Which issue: its day and the editor's plan.
struct IssueOptions: ParsableArguments {
    @Option(help: "The day the issue appears on, as 2025-07-04 (default: the last Friday).")
    var on: String?

    @Option(help: ArgumentHelp("The editor's plan.", valueName: "file"))
    var plan: String?

    func day() throws -> Day {
        if let on {
            guard let day = Day(on) else { throw ValidationError("“\(on)” is not a date; write it as 2025-07-04.") }
            return day
        }
        let today = Day(number: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down)))
        return today - (today.weekday + 2) % 7
    }

    func issue(by publisher: Publisher) throws -> Issue {
        let plan = try plan.map { try Plan(String(contentsOfFile: $0, encoding: .utf8), name: $0) }
        return try publisher.issue(of: day(), plan: plan)
    }
}

/// Global, as a signal's handler may capture nothing.
private let isRequested = Atomic(false)

/// Told to stop by the system or the terminal, a sender stops between two letters.
enum StopSignal {
    static func listen() -> @Sendable () -> Bool {
        isRequested.store(false, ordering: .relaxed)
        for kind in [SIGTERM, SIGINT] {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { _ in isRequested.store(true, ordering: .relaxed) }
            sigaction(kind, &action, nil)
        }
        return { isRequested.load(ordering: .relaxed) }
    }
}
