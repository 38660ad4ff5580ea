import ArgumentParser

struct ReadersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "readers",
        abstract: "The readers of the letter: lists in and out, one person's data, letters that came back.",
        subcommands: [
            ReadersImport.self, ReadersInvite.self, ReadersExport.self, ReadersErase.self, ReadersReturns.self, ReadersSeal.self,
        ])
}
