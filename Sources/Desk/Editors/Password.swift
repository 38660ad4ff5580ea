internal import Crypto
internal import CryptoExtras
internal import Foundation

/// A password as it is kept: what scrypt makes of it, with the salt and the costs.
struct Password: Sendable, Hashable {
    /// `scrypt$ROUNDS$BLOCK$PARALLEL$SALT$KEY`, the last two in Base64.
    let stored: String

    /// OWASP's second choice of costs: 32 MB, so that some may sign in at once without much memory.
    private static let costs = (rounds: 1 << 15, block: 8, parallel: 3)
    /// Shorter ones are guessed, longer ones are no passwords.
    static let lengths = 12...200

    init(stored: String) { self.stored = stored }

    /// - Throws: where the key cannot be derived.
    init(of text: String) throws {
        let salt = Data((0..<16).map { _ in UInt8.random(in: .min ... .max) })
        let costs = Self.costs
        let key = try Self.key(text, salt, rounds: costs.rounds, block: costs.block, parallel: costs.parallel)
        stored =
            "scrypt$\(costs.rounds)$\(costs.block)$\(costs.parallel)$\(salt.base64EncodedString())$\(key.base64EncodedString())"
    }

    func matches(_ text: String) -> Bool {
        let parts = stored.split(separator: "$").map(String.init)
        guard parts.count == 6, let rounds = Int(parts[1]), let block = Int(parts[2]), let parallel = Int(parts[3]),
            let salt = Data(base64Encoded: parts[4]), let wanted = Data(base64Encoded: parts[5]),
            Self.lengths.upperBound >= text.count,
            let key = try? Self.key(text, salt, rounds: rounds, block: block, parallel: parallel)
        else { return false }
        return Secret.areEqual(Array(key), Array(wanted))
    }

    /// The same letters, however they are typed, are the same password.
    private static func key(_ text: String, _ salt: Data, rounds: Int, block: Int, parallel: Int) throws -> Data {
        let bytes = Data(text.precomposedStringWithCompatibilityMapping.utf8)
        return try KDF.Scrypt.deriveKey(
            from: bytes, salt: salt, outputByteCount: 32, rounds: rounds, blockSize: block, parallelism: parallel
        ).withUnsafeBytes { Data($0) }
    }
}
