import Foundation
import Glibc
import Synchronization

/// A mail server on this machine that takes every letter and keeps it.
package final class MailSink: Sendable {
    package struct Letter: Sendable {
        package let recipient: String
        /// Headers and body as they came, lines parted by line feeds, soft line breaks undone.
        package let text: String
    }

    private let listener: Listener
    private let kept = Mutex<[Letter]>([])
    private let pause: Double

    /// - Parameter pause: seconds before a letter is answered.
    package init(pause: Double = 0) throws {
        self.pause = pause
        listener = try Listener()
        listener.start { [self] in serve($0) }
    }

    package var port: Int { listener.port }
    package var letters: [Letter] { kept.withLock { $0 } }
    package func stop() { listener.stop() }

    /// Waits until there are so many letters, but no longer than half a minute.
    package func letters(atLeast count: Int) -> [Letter] {
        let end = ContinuousClock.now + .seconds(30)
        while letters.count < count, ContinuousClock.now < end { Thread.sleep(forTimeInterval: 0.01) }
        return letters
    }

    /// RFC 5321, as much of it as a sender needs.
    private func serve(_ connection: Int32) {
        var pending: [UInt8] = []
        var recipient = ""
        func line() -> String? {
            while true {
                if let end = pending.firstIndex(of: 10) {
                    defer { pending.removeFirst(end + 1) }
                    return String(decoding: pending[..<end].filter { $0 != 13 }, as: UTF8.self)
                }
                var buffer = [UInt8](repeating: 0, count: 8_192)
                let count = recv(connection, &buffer, buffer.count, 0)
                guard count > 0 else { return nil }
                pending += buffer[..<count]
            }
        }
        func answer(_ text: String) -> Bool { Listener.send(Array((text + "\r\n").utf8), connection) }
        guard answer("220 sink.example") else { return }
        while let command = line() {
            switch command.prefix(4).uppercased() {
            case "EHLO", "HELO": guard answer("250 sink.example") else { return }
            case "RCPT":
                recipient = String(command.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" })
                guard answer("250 2.1.5 ok") else { return }
            case "DATA":
                guard answer("354 go on") else { return }
                var lines: [String] = []
                while let next = line(), next != "." { lines.append(next.hasPrefix("..") ? String(next.dropFirst()) : next) }
                if pause > 0 { Thread.sleep(forTimeInterval: pause) }
                let letter = Letter(recipient: recipient, text: lines.joined(separator: "\n").replacing("=\n", with: ""))
                kept.withLock { $0.append(letter) }
                guard answer("250 2.0.0 taken") else { return }
            case "QUIT":
                _ = answer("221 bye")
                return
            default: guard answer("250 2.0.0 ok") else { return }
            }
        }
    }
}
