internal import Foundation

/// Work that waits for others, the net or a mail server, off the few threads that answer visits.
enum Waiting {
    static func result<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result(catching: work)) }
        }
    }
}
