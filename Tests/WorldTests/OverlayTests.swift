import Foundation
import Reading
import Testing

@testable import World

@Suite struct OverlayTests {
    private func overlay(_ files: [String: String]) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
        return folder
    }

    @Test func addsAndOverridesEntries() throws {
        let folder = try overlay([
            "holders.txt":
                "AZE\n  foreign-minister: Rauf Nobody / R. Nobody, 2030-01-01..\nRUS\n  foreign-minister: Sergei Lavrov, 2004-03-09..2029-12-31\n",
            "outlets.txt": "The Baku Bugle\n  state: AZE\n  owner: private\n",
            "bodies.txt": "NATO IGO\n  names: North Atlantic Pact\n",
        ])
        defer { try? FileManager.default.removeItem(at: folder) }
        let world = try World.standard(overlay: folder)
        #expect(world.senses(of: "Rauf Nobody").first?.state == "AZE")
        #expect(world.senses(of: "The Baku Bugle").first?.kind == "outlet")
        #expect(world.senses(of: "Sergei Lavrov").filter { $0.office == "foreign-minister" }.map(\.until) == ["2029-12-31"])
        #expect(world.senses(of: "North Atlantic Pact").first?.kind == "body")
        #expect(world.senses(of: "Ilham Aliyev").first?.state == "AZE")
    }

    @Test(arguments: [
        ("holders.txt", "AZE\n  foreign-ministr: Rauf Nobody, 2030-01-01..\n", 2),
        ("holders.txt", "AZE\n  foreign-minister: Rauf Nobody, 2030-13-01..\n", 2),
        ("holders.txt", "AZE\n  foreign-minister: Rauf Nobody\n", 2),
        ("holders.txt", "AZE\n  foreign-minister: Rauf Nobody, ..\n", 2),
        ("holders.txt", "QQQ Nowhere\n  president: Rauf Nobody, 2030..\n", 1),
        ("national.txt", "AZE\n  foreign-mnistry: XIN\n", 2),
        ("outlets.txt", "The Baku Bugle\n  state: AZ\n", 2),
        ("outlets.txt", "The Baku Bugle\n  owner: nobody\n", 2),
        ("states.txt", "AZE Azerbaijan\n  capitol: Baku\n", 2),
        ("states.txt", "QQQ Nowhere\n  since: yesterday\n", 1),
        ("bodies.txt", "XYZ ABC\n  names: Xyz\n", 1),
        ("bodies.txt", "XYZ IGO\n  members: AZE | QQQ\n", 2),
        ("organs.txt", "  names: x\n", 1),
        ("organs.txt", "foreign-ministry GOV\n  names foreign office\n", 2),
        ("regions.txt", "Nowhere\n  at: 95 10\n", 2),
        ("holder.txt", "", 0),
    ])
    func namesTheFileAndLineThatIsWrong(file: String, text: String, line: Int) throws {
        let folder = try overlay([file: text])
        defer { try? FileManager.default.removeItem(at: folder) }
        let error = #expect(throws: WorldError.self) { try World.standard(overlay: folder) }
        #expect(error?.line == line)
        #expect(error?.file.hasSuffix(file) ?? false)
    }

    @Test func isNotThereWhereItsFolderIsMissing() throws {
        #expect(throws: WorldError.self) { try World.standard(overlay: URL(fileURLWithPath: "/nowhere/at/all")) }
    }

    @Test func findsNothingWrongWithItsOwnData() throws {
        let findings = try World.findings()
        #expect(findings.isEmpty, "\(findings.map(\.description).joined(separator: "\n"))")
    }
}
