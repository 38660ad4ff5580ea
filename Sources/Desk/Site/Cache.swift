internal import Synchronization

/// Answers that still hold, by what was asked; all are forgotten when the record changes.
final class Cache: Sendable {
    private struct Kept {
        var version = ""
        var answers: [String: Answer] = [:]
        var size = 0
    }

    private let capacity: Int
    private let kept = Mutex(Kept())

    /// - Parameter capacity: in bytes.
    init(capacity: Int) { self.capacity = capacity }

    subscript(key: String, version: String) -> Answer? {
        kept.withLock { $0.version == version ? $0.answers[key] : nil }
    }

    func keep(_ answer: Answer, for key: String, _ version: String) {
        let size = answer.body.count + key.utf8.count + 500
        guard answer.status == 200, size < capacity / 4 else { return }
        kept.withLock { kept in
            // Starting anew is simpler than knowing what was last asked for, and hardly ever needed.
            if kept.version != version || kept.size + size > capacity { kept = Kept(version: version) }
            if kept.answers.updateValue(answer, forKey: key) == nil { kept.size += size }
        }
    }
}
