internal import Foundation

/// Values as JSON with sorted keys.
enum JSON {
    static func bytes(_ value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Models hold strings, numbers and lists only, which always encode.
        return (try? encoder.encode(value)).map(Array.init) ?? []
    }
}
