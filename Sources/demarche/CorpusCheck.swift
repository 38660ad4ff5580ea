import ArgumentParser
import Coding

struct CorpusCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Says what is wrong with annotated reports, line by line, and counts what they hold.",
        discussion: """
            Exit status 1 where anything is wrong.

              demarche corpus check
              demarche corpus check Corpus/second
            """)

    @OptionGroup var options: CorpusCommand.Options

    func run() throws {
        let corpus = try options.corpus()
        for problem in corpus.problems { Lines.write(problem.description) }
        let lines = corpus.reports.flatMap(\.lines)
        let notes = lines.flatMap(\.notes)
        let bare = lines.count { $0.notes.isEmpty }
        let sides = notes.flatMap { [$0.actor.state, $0.recipient?.state] }.compactMap(\.self)
        Lines.write(
            "\(corpus.reports.count) reports, \(lines.count) sentences (\(bare) without event), \(notes.count) events, "
                + "\(Set(notes.map(\.act)).count) acts, \(Set(sides).count) states, \(corpus.problems.count) problems")
        for part in Corpus.Part.allCases {
            let inside = corpus.reports.filter { corpus.part(of: $0) == part }
            Lines.write("\(part.rawValue): \(inside.count) reports, \(inside.flatMap(\.lines).flatMap(\.notes).count) events")
        }
        if !corpus.problems.isEmpty { throw ExitCode.failure }
    }
}
