import ArgumentParser

struct WorldCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "world",
        abstract: "Asks the World who is who, and checks its data.",
        subcommands: [WorldLookup.self, WorldCheck.self])
}
