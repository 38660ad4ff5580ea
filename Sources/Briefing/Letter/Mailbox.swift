/// A name and an address, as a From header has them.
public struct Mailbox: Hashable, Sendable {
    public var name: String
    public var address: Address

    public init(name: String, address: Address) {
        self.name = name
        self.address = address
    }

    /// "Demarche <briefing@example.org>".
    public init(_ text: String) throws(Address.AddressError) {
        guard let open = text.lastIndex(of: "<"), text.hasSuffix(">") else {
            self.init(name: "", address: try Address(text))
            return
        }
        var name = text[..<open]
        while name.last?.isWhitespace == true { name.removeLast() }
        self.init(name: String(name), address: try Address(String(text[text.index(after: open)...].dropLast())))
    }
}
