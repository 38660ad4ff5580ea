import Foundation
import LocalServer
import Reading
import Record
import Testing

@testable import Briefing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// What the built program does behind the site: it follows feeds, sends the letter when it is due, and ends in order.
@Suite(.serialized) struct ServeTests {
    private let folder: URL
    private let today = Day(number: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down)))

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("serve-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    private static let prose = "Azerbaijan summoned the Russian ambassador over the raids, its foreign ministry said. "

    /// A record that tells of the last days, a letter that is due, and so many readers.
    private func prepare(mail: MailSink, readers count: Int) throws -> Readers {
        let line = ["id": "first", "outlet": "Caspian Lantern", "published": "\(today - 2)", "text": Self.prose]
        let read = try CommandTests().run(
            "read", "-", input: String(decoding: JSONEncoder().encode(line), as: UTF8.self) + "\n", in: folder)
        #expect(read.status == 0, "\(read.errors)")
        let weekday = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"][today.weekday - 1]
        let settings = """
            letter The Friday briefing
              site: http://desk.test
              from: Demarche <briefing@desk.test>
              returns: returns@desk.test
              when: \(weekday) 00:00 UTC
            server 127.0.0.1
              port: \(mail.port)
              security: none
              connections: 1
            """
        try Data(settings.utf8).write(to: folder.appendingPathComponent("briefing.txt"))
        let readers = try Readers(path: path("demarche.readers.sqlite"))
        let list = (0..<count).map { "reader\($0)@letters.example" }.joined(separator: "\n")
        _ = try readers.add(list: list, origin: "test", wording: "test", consent: Date(), at: Date())
        try readers.noteRun(Date(timeIntervalSinceNow: -8 * 86_400))
        return readers
    }

    /// The program at work, and where it listens.
    private func serve(_ body: (Process, String) async throws -> Void) async throws -> String {
        let process = Process()
        process.executableURL = CommandTests.program
        process.arguments = ["serve", "--port", "0", "--letter", "briefing.txt", "--allow-private"]
        process.currentDirectoryURL = folder
        let (output, errors) = (Pipe(), path("errors-\(UUID().uuidString)"))
        FileManager.default.createFile(atPath: errors, contents: nil)
        process.standardOutput = output
        process.standardError = FileHandle(forWritingAtPath: errors)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        defer { process.terminate() }
        var line = ""
        while !line.contains("\n"), process.isRunning {
            line += String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        }
        let address = try #require(line.firstMatch(of: /http:\/\/[^\/]+/)).output
        try await body(process, String(address))
        return try String(contentsOfFile: errors, encoding: .utf8)
    }

    private func end(_ process: Process) {
        let asked = ContinuousClock.now
        process.terminate()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit && process.terminationStatus == 0)
        #expect(ContinuousClock.now - asked < .seconds(10))
    }

    private func wait(until isSo: () throws -> Bool) throws {
        let end = ContinuousClock.now + .seconds(60)
        while try !isSo(), ContinuousClock.now < end { Thread.sleep(forTimeInterval: 0.1) }
    }

    @Test func feedsAreFollowedAndTheLetterIsSentWhileTheSiteAnswers() async throws {
        let item = String(repeating: Self.prose, count: 20)
        let feed = """
            <rss version="2.0"><channel><title>Northern Wire</title><item><title>Envoy called in</title><guid>n1</guid>
            <pubDate>\(today - 1)T08:00:00Z</pubDate><description>\(item)</description></item></channel></rss>
            """
        let outlet = try LocalServer { request in request.path == "/feed" ? .text(feed) : .nothing }
        let mail = try MailSink()
        defer {
            outlet.stop()
            mail.stop()
        }
        let readers = try prepare(mail: mail, readers: 3)
        for path in ["/feed", "/stalls"] {
            _ = try CommandTests().run("feeds", "add", "--unseen", outlet.address(path), in: folder)
        }
        let log = try await serve { process, address in
            #expect(Set(mail.letters(atLeast: 3).map(\.recipient)).count == 3)
            let record = try Record(path: path("demarche.sqlite"), .read)
            try wait { try record.counts().reports == 2 }
            #expect(try record.subscriptions().first { $0.address.hasSuffix("/feed") }?.reports == 1)

            let page = try #require(URL(string: address + "/briefing/\(today)"))
            #expect(String(decoding: try await URLSession.shared.data(from: page).0, as: UTF8.self).contains("Azerbaijan"))
            var request = URLRequest(url: try #require(URL(string: address + "/briefing")))
            request.httpMethod = "POST"
            request.setValue(address, forHTTPHeaderField: "Origin")
            request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
            request.httpBody = Data("address=asker%40letters.example".utf8)
            _ = try await URLSession.shared.data(for: request)
            let invitation = try #require(mail.letters(atLeast: 4).last)
            #expect(invitation.recipient == "asker@letters.example")
            let link = try #require(invitation.text.firstMatch(of: /\/briefing\/leave\/[a-z2-7]+/)).output
            _ = try await URLSession.shared.data(from: try #require(URL(string: address + link)))
            // One feed stalls, which keeps nobody from ending.
            end(process)
        }
        #expect(log.contains("\"path\":\"/briefing\"") && log.contains("/briefing/leave/:token"))
        #expect(!log.contains("@") && !log.contains("letters.example"))
        #expect(!log.contains(/\/leave\/[a-z2-7]{26}/))
        #expect(try readers.tally(of: today.description) == [.accepted: 3])
        #expect(mail.letters.count == 4)
    }

    @Test func askedToEndItStopsBetweenTwoLettersAndGoesOnWhenServedAgain() async throws {
        let mail = try MailSink(pause: 0.4)
        defer { mail.stop() }
        let readers = try prepare(mail: mail, readers: 6)
        _ = try await serve { process, _ in
            _ = mail.letters(atLeast: 2)
            end(process)
        }
        let before = mail.letters.count
        #expect((2..<6).contains(before))
        #expect(try readers.tally(of: today.description) == [.accepted: before, .waiting: 6 - before])
        _ = try await serve { process, _ in
            try wait { mail.letters.count == 6 }
            end(process)
        }
        #expect(Set(mail.letters.map(\.recipient)).count == 6 && mail.letters.count == 6)
        #expect(try readers.tally(of: today.description) == [.accepted: 6])
    }
}
