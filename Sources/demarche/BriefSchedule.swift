import ArgumentParser
import Briefing
import Foundation

struct BriefSchedule: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule",
        abstract: "Tells when the next issues go out, or stays and sends them.",
        discussion: """
              demarche brief schedule
              demarche brief schedule --run
            """)

    @Flag(name: .customLong("run"), help: "Stay, and send each issue when it is due; of several missed only the latest.")
    var stays = false

    @OptionGroup var options: BriefOptions

    func run() throws {
        let settings = try options.read()
        guard let schedule = settings.schedule else {
            throw ValidationError("The settings have no schedule; write “when: friday 07:00 Europe/Berlin” under the letter.")
        }
        guard stays else {
            var date = Date()
            for _ in 0..<5 {
                date = schedule.next(after: date)
                Lines.write("\(schedule.day(of: date))  \(date.formatted(.iso8601))")
            }
            return
        }
        let isStopped = StopSignal.listen()
        let readers = try options.readersFile(settings)
        let publisher = try options.publisher(settings)
        while !isStopped() {
            do {
                switch try publisher.runDue(readers, now: Date(), isStopped: isStopped) {
                case .nothingDue: break
                case .nothingMoved(let day): Lines.complain("nothing moved before \(day); no issue was sent")
                case .sent(let issue): Lines.complain(BriefStatus.line(issue, try readers.tally(of: issue)))
                }
            } catch let error as BriefingError {
                // A server that is down today is tried again.
                Lines.complain(error.description)
            }
            for _ in 0..<60 where !isStopped() { Thread.sleep(forTimeInterval: 0.5) }
        }
    }
}
