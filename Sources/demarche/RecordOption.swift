import ArgumentParser
import Record

/// Which record a command works on.
struct RecordOption: ParsableArguments {
    @Option(name: .customLong("record"), help: ArgumentHelp("The record's file.", valueName: "path"))
    var path = "demarche.sqlite"

    func reading() throws -> Record { try Record(path: path, .read) }
    func writing() throws -> Record { try Record(path: path, .write) }
}
