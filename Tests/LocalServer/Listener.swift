import Foundation
import Glibc
import Synchronization

/// A port of this machine that takes connections until it is stopped, each on a thread of its own.
final class Listener: Sendable {
    let port: Int
    private let socket: Int32
    private let over = Mutex(false)

    init() throws {
        // On every address of the machine, of both families.
        socket = Glibc.socket(AF_INET6, Int32(SOCK_STREAM.rawValue), 0)
        var (off, on): (Int32, Int32) = (0, 1)
        setsockopt(socket, Int32(IPPROTO_IPV6), IPV6_V6ONLY, &off, socklen_t(MemoryLayout<Int32>.size))
        setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in6()
        address.sin6_family = sa_family_t(AF_INET6)
        var length = socklen_t(MemoryLayout<sockaddr_in6>.size)
        let socket = socket
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(socket, pointer, length) == 0 && listen(socket, 128) == 0 && getsockname(socket, pointer, &length) == 0
            }
        }
        guard bound else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        port = Int(UInt16(bigEndian: address.sin6_port))
    }

    /// - Parameter serve: is called with each connection, which is closed afterwards.
    func start(_ serve: @escaping @Sendable (Int32) -> Void) {
        Thread.detachNewThread { [self] in
            while true {
                let connection = accept(socket, nil, nil)
                guard connection >= 0, !isOver else { break }
                Thread.detachNewThread {
                    serve(connection)
                    close(connection)
                }
            }
            close(socket)
        }
    }

    var isOver: Bool { over.withLock { $0 } }

    func stop() {
        over.withLock { $0 = true }
        shutdown(socket, Int32(SHUT_RDWR))
    }

    /// Whether all of it was sent.
    static func send(_ bytes: [UInt8], _ connection: Int32) -> Bool {
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
