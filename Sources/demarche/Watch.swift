import ArgumentParser
import Coding
import Foundation
import Language
import Reading
import Record

struct Watch: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Asks the record's feeds for what is new, and reads it.",
        discussion: """
            The page of an item is fetched where the feed holds an excerpt only and the host's robots.txt lets it. A feed that
            fails is asked again later, and later each time; `demarche feeds status` tells why. Ends on SIGINT and SIGTERM when
            what is being read is stored.

              demarche watch --interval 30m --contact desk@northern-wire.example
              demarche watch --once
            """)

    @Flag(help: "Ask each feed once, and end. Exit status 1 where one failed.")
    var once = false

    @Option(help: "How long after an answer a feed is asked again, as 90s, 15m or 2h.")
    var interval = Interval(seconds: 900)

    @Flag(name: .customLong("no-copies"), help: "Do not keep the pages that reports are read from.")
    var leavesOutCopies = false

    @OptionGroup var fetching: FetchOptions
    @OptionGroup var record: RecordOption
    @OptionGroup var world: WorldOption

    func run() throws {
        let record = try record.writing()
        guard try !record.subscriptions().isEmpty else {
            Lines.complain("\(record.path): follows no feeds; add one with `demarche feeds add ADDRESS`")
            throw ExitCode.failure
        }
        let coder = try Coder(analyser: .standard(), world: world.world(), ontology: .standard())
        Stop.listen()
        let watcher = Watcher(
            intake: Intake(record: record, coder: coder), visitor: fetching.visitor(),
            interval: interval.seconds, keepsCopies: !leavesOutCopies)
        if once {
            let tally = try watcher.ask(try record.subscriptions().filter { $0.failures == 0 || $0.isDue(at: watcher.now) })
            Lines.write(tally.description)
            if tally.failed > 0 { throw ExitCode.failure }
            return
        }
        try watcher.follow(record)
    }
}

extension Watcher {
    /// Asks each of the record's feeds whenever it is due, until the program is asked to end.
    func follow(_ record: Record) throws {
        while !Stop.isAsked {
            let due = try record.subscriptions().filter { $0.isDue(at: now) }
            if !due.isEmpty { Lines.write(try ask(due).description) }
            let next = try record.subscriptions().map(\.due).min() ?? now + interval
            // Feeds may be added from elsewhere meanwhile.
            Stop.sleep(seconds: min(max(next - now, 1), 60))
        }
    }
}

/// A span of time as people write it: 90s, 15m, 2h; minutes where no unit is given.
struct Interval: ExpressibleByArgument {
    let seconds: Int

    init(seconds: Int) { self.seconds = seconds }

    init?(argument: String) {
        let units = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
        let unit = argument.last.flatMap { units[$0.lowercased()] }
        guard let number = Int(unit == nil ? Substring(argument) : argument.dropLast()), (1...100_000).contains(number) else {
            return nil
        }
        let seconds = number * (unit ?? 60)
        guard (1...30 * 86_400).contains(seconds) else { return nil }
        self.seconds = seconds
    }

    var defaultValueDescription: String { seconds % 60 == 0 ? "\(seconds / 60)m" : "\(seconds)s" }
}
