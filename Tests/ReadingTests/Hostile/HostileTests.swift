import Foundation
import Testing

@testable import Reading

/// Whatever comes in, on whatever way, is refused or read within two processor seconds and 64 MB of growth.
///
/// Each way has a process of its own, so that nothing else is measured. Every monster is read from a file; with HOSTILE=all in the
/// environment every monster comes in every way (some minutes), else those that are made against the way itself.
@Suite(.serialized) struct HostileTests {
    private static let most = (seconds: 2.0, growth: 64 << 20)

    @Test(arguments: Way.allCases)
    func costsLittle(way: Way) async {
        await #expect(processExitsWith: .success) { [way = way as Way] in
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hostile-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let isWhole = way == .file || ProcessInfo.processInfo.environment["HOSTILE"] == "all"
            for form in way.forms {
                for monster in form.monsters where isWhole || monster.isAgainstItsWay {
                    let cost = Cost(of: try way.reading(monster, as: form, in: folder))
                    #expect(cost.seconds < HostileTests.most.seconds, "\(form), \(monster.name)")
                    #expect(cost.growth < HostileTests.most.growth, "\(form), \(monster.name): \(cost.growth >> 20) MB")
                }
            }
        }
    }
}
