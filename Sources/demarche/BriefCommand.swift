import ArgumentParser

struct BriefCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "brief",
        abstract: "Makes the Friday briefing, a letter of what moved in a week, and sends it to its readers.",
        discussion: """
            The settings say whose letter it is and which server takes it (Documentation/briefing.md).

              demarche brief preview --on 2025-07-04
              demarche brief test editor@example.org --settings briefing.txt
              demarche brief send --settings briefing.txt
            """,
        subcommands: [
            BriefPreview.self, BriefTest.self, BriefSend.self, BriefStatus.self, BriefPause.self, BriefResume.self,
            BriefSchedule.self, BriefKey.self,
        ])
}
