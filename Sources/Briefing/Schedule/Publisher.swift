public import Foundation
public import Coding
public import Reading
public import Record
public import World

/// Makes the issue of a week and sends it when it is due.
public struct Publisher: Sendable {
    public let settings: BriefingSettings
    public let record: Record
    public let world: World
    public let ontology: Ontology

    public init(settings: BriefingSettings, record: Record, world: World, ontology: Ontology) {
        self.settings = settings
        self.record = record
        self.world = world
        self.ontology = ontology
    }

    /// The issue of a day, by the editor's plan for it where there is one.
    public func issue(of day: Day, plan: Plan? = nil, room: Issue.Room = Issue.Room()) throws -> Issue {
        let week = try Week(before: day, of: settings.pairs, in: record, world: world, ontology: ontology)
        return try Issue(week, plan: plan ?? self.plan(of: day), room: room, world: world, ontology: ontology)
    }

    /// The day of the issue that goes out next; a Friday where there is no schedule.
    public func nextDay(after now: Date) -> Day {
        if let schedule = settings.schedule { return schedule.day(of: schedule.next(after: now)) }
        let today = Day(number: Int((now.timeIntervalSince1970 / 86_400).rounded(.down)))
        return today + (12 - today.weekday) % 7
    }

    // MARK: The editor's plan

    /// An empty one where none was kept.
    public func plan(of day: Day) throws -> Plan {
        guard let file = planFile(day), FileManager.default.fileExists(atPath: file.path) else { return Plan() }
        return try Plan(String(contentsOf: file, encoding: .utf8), name: file.lastPathComponent)
    }

    /// Keeps the plan for an issue that has not been sent.
    public func keep(_ plan: Plan, for day: Day) throws(BriefingError) {
        guard let file = planFile(day) else {
            throw BriefingError(
                "the settings", "name no folder for plans", remedy: "write “plans: plans” under the letter, and make that folder")
        }
        do {
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(plan.text.utf8).write(to: file, options: .atomic)
        } catch {
            throw BriefingError(file.path, "cannot be written", remedy: "check its folder and whose it is")
        }
    }

    private func planFile(_ day: Day) -> URL? { settings.plans?.appendingPathComponent("\(day).txt") }

    /// What was done at a time.
    public enum Run: Sendable, Equatable {
        case nothingDue
        /// Nothing had moved in the week, so nothing was sent.
        case nothingMoved(Day)
        case sent(issue: String)
    }

    /// Opens the issue that is due, at most one however many were missed, and sends what is unfinished.
    ///
    /// The first call only notes when it was: what was due before the letter was set up is not sent. So does one before the last
    /// run, as the clock was set back; that an issue is sent once does not hang on it.
    public func runDue(_ readers: Readers, now: Date, isStopped: @escaping @Sendable () -> Bool = { false }) throws -> Run {
        guard let schedule = settings.schedule else { return .nothingDue }
        guard let last = try readers.lastRun, last <= now else {
            try readers.noteRun(now)
            return .nothingDue
        }
        if let run = schedule.due(now: now, last: last) {
            let issue = try issue(of: schedule.day(of: run))
            if issue.sections.isEmpty, issue.foreword.isEmpty {
                try readers.noteRun(run)
                return .nothingMoved(issue.day)
            }
            try readers.open(issue, at: now)
            try readers.noteRun(run)
        }
        var sent = Run.nothingDue
        for id in try readers.unfinished() where !isStopped() {
            try settings.sender(to: readers).send(id, waits: false, isStopped: isStopped)
            sent = .sent(issue: id)
        }
        return sent
    }
}
