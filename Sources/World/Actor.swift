/// Who acts or is acted upon: a state's organ or person, a body of no state, or nobody known.
public struct Actor: Hashable, Sendable, Codable {
    /// ISO 3166-1 alpha-3.
    public var state: String?
    /// PLOVER's sector: GOV, MIL, COP …
    public var sector: String
    /// A key of `organs.txt`: foreign-ministry, parliament …
    public var organ: String?
    /// The person or body, where it has a name of its own.
    public var name: String?

    public init(state: String? = nil, sector: String = "UNK", organ: String? = nil, name: String? = nil) {
        self.state = state
        self.sector = sector
        self.organ = organ
        self.name = name
    }

    /// Whether it can be a side of an event: a state, or a body with a name.
    public var isKnown: Bool { state != nil || (name != nil && sector != "UNK" && sector != "CVL") }
}
