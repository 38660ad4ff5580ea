internal import Synchronization

/// What was made from the record and still holds, by what was asked; all is forgotten when the record changes.
final class Kept<Value: Sendable>: Sendable {
    private struct Shelf {
        var version = ""
        var values: [String: Value] = [:]
        var size = 0
    }

    private let capacity: Int
    private let size: @Sendable (Value) -> Int
    private let shelf = Mutex(Shelf())

    /// - Parameters:
    ///   - capacity: in bytes.
    ///   - size: of a value, in bytes.
    init(capacity: Int, size: @escaping @Sendable (Value) -> Int) {
        self.capacity = capacity
        self.size = size
    }

    subscript(key: String, version: String) -> Value? {
        shelf.withLock { $0.version == version ? $0.values[key] : nil }
    }

    /// The value of a key; what is kept already stays, so that all who ask at once get the same.
    func value(_ key: String, _ version: String, make: () throws -> Value) rethrows -> Value {
        if let kept = self[key, version] { return kept }
        return keep(try make(), for: key, version)
    }

    /// The values of many keys; those that are not kept are made together.
    func values(_ keys: [String], _ version: String, make: ([String]) throws -> [String: Value]) rethrows -> [Value] {
        let kept = shelf.withLock { shelf in shelf.version == version ? keys.map { shelf.values[$0] } : keys.map { _ in nil } }
        let missing = zip(keys, kept).compactMap { key, value in value == nil ? key : nil }
        let made = missing.isEmpty ? [:] : try make(missing)
        for (key, value) in made { keep(value, for: key, version) }
        return zip(keys, kept).compactMap { key, value in value ?? made[key] }
    }

    @discardableResult
    func keep(_ value: Value, for key: String, _ version: String) -> Value {
        let size = size(value) + key.utf8.count + 100
        guard size < capacity / 4 else { return value }
        return shelf.withLock { shelf in
            // Starting anew is simpler than knowing what was last asked for, and hardly ever needed.
            if shelf.version != version || shelf.size + size > capacity { shelf = Shelf(version: version) }
            if let kept = shelf.values[key] { return kept }
            shelf.values[key] = value
            shelf.size += size
            return value
        }
    }
}
