internal import Crypto
public import Foundation

/// How addresses lie in the readers' file: as they are, or sealed with a key that lies elsewhere.
///
/// Sealed addresses (AES-GCM, each bound to its reader) are looked up by a keyed hash, so that the file alone tells neither who
/// reads nor whether a given person does.
public struct AddressVault: Sendable {
    private struct Keys: Sendable {
        let sealing: SymmetricKey
        let lookingUp: SymmetricKey
    }

    private let keys: Keys?

    /// Addresses as they are.
    public static let open = AddressVault(keys: nil)

    private init(keys: Keys?) { self.keys = keys }

    /// - Parameter secret: 32 bytes or more, of a file outside the record.
    public init(secret: Data) throws(BriefingError) {
        guard secret.count >= 32 else {
            throw BriefingError(
                "the key of addresses", "has fewer than 32 bytes", remedy: "make one with `demarche readers seal`")
        }
        func key(_ purpose: String) -> SymmetricKey {
            HKDF<SHA256>.deriveKey(inputKeyMaterial: SymmetricKey(data: secret), info: Data(purpose.utf8), outputByteCount: 32)
        }
        keys = Keys(sealing: key("demarche address"), lookingUp: key("demarche look-up"))
    }

    /// A key nobody can guess.
    public static func newSecret() -> Data { SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) } }

    public var isSealed: Bool { keys != nil }

    /// What a file sealed with the same key has too.
    var check: String {
        guard let keys else { return "open" }
        let code = HMAC<SHA256>.authenticationCode(for: Data("check".utf8), using: keys.lookingUp)
        return Data(code).base64EncodedString()
    }

    func seal(_ address: Address, of reader: String) throws -> Data {
        let text = Data(address.text.utf8)
        guard let keys else { return text }
        let box = try AES.GCM.seal(text, using: keys.sealing, authenticating: Data(reader.utf8))
        return box.combined ?? Data()
    }

    func open(_ data: Data, of reader: String) throws -> Address {
        guard let keys else { return try Address(String(decoding: data, as: UTF8.self)) }
        let text = try AES.GCM.open(AES.GCM.SealedBox(combined: data), using: keys.sealing, authenticating: Data(reader.utf8))
        return try Address(String(decoding: text, as: UTF8.self))
    }

    /// By what a reader of some address is found; a hash in either case, so that who left is remembered without an address.
    func lookUp(_ address: Address) -> Data {
        keyed(Data(SHA256.hash(data: Data(address.key.utf8))))
    }

    /// The hash of an open file as this vault has it.
    func keyed(_ hash: Data) -> Data {
        guard let keys else { return hash }
        return Data(HMAC<SHA256>.authenticationCode(for: hash, using: keys.lookingUp))
    }
}
