import ArgumentParser
import Foundation
import Language
import World

struct WorldCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Lints the World's data, or asks it the questions of a probe file.",
        discussion: """
              demarche world check
              demarche world check --probe Tests/WorldTests/Probe/probe.txt
            """)

    @Option(help: "A file of mentions with the actors they should resolve to.")
    var probe: String?

    @OptionGroup var world: WorldOption

    func run() throws {
        if let probe { return try ask(probe, world.world()) }
        let findings = try World.findings(overlay: world.overlay)
        for finding in findings { Lines.write(finding.description) }
        guard findings.isEmpty else { throw ExitCode.failure }
        Lines.write("nothing is wrong with the World's data")
    }

    private func ask(_ path: String, _ world: World) throws {
        let probes = try Probe.all(in: String(contentsOfFile: path, encoding: .utf8), name: path)
        let analyser = try Analyser.standard()
        var tally = Probe.Tally()
        for probe in probes {
            let misses = tally.add(probe, probe.actor(by: analyser, world), world)
            guard !misses.isEmpty else { continue }
            let wrong = misses.map { "\($0.part.rawValue) \($0.got)" }.joined(separator: ", ")
            Lines.write("\(probe.line)\t\(probe.section)\t\(wrong)\t\(probe)")
        }
        Lines.write("all: \(tally.shares { _ in true })")
        Lines.write("odd lines: \(tally.shares { $0 % 2 == 1 })")
        Lines.write("even lines: \(tally.shares { $0 % 2 == 0 })")
    }
}
