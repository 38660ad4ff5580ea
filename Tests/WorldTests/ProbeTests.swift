import Foundation
import Language
import Reading
import Testing

@testable import World

/// Mentions in context with the actors they mean; what is missed is printed by section.
@Suite struct ProbeTests {
    @Test func resolvesMentionsInContext() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Probe/probe.txt")
        let probes = try Probe.all(in: String(contentsOf: file, encoding: .utf8), name: "probe.txt")
        #expect(probes.count >= 600)
        let world = try World.standard()
        let analyser = try Analyser.standard()
        var tally = Probe.Tally()
        var missed: [String: [String]] = [:]
        for probe in probes {
            let misses = tally.add(probe, probe.actor(by: analyser, world), world)
            guard !misses.isEmpty else { continue }
            let wrong = misses.map { "\($0.part.rawValue) \($0.got)" }.joined(separator: ", ")
            missed[probe.section, default: []].append("  \(probe.line): \(wrong) in \(probe)")
        }
        for (section, lines) in missed.sorted(by: { $0.value.count > $1.value.count }) {
            print(([section] + lines).joined(separator: "\n"))
        }
        print(tally.shares { _ in true })
        #expect(tally.share(.state) >= 0.96)
        #expect(tally.share(.sector) >= 0.92)
    }

    @Test(arguments: [
        "2025-06-30 | no brackets | AZE GOV", "no date | [x] | AZE GOV", "2025-06-30 | [x]", "2025-06-30 | [x] | AZE",
    ])
    func namesTheLineThatIsNoProbe(line: String) throws {
        let error = #expect(throws: WorldError.self) { try Probe.all(in: "# comment\n" + line, name: "probe.txt") }
        #expect(error?.line == 2)
    }
}
