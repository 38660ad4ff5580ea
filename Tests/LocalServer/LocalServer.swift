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
        var isOver = false
    }

    package let port: Int
    private let listener: Int32
    private let memory = Mutex(Memory())
    private let respond: @Sendable (Request) -> Answer

    /// - Parameter respond: is called on a thread of each connection.
    package init(_ respond: @escaping @Sendable (Request) -> Answer = { _ in .text("") }) throws {
        self.respond = respond
        // On every address of the machine, of both families.
        listener = socket(AF_INET6, Int32(SOCK_STREAM.rawValue), 0)
        var (off, on): (Int32, Int32) = (0, 1)
        setsockopt(listener, Int32(IPPROTO_IPV6), IPV6_V6ONLY, &off, socklen_t(MemoryLayout<Int32>.size))
        setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in6()
        address.sin6_family = sa_family_t(AF_INET6)
        var length = socklen_t(MemoryLayout<sockaddr_in6>.size)
        let listener = listener
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(listener, pointer, length) == 0 && listen(listener, 128) == 0 && getsockname(listener, pointer, &length) == 0
            }
        }
        guard bound else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        port = Int(UInt16(bigEndian: address.sin6_port))
        Thread.detachNewThread { [self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0, !memory.withLock({ $0.isOver }) else { break }
                memory.withLock { $0.connections += 1 }
                Thread.detachNewThread { self.serve(connection) }
            }
            close(listener)
        }
    }

    package var requests: [Request] { memory.withLock { $0.requests } }
    package var connections: Int { memory.withLock { $0.connections } }
    package func address(_ path: String = "/") -> String { "http://127.0.0.1:\(port)\(path)" }

    package func stop() {
        memory.withLock { $0.isOver = true }
        shutdown(listener, Int32(SHUT_RDWR))
    }

    private var isOver: Bool { memory.withLock { $0.isOver } }

    private func serve(_ connection: Int32) {
        defer { close(connection) }
        guard let request = read(connection) else { return }
        memory.withLock { $0.requests.append(request) }
        switch respond(request) {
        case .page(let body, let status, let headers):
            let lines = ["HTTP/1.1 \(status) Answer", "Content-Length: \(body.count)", "Connection: close"] + headers
            _ = send(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8), connection) && send(body, connection)
        case .raw(let bytes): _ = send(bytes, connection)
        case .forever(let head, let piece, let pause):
            guard send(Array(head.utf8), connection) else { return }
            while !isOver, send(piece, connection) { if pause > 0 { Thread.sleep(forTimeInterval: pause) } }
        case .nothing: while !isOver { Thread.sleep(forTimeInterval: 0.02) }
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

    private func send(_ bytes: [UInt8], _ connection: Int32) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.send(connection, $0.baseAddress?.advanced(by: sent), bytes.count - sent, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }
}
