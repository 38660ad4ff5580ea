import ArgumentParser
import Coding
import Foundation
import Record
import World

struct CorrectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: "Corrects the record by hand: confirm, reject, recode, merge, split; and the log of it.",
        discussion: """
            A correction has an author and a reason, and is never lost when reports are read or coded again. Of two that
            contradict each other the later stands; the log keeps both.

              demarche correct confirm i6fa5f78 --reason "the ministry's own page says so"
              demarche correct reject e1b2c3 --reason "about a football match"
              demarche correct recode e1b2c3 --act deny --status happened --reason "it denies, it does not admit"
              demarche correct merge i6fa5f78 i9d0e8ed --reason "one call, told by both sides"
              demarche correct split i6fa5f78 e1b2c3 e4d5f6 --reason "these are of the second raid"
              demarche correct log
            """,
        subcommands: [
            CorrectConfirm.self, CorrectReject.self, CorrectRecode.self, CorrectMerge.self, CorrectSplit.self, CorrectLog.self,
        ])

    /// Who corrects, and why.
    struct Options: ParsableArguments {
        @Option(help: "Why, for those who read the log.")
        var reason: String

        @Option(help: "Who corrects; this user where it is left out.")
        var author: String?

        @OptionGroup var record: RecordOption

        func make(_ change: Correction.Change) throws {
            let outcome: Record.Outcome
            do {
                outcome = try record.writing().correct(
                    change, author: author ?? NSUserName(), reason: reason, ontology: .standard())
            } catch let error as CorrectionError {
                Lines.complain(error.description)
                throw ExitCode.failure
            }
            for note in outcome.notes { Lines.write(note) }
            let incidents = outcome.incidents.isEmpty ? "no incident" : outcome.incidents.joined(separator: ", ")
            Lines.write("correction \(outcome.correction.number): \(outcome.correction.kind); the events are in \(incidents)")
        }
    }
}

struct CorrectConfirm: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: "An event or incident is as it was read.")
    @Argument(help: "Its identity, or the beginning of it.") var id: String
    @OptionGroup var options: CorrectCommand.Options
    func run() throws { try options.make(.confirm(id)) }
}

struct CorrectReject: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject", abstract: "An event, or every event of an incident, is no such thing.")
    @Argument(help: "Its identity, or the beginning of it.") var id: String
    @OptionGroup var options: CorrectCommand.Options
    func run() throws { try options.make(.reject(id)) }
}

struct CorrectMerge: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "merge", abstract: "Two incidents are one.")
    @Argument(help: "One incident.") var one: String
    @Argument(help: "The other.") var other: String
    @OptionGroup var options: CorrectCommand.Options
    func run() throws { try options.make(.merge(one, with: other)) }
}

struct CorrectSplit: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "split", abstract: "Some events of an incident tell of something else.")
    @Argument(help: "The incident.") var incident: String
    @Argument(help: "The events; those of a former merge where the incident is named by the identity it had before.")
    var events: [String] = []
    @OptionGroup var options: CorrectCommand.Options
    func run() throws { try options.make(.split(incident, events: events)) }
}

struct CorrectRecode: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recode", abstract: "Parts of an event are others.",
        discussion: "  demarche correct recode e1b2c3 --actor FRA --recipient DZA --date 2025-04-08 --reason \"sides swapped\"")
    @Argument(help: "The event's identity, or the beginning of it.") var event: String
    @Option(help: "An act of acts.txt.") var act: String?
    @Option(help: "The code of the state that acts.") var actor: String?
    @Option(help: "The code of the state acted upon; \"\" for none.") var recipient: String?
    @Option(help: "A day, or a span as 2025-04-08/2025-04-12; \"\" for none.") var date: String?
    @Option(help: "Where; \"\" for unknown.") var place: String?
    @Option(help: "happened, claimed, denied, planned, cancelled or hypothetical.") var status: String?
    @OptionGroup var options: CorrectCommand.Options

    func run() throws {
        var fields: [Correction.Field: String] = [:]
        fields[.act] = act
        fields[.actor] = actor
        fields[.recipient] = recipient
        fields[.place] = place
        fields[.status] = status
        if let date {
            let parts = date.split(separator: "/", maxSplits: 1).map(String.init)
            fields[.start] = parts.first ?? ""
            if parts.count > 1 { fields[.end] = parts[1] }
        }
        try options.make(.recode(event, fields))
    }
}

struct CorrectLog: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "All corrections, by whom, when and why, in the order of time.")
    @Flag(help: "JSON lines in place of text.") var json = false
    @OptionGroup var record: RecordOption

    func run() throws {
        for correction in try record.reading().corrections() {
            if json {
                try Lines.json(correction)
            } else {
                let what = [correction.kind, correction.subject, correction.detail.other].compactMap(\.self)
                let fields = (correction.detail.fields ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
                Lines.write(
                    "\(correction.number)  \(correction.time)  \(correction.author)  "
                        + (what + fields).joined(separator: " ") + "  (\(correction.reason))")
            }
        }
    }
}
