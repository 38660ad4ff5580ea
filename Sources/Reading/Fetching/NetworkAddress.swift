internal import Glibc

/// An IP address, and whether it may be on the public internet.
///
/// What is refused follows the registries of special-purpose addresses (RFC 6890 and its updates): an address in a feed
/// must not make the reader's machine call upon itself, its network, or the metadata service of its cloud.
package struct NetworkAddress: Hashable, Sendable {
    /// Four bytes or sixteen.
    package let bytes: [UInt8]

    /// - Returns: `nil` where there are neither four bytes nor sixteen.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// Why the address is not to be reached, `nil` where it is public.
    package var objection: String? {
        if bytes.count == 4 { return Self.objection(toFour: bytes) }
        // Only 2000::/3 is given out for the internet; what maps to, embeds or translates to IPv4 lies outside it, but for
        // Teredo and 6to4.
        for (name, prefix, length) in Self.special where matches(prefix, length) { return name }
        return matches([0x20], 3) ? nil : "an address outside the public IPv6 internet"
    }

    private static let special: [(name: String, prefix: [UInt8], length: Int)] = [
        ("the unspecified address", [UInt8](repeating: 0, count: 16), 128),
        ("a loopback address", [UInt8](repeating: 0, count: 15) + [1], 128),
        ("an IPv4 address mapped into IPv6", [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], 96),
        ("an IPv4 address written as IPv6", [UInt8](repeating: 0, count: 12), 96),
        ("an address translated by NAT64", [0x00, 0x64, 0xFF, 0x9B], 32),
        ("a link-local address", [0xFE, 0x80], 10),
        ("a site-local address", [0xFE, 0xC0], 10),
        ("a private address", [0xFC], 7),
        ("a multicast address", [0xFF], 8),
        ("a discard-only address", [0x01, 0x00], 8),
        ("a Teredo address", [0x20, 0x01, 0x00, 0x00], 32),
        ("an address for protocol assignments", [0x20, 0x01, 0x00], 23),
        ("a documentation address", [0x20, 0x01, 0x0D, 0xB8], 32),
        ("a documentation address", [0x3F, 0xFF, 0x00], 20),
        ("a 6to4 address", [0x20, 0x02], 16),
    ]

    private static func objection(toFour bytes: [UInt8]) -> String? {
        switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
        case (0, _, _, _): "the unspecified address or network"
        case (10, _, _, _), (172, 16...31, _, _), (192, 168, _, _): "a private address"
        case (100, 64...127, _, _): "an address shared by a carrier's customers"
        case (127, _, _, _): "a loopback address"
        case (169, 254, _, _): "a link-local address, where clouds keep their metadata"
        case (168, 63, 129, 16): "the address of a cloud's metadata"
        case (192, 0, 0, _): "an address for protocol assignments"
        case (192, 0, 2, _), (198, 51, 100, _), (203, 0, 113, _): "a documentation address"
        case (192, 88, 99, _): "a 6to4 relay"
        case (198, 18...19, _, _): "an address for benchmarks"
        case (224...239, _, _, _): "a multicast address"
        case (240..., _, _, _): "a reserved or broadcast address"
        default: nil
        }
    }

    /// Whether the first `length` bits are those of the prefix.
    private func matches(_ prefix: [UInt8], _ length: Int) -> Bool {
        for index in 0..<((length + 7) / 8) {
            let bits = min(8, length - index * 8)
            let mask = UInt8(truncatingIfNeeded: 0xFF << (8 - bits))
            guard bytes[index] & mask == prefix[index] & mask else { return false }
        }
        return true
    }
}

extension NetworkAddress: CustomStringConvertible {
    package var description: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        inet_ntop(bytes.count == 4 ? AF_INET : AF_INET6, bytes, &text, socklen_t(text.count))
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

extension NetworkAddress {
    /// The address and port of a socket address; `nil` where it is not of the internet.
    static func endpoint(of address: UnsafePointer<sockaddr>, length: Int) -> (address: NetworkAddress, port: Int)? {
        let raw = UnsafeRawBufferPointer(start: address, count: length)
        // Family, port, then in IPv4 the address at 4, in IPv6 at 8 (RFC 3493).
        guard length >= 16 else { return nil }
        let port = Int(raw[2]) << 8 | Int(raw[3])
        let bytes: [UInt8]
        switch Int32(address.pointee.sa_family) {
        case AF_INET: bytes = Array(raw[4..<8])
        case AF_INET6 where length >= 24: bytes = Array(raw[8..<24])
        default: return nil
        }
        return NetworkAddress(bytes: bytes).map { ($0, port) }
    }
}
