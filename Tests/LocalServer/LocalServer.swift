import Foundation
import Glibc
import Synchronization

/// A web server on this machine's own addresses, which answers as a test says and remembers what it was asked.
package final class LocalServer: Sendable {
    package struct Request: Sendable {
        package let path: String
        /// Names in lower case.
        package let headers: [String: String]
    }

    package enum Answer: Sendable {
        case page(_ body: [UInt8], status: Int = 200, headers: [String] = [])
        /// The bytes as they are, then the end.
        case raw([UInt8])
        /// The head, then the piece again and again, with a pause between.
        case forever(_ head: String, _ piece: [UInt8], pause: Double)
        /// Nothing, for as long as the server lives.
        case nothing

        package static func text(_ body: String, status: Int = 200, headers: [String] = []) -> Answer {
            .page(Array(body.utf8), status: status, headers: headers)
        }

        package static func redirect(_ status: Int, to location: String) -> Answer {
            .page([], status: status, headers: ["Location: \(location)"])
        }
    }

    private struct Memory {
        var requests: [Request] = []
        var connections = 0
    }

    private let listener: Listener
    private let memory = Mutex(Memory())
    private let respond: @Sendable (Request) -> Answer

    /// - Parameter respond: is called on a thread of each connection.
    package init(_ respond: @escaping @Sendable (Request) -> Answer = { _ in .text("") }) throws {
        self.respond = respond
        listener = try Listener()
        listener.start { [self] connection in
            memory.withLock { $0.connections += 1 }
            serve(connection)
        }
    }

    package var port: Int { listener.port }
    package var requests: [Request] { memory.withLock { $0.requests } }
    package var connections: Int { memory.withLock { $0.connections } }
    package func address(_ path: String = "/") -> String { "http://127.0.0.1:\(port)\(path)" }

    package func stop() { listener.stop() }

    private func serve(_ connection: Int32) {
        guard let request = read(connection) else { return }
        memory.withLock { $0.requests.append(request) }
        switch respond(request) {
        case .page(let body, let status, let headers):
            let lines = ["HTTP/1.1 \(status) Answer", "Content-Length: \(body.count)", "Connection: close"] + headers
            _ =
                Listener.send(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8), connection)
                && Listener.send(body, connection)
        case .raw(let bytes): _ = Listener.send(bytes, connection)
        case .forever(let head, let piece, let pause):
            guard Listener.send(Array(head.utf8), connection) else { return }
            while !listener.isOver, Listener.send(piece, connection) { if pause > 0 { Thread.sleep(forTimeInterval: pause) } }
        case .nothing: while !listener.isOver { Thread.sleep(forTimeInterval: 0.02) }
        }
    }

    private func read(_ connection: Int32) -> Request? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 8_192)
        while bytes.count < 1 << 16 {
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            bytes += buffer[..<count]
            let text = String(decoding: bytes, as: UTF8.self)
            guard let end = text.range(of: "\r\n\r\n") else { continue }
            let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
            let pairs = lines.dropFirst().compactMap { line -> (String, String)? in
                guard let colon = line.firstIndex(of: ":") else { return nil }
                return (line[..<colon].lowercased(), line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces))
            }
            let parts = lines[0].split(separator: " ")
            guard parts.count >= 2 else { return nil }
            return Request(path: String(parts[1]), headers: Dictionary(pairs) { first, _ in first })
        }
        return nil
    }
}
