import Foundation
import Testing

/// Asks the built program about the World as a user would.
@Suite struct WorldCommandTests {
    private func run(_ arguments: String...) throws -> (status: Int32, output: String, errors: String) {
        let process = Process()
        process.executableURL = CommandTests.program
        process.arguments = arguments
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        let complaints = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: text, as: UTF8.self), String(decoding: complaints, as: UTF8.self))
    }

    @Test func tellsWhoANameIsOnADay() throws {
        let minister = try run("world", "lookup", "Blinken", "--on", "2023-05-01", "--json")
        #expect(minister.status == 0)
        #expect(minister.output.contains(#""office":"foreign-minister""#) && minister.output.contains(#""state":"USA""#))
        let later = try run("world", "lookup", "Antony Blinken", "--on", "2025-06-30")
        #expect(later.status == 1)
        #expect(later.errors.contains("nothing called"))
        #expect(try run("world", "lookup", "Paris").output.contains("place"))
        #expect(try run("world", "lookup", "Paris", "--on", "yesterday").status == 64)
    }

    @Test func usesNothingOfAnOverlayThatIsWrong() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("world-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("AZE\n  foreign-minister: Rauf Nobody, 2030-01-01..\n".utf8).write(
            to: folder.appendingPathComponent("holders.txt"))
        #expect(try run("world", "lookup", "Rauf Nobody", "--world", folder.path).output.contains("AZE"))
        try Data("The Baku Bugle\n  owner: nobody\n".utf8).write(to: folder.appendingPathComponent("outlets.txt"))
        let refused = try run("world", "lookup", "Rauf Nobody", "--world", folder.path)
        #expect(refused.status == 1)
        #expect(refused.output.isEmpty)
        #expect(refused.errors.contains("outlets.txt, line 2"))
    }
}
