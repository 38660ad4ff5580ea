import ArgumentParser

struct FeedsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feeds",
        abstract: "The feeds that the record follows.",
        discussion: """
              demarche feeds add https://northern-wire.example/feed
              demarche feeds import subscriptions.opml
              demarche watch --once
              demarche feeds status
            """,
        subcommands: [FeedsAdd.self, FeedsRemove.self, FeedsList.self, FeedsStatus.self, FeedsImport.self, FeedsExport.self])
}
