/// A mail address that may stand in an envelope and a header.
///
/// It describes itself without telling itself, so that it cannot come into a log by accident.
public struct Address: Hashable, Sendable {
    public let local: String
    /// In lower case.
    public let domain: String

    /// - Throws: what is wrong with the text.
    public init(_ text: String) throws(AddressError) {
        let bytes = Array(text.utf8)
        guard bytes.allSatisfy({ (33...126).contains($0) }) else { throw .characters }
        guard let at = text.lastIndex(of: "@") else { throw .form }
        local = String(text[..<at])
        domain = text[text.index(after: at)...].lowercased()
        guard (1...64).contains(local.utf8.count), (1...253).contains(domain.utf8.count), bytes.count <= 254 else {
            throw .length
        }
        guard
            local.split(separator: ".", omittingEmptySubsequences: false)
                .allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Self.isAtomText) })
        else { throw .form }
        let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.allSatisfy({ (1...63).contains($0.utf8.count) && Self.isLabel($0) }) else { throw .form }
    }

    public enum AddressError: Error, Sendable { case characters, form, length }

    /// As it is written; for envelopes, headers and nothing else.
    public var text: String { "\(local)@\(domain)" }

    /// What two spellings of one letter box have in common.
    var key: String { "\(local.lowercased())@\(domain)" }

    private static func isAtomText(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }

    private static func isLabel(_ label: Substring) -> Bool {
        label.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") } && label.first != "-" && label.last != "-"
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
}

extension Address: CustomStringConvertible, CustomDebugStringConvertible {
    public var description: String { "‹address›" }
    public var debugDescription: String { "‹address›" }
}

extension Address: CustomReflectable {
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
