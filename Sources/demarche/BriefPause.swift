import ArgumentParser
import Briefing

struct BriefPause: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause", abstract: "Stops sending between two letters, also where another process sends.")

    @OptionGroup var options: BriefOptions

    func run() throws {
        try options.readersFile(options.read()).pause(true)
        Lines.write("sending is paused; `demarche brief resume` lets it go on")
    }
}

struct BriefResume: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Lets sending go on; begin it again with `demarche brief send`.")

    @OptionGroup var options: BriefOptions

    func run() throws {
        try options.readersFile(options.read()).pause(false)
        Lines.write("sending may go on")
    }
}
