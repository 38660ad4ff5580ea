import ArgumentParser

@main
struct Demarche: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demarche",
        abstract: "Reads news reports and keeps the record of how states treat each other.",
        discussion: """
            A folder of reports becomes a record, a record the dossier of two states:

              demarche read Samples
              demarche dossier Azerbaijan Russia --evidence

            Exit status: 0 all went well, 1 a source or the record could not be used, 3 a file was written of what could be read
            of its sources, 64 the command was not understood.
            """,
        version: "0.1.0",
        subcommands: [
            Read.self, Watch.self, FeedsCommand.self, DossierCommand.self, TensionCommand.self, SearchCommand.self,
            EventsCommand.self, IncidentsCommand.self, IncidentCommand.self, ReportCommand.self, CorrectCommand.self,
            RecodeCommand.self, BackupCommand.self, ExportCommand.self, CiteCommand.self, ServeCommand.self, UserCommand.self,
            BriefCommand.self,
            ReadersCommand.self, Code.self, Import.self, IncidentsMerge.self, ReportGroupsCommand.self, Extract.self,
            Annotate.self, Parse.self, WorldCommand.self, CorpusCommand.self,
        ])
}
